// How far a list is scrolled and how high it is, told only when other lines come into sight.
import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { rowHeight } from './lines.ts'

/** `seen` is the exact height, for what has to stay in sight. */
type Scrolled = { top: number; height: number; seen: number }

/** In steps of one row: a scroll of a few pixels draws nothing anew. */
const stepped = ({ scrollTop, clientHeight }: Element): Scrolled => ({
  top: Math.floor(scrollTop / rowHeight) * rowHeight,
  height: Math.ceil(clientHeight / rowHeight) * rowHeight + rowHeight,
  seen: clientHeight,
})

/** The heights are 0 until the list is on the screen. */
export function useScrolled(scroller: RefObject<HTMLElement | null>): Scrolled {
  const [scrolled, setScrolled] = useState<Scrolled>({ top: 0, height: 0, seen: 0 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const next = stepped(element)
      setScrolled((before) => (before.top === next.top && before.seen === next.seen ? before : next))
    }
    // Drawn before the frame that shows the scroll, else fast scrolling shows gaps.
    const follow = () => flushSync(look)
    element.addEventListener('scroll', follow, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', follow)
      observer.disconnect()
    }
  }, [scroller])
  return scrolled
}
