// How large an element is, as the browser tells it once the page is laid out, before that is painted.
import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

type Size = { width: number; height: number }

/** Answers with the function that ends it. */
function observeSize(element: Element | null, report: (size: Size) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return
    const { width, height } = entry.contentRect
    report({ width: Math.round(width), height: Math.round(height) })
  })
  if (element) observer.observe(element)
  return () => observer.disconnect()
}

/**
 * For lists of which only what is in sight is drawn. The library's own way asks at once: then the whole page is laid out
 * in the middle of being drawn, and again when it is done. Rows come in a task of their own.
 */
export const observeScroller = (
  { scrollElement }: Virtualizer<HTMLDivElement, Element>,
  report: (size: Size) => void,
): (() => void) => observeSize(scrollElement, report)

/** The width from the first paint on: it decides whether two things fit beside each other. */
export function useWidth<Kind extends HTMLElement>(): [RefObject<Kind | null>, number] {
  const element = useRef<Kind>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => observeSize(element.current, (size) => setWidth(size.width)), [])
  return [element, width]
}
