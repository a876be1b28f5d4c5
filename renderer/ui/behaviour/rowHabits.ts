// What hands expect of rows: arrows move through them, however many there are, and marking text in one does not open it.
import type { Virtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, MouseEvent } from 'react'
import { fold } from '../../../shared/text/fold.ts'

/** Rows a page key moves by. */
const page = 10
/** Frames in which a row that was scrolled to is drawn. */
const patience = 5

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, last) => Math.min(at + page, last),
  PageUp: (at) => Math.max(at - page, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

const hasModifier = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  altKey || ctrlKey || metaKey || shiftKey

/** Keys mean something else there. */
const typesIn = 'select, textarea, input:not([type="checkbox"])'

const controlsOf = (row: Element): HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>('button:not(:disabled), a[href], input:not(:disabled)'),
]

/** A control of a row that carries `data-index`: the row's place in the list, and the control's in the row. */
export type RowControl = { index: number; column: number }

export function rowControlOf(target: EventTarget): RowControl | null {
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-index]') : null
  const column = row ? controlsOf(row).findIndex((each) => each === target) : -1
  return row && column >= 0 ? { index: Number(row.dataset['index']), column } : null
}

/** Gives the focus to a control of a row that is drawn, where nothing else on the screen has it. */
export function returnToRow(list: Element | null, { index, column }: RowControl): void {
  const { activeElement } = document
  if (activeElement !== document.body && !activeElement?.matches('main')) return
  const row = list?.querySelector(`[data-index="${index}"]`)
  if (row) controlsOf(row)[column]?.focus({ preventScroll: true })
}

/** Letters typed within a second of each other are one beginning. */
let typed = { text: '', at: 0 }

/** The next row whose name begins with what is typed, from the one the focus is on. */
function rowTyped(
  { key, timeStamp }: KeyboardEvent,
  at: number,
  last: number,
  nameOf: NameOf,
): number | null {
  if (!/^\S$/u.test(key)) return null
  const goesOn = typed.text !== '' && timeStamp - typed.at < 1000
  for (const text of goesOn ? [typed.text + key, key] : [key]) {
    const from = text === key ? at + 1 : at
    const rows = Array.from({ length: last + 1 }, (_, step) => (from + step) % (last + 1))
    const wanted = fold(text)
    const found = rows.find((index) => fold(nameOf(index)).startsWith(wanted))
    typed = { text, at: timeStamp }
    if (found !== undefined) return found
  }
  return null
}

/** What the row at a place is called; empty where nobody would look for it by name. */
type NameOf = (index: number) => string

/** Moves the focus from row to row of a virtual list, to the same control; its rows carry `data-index`. */
export const moveThroughRows =
  ({ options, scrollElement, scrollToIndex }: Virtualizer<HTMLDivElement, Element>, nameOf: NameOf) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event
    if (hasModifier(event) || !(target instanceof HTMLElement) || target.matches(typesIn)) return
    const control = rowControlOf(target)
    if (!control) return
    const { index: at, column } = control
    const last = options.count - 1
    const to = moves[event.key]?.(at, last) ?? rowTyped(event, at, last, nameOf)
    if (to === null) return
    event.preventDefault()
    const goTo = (index: number, by: number, frames: number): void => {
      if (index < 0 || index > last) return
      const next = scrollElement?.querySelector(`[data-index="${index}"]`)
      if (!next) return void (frames > 0 && requestAnimationFrame(() => goTo(index, by, frames - 1)))
      const controls = controlsOf(next)
      // A heading has nothing to stand on: on to the row behind it.
      if (controls.length === 0) return goTo(index + by, by, frames)
      scrollToIndex(index, { align: 'auto' })
      controls[Math.min(column, controls.length - 1)]?.focus({ preventScroll: true })
    }
    scrollToIndex(Math.max(0, Math.min(to, last)), { align: 'auto' })
    goTo(to, event.key === 'Home' || (event.key !== 'End' && to > at) ? 1 : -1, patience)
  }

/** Up, Down, Home and End take the focus from one of `selector` to another within the element that listens; answers with that one. */
export function moveFocus<Kind extends HTMLElement>(
  event: KeyboardEvent<HTMLElement>,
  selector: string,
): Kind | undefined {
  const move = moves[event.key]
  if (!move || hasModifier(event)) return
  const all = [...event.currentTarget.querySelectorAll<Kind>(selector)]
  const at = all.findIndex((each) => each === document.activeElement)
  if (at < 0) return
  event.preventDefault()
  const next = all[move(at, all.length - 1)]
  next?.focus()
  return next
}

/** A click on a row that ends the marking of text in it, and is no wish to open it. */
export function isMarkingText({ target, currentTarget }: MouseEvent): boolean {
  const selection = getSelection()
  return (
    selection?.isCollapsed === false &&
    currentTarget.contains(selection.anchorNode) &&
    target instanceof Element &&
    target.closest('button, a, input, label') === null
  )
}
