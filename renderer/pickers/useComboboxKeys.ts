// Which key does what in a picker's text box, and at the foot of its list, which stands at the end of the page.
import type { KeyboardEvent, RefObject } from 'react'
import { focusLastChip } from './ChoiceChips.tsx'

export type ComboboxParts = {
  box: RefObject<HTMLDivElement | null>
  input: RefObject<HTMLInputElement | null>
  dropdown: RefObject<HTMLDivElement | null>
}

type ComboboxKeys = {
  open: boolean
  /** Nothing is typed yet: the keys that go into a text go to the chips before it. */
  atChips: boolean
  /** Clears the choice where the box was emptied; null where it was not. */
  onEmptied: (() => void) | null
  onRemoveLast: () => void
  /** Enter waits for its list. */
  isEntering: () => boolean
  onShow: () => void
  onHide: () => void
  onMove: (by: number) => void
  onEnter: () => void
}

const pageRows = 8

export function useComboboxKeys({ box, input, dropdown }: ComboboxParts, keys: ComboboxKeys) {
  const { open, onHide, onMove } = keys
  /** What is typed next takes the place of the value shown. */
  const show = () => {
    keys.onShow()
    input.current?.select()
  }
  const moves: Record<string, () => void> = {
    ArrowDown: () => (open ? onMove(1) : show()),
    ArrowUp: () => (open ? onMove(-1) : show()),
    PageDown: () => onMove(pageRows),
    PageUp: () => onMove(-pageRows),
    Enter: () => (open ? keys.onEnter() : show()),
  }
  const footButtons = () => [...(dropdown.current?.querySelectorAll('button') ?? [])]
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    // Before the focus moves: the button that clears the choice goes with it, and would be the next stop.
    if (event.key === 'Tab' && keys.onEmptied) return keys.onEmptied()
    const [foot] = footButtons()
    if (event.key === 'Tab' && !event.shiftKey && open && foot && !keys.isEntering()) {
      event.preventDefault()
      return foot.focus()
    }
    if (keys.atChips) {
      if (event.key === 'Backspace') return keys.onRemoveLast()
      if (event.key === 'ArrowLeft') return focusLastChip(box.current)
    }
    if (event.altKey && !event.ctrlKey && event.key === 'ArrowDown') return show()
    if (event.altKey && !event.ctrlKey && event.key === 'ArrowUp') return onHide()
    const act = moves[event.key]
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act()
  }
  const onKeyDownInFoot = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return
    const stops = [input.current, ...footButtons()]
    const next = stops[stops.findIndex((stop) => stop === event.target) + (event.shiftKey ? -1 : 1)]
    if (next) {
      event.preventDefault()
      return next.focus()
    }
    // On to what comes after the text box.
    input.current?.focus()
    onHide()
  }
  return { onKeyDown, onKeyDownInFoot }
}
