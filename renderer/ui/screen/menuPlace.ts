// Where the menu of a row is asked for: by a right click, by the menu key or Shift F10.
import type { MouseEvent } from 'react'

/** In pixels of the window. */
export type MenuPlace = { x: number; y: number }

const hasItsOwn = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input:not([type="checkbox"]), textarea') !== null

/** null where what is below the pointer has a menu of its own. `anchor`: what a menu asked for by key belongs to. */
export function menuPlaceOf(event: MouseEvent, anchor?: Element | null): MenuPlace | null {
  if (hasItsOwn(event.target)) return null
  event.preventDefault()
  const box = anchor?.getBoundingClientRect()
  if (box) return { x: box.left + 16, y: box.bottom }
  return { x: event.clientX, y: event.clientY }
}
