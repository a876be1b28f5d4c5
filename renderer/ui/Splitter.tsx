// The handle between two panes: dragged, or moved by arrow keys; Home and End go to the least and the most, a double click to the default.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import classes from './Splitter.module.css'

type SplitterProps = {
  /** What is resized, in words. */
  label: string
  value: number
  min: number
  max: number
  /** The resized pane lies at this side of the handle. */
  side: 'left' | 'right'
  onChange: (width: number) => void
  /** Back to the default. */
  onReset: () => void
}

const step = 16

export function Splitter({ label, value, min, max, side, onChange, onReset }: SplitterProps) {
  const start = useRef({ x: 0, value })
  const grows = side === 'left' ? 1 : -1
  const put = (width: number) => onChange(Math.max(min, Math.min(max, Math.round(width))))
  const grab = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, value }
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 1) put(start.current.value + (event.clientX - start.current.x) * grows)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: value - step * grows, ArrowRight: value + step * grows, Home: min, End: max }[
      event.key
    ]
    if (to === undefined) return
    event.preventDefault()
    put(to)
  }
  return (
    <div
      className={classes.handle}
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      title="Drag, or use the arrow keys. A double click goes back to the default."
      tabIndex={0}
      onPointerDown={grab}
      onPointerMove={drag}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  )
}
