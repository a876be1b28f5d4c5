// Arrow keys in a column of things that take the focus.
import type { KeyboardEvent } from 'react'

/** Up and Down take the focus from one of `selector` to the next within the element that listens; answers with that one. */
export function moveFocus<Kind extends HTMLElement>(
  event: KeyboardEvent<HTMLElement>,
  selector: string,
): Kind | undefined {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by) return
  const all = [...event.currentTarget.querySelectorAll<Kind>(selector)]
  const at = all.findIndex((each) => each === document.activeElement)
  if (at < 0) return
  event.preventDefault()
  const next = all[at + by]
  next?.focus()
  return next
}
