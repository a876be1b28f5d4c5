// A virtual list of 100,000 empty rows, as large on the screen as the app's list of tickets.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { mount } from '../mount.tsx'

function EmptyList() {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: 100_000,
    getScrollElement: () => scroller.current,
    estimateSize: () => 57,
    overscan: 8,
  })
  return (
    <div ref={scroller} role="grid" style={{ width: 408, height: 500, overflow: 'auto' }}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ key, start }) => (
          <div
            key={key}
            style={{ position: 'absolute', width: '100%', height: 57, transform: `translateY(${start}px)` }}
          />
        ))}
      </div>
    </div>
  )
}

mount(<EmptyList />)
