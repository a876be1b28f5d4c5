// Where the menu of a row is asked for: by a right click, by the menu key or Shift F10, by Delete for what takes it away; and its other keys.
import type { KeyboardEvent, MouseEvent } from 'react'
import { isPressed } from '../behaviour/shortcuts.ts'

/** In pixels of the window. `toDelete`: it begins at the entry that takes something away. */
export type MenuPlace = { x: number; y: number; toDelete?: boolean }

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

/** What a row does at its keys: its menu at Delete, a new name at F2; every other key does what it does. */
export function answerRowKey(
  event: KeyboardEvent,
  { show, rename }: { show: (place: MenuPlace) => void; rename: () => void },
): void {
  const { target, nativeEvent } = event
  const toRename = isPressed(nativeEvent, 'F2')
  if (!toRename && !isPressed(nativeEvent, 'Delete')) return
  if (!(target instanceof Element) || hasItsOwn(target)) return
  event.preventDefault()
  // F2 of the screen would rename what is open.
  event.stopPropagation()
  if (toRename) return rename()
  const { left, bottom } = target.getBoundingClientRect()
  // A key that is pressed outside of it closes the library's menu, and this one is still on its way.
  setTimeout(() => show({ x: left + 16, y: bottom, toDelete: true }))
}
