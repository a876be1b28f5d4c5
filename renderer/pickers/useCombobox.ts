// What a picker's text box does: opening, moving through the list, choosing what was seen, clearing, closing.
import { type FocusEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLayer } from '../ui/behaviour/layers.ts'
import type { Choice } from './ChoiceChips.tsx'
import { activeRow, rowMeant } from './comboboxRows.ts'
import type { ListboxRow } from './Listbox.tsx'
import { type ComboboxParts, useComboboxKeys } from './useComboboxKeys.ts'

export type ComboboxModel = {
  /** The chosen value in words, shown while the list is closed. */
  shown: string
  rows: readonly ListboxRow[]
  /** So many of the rows, the last ones, only resemble the text: Enter chooses none of them unseen. */
  guesses: number
  text: string
  /** The rows belong to an earlier text: those of this one are on their way. */
  waiting?: boolean
  onText: (text: string) => void
  onChoose: (id: number) => void
  /** Removes the choice; absent where there is nothing to remove. */
  onClear?: (() => void) | undefined
  onOpenChange?: (open: boolean) => void
  /** The chosen ones of a multiple choice, before the text. */
  chosen?: readonly Choice[]
  onRemove?: (id: number) => void
  multiple?: boolean
}

export function useCombobox(props: ComboboxModel, parts: ComboboxParts) {
  const { input, dropdown } = parts
  const { text, rows, guesses, waiting = false, multiple = false, chosen = [], onRemove } = props
  const [open, setOpen] = useState(false)
  /** Until something was typed the box shows the chosen value. */
  const [typing, setTyping] = useState(false)
  const [pointed, setPointed] = useState<number | null>(null)
  /** Enter was pressed before the list of what is typed was there: the row that was active then, null without one. */
  const entered = useRef<{ seen: number | null } | null>(null)
  const active = activeRow({ rows, guesses, pointed, typed: typing ? text : null, multiple })
  const emptied = typing && text.trim() === '' && props.onClear !== undefined

  const show = () => {
    if (open) return
    setOpen(true)
    props.onOpenChange?.(true)
  }
  /** What is typed next takes the place of the value: once the button is let go, which would put the cursor into its middle. */
  const showByPress = () => {
    if (open) return
    show()
    const before = input.current?.value
    const selectAll = () => {
      const box = input.current
      // A part of it may have been selected by dragging; the next letter must not take the place of those typed already.
      if (box && box.value === before && box.selectionStart === box.selectionEnd) box.select()
    }
    window.addEventListener('mouseup', () => setTimeout(selectAll), { once: true })
  }
  const hide = () => {
    if (!open) return
    setOpen(false)
    setTyping(false)
    setPointed(null)
    entered.current = null
    props.onText('')
    props.onOpenChange?.(false)
  }
  const choose = (row: ListboxRow | undefined) => {
    if (!row) return
    if (multiple || !row.chosen) props.onChoose(row.id)
    if (!multiple) return hide()
    props.onText('')
    setTyping(false)
    setPointed(row.id)
  }
  const enter = () => {
    if (waiting && typing && !emptied) return void (entered.current = { seen: rows[active]?.id ?? null })
    if (emptied) props.onClear?.()
    else if (active >= 0 && !waiting) return choose(rows[active])
    // What only resembles it stays in sight, to be moved to; where nothing does, what was typed stays to be mended.
    else if (typing && rows.length === guesses) return
    // Nothing was there to be seen, so nothing is chosen; an empty box goes on waiting for its list.
    if (!waiting || emptied || props.shown !== '') hide()
  }
  const enterLate = useEffectEvent(() => {
    const meant = rowMeant(rows.slice(0, rows.length - guesses), text, entered.current?.seen ?? null)
    entered.current = null
    if (meant) choose(meant)
    else if (document.activeElement !== input.current) hide()
  })
  useEffect(() => {
    if (waiting || !entered.current) return
    const soon = setTimeout(enterLate)
    return () => clearTimeout(soon)
  }, [waiting])

  const keys = useComboboxKeys(parts, {
    open,
    atChips: text === '' && chosen.length > 0,
    onEmptied: emptied ? () => props.onClear?.() : null,
    onRemoveLast: () => onRemove?.(chosen.at(-1)?.id ?? 0),
    isEntering: () => entered.current !== null,
    onShow: show,
    onHide: hide,
    onMove: (by) => setPointed(rows[Math.max(0, Math.min(rows.length - 1, active + by))]?.id ?? null),
    onEnter: enter,
  })
  // The button of the foot that was stepped to goes when the list of what is typed comes without anything hidden.
  useEffect(() => {
    if (open && document.activeElement === document.body) input.current?.focus()
  })
  useLayer(open, 'popup', () => {
    input.current?.focus()
    hide()
  })
  const onBlur = (event: FocusEvent) => {
    if (dropdown.current?.contains(event.relatedTarget) || event.relatedTarget === input.current) return
    if (emptied) props.onClear?.()
    if (!entered.current) hide()
  }
  const type = (value: string) => {
    show()
    setTyping(true)
    setPointed(null)
    entered.current = null
    props.onText(value)
  }
  return {
    open,
    active,
    value: multiple ? text : open && typing ? text : props.shown,
    show,
    showByPress,
    type,
    choose: (index: number) => choose(rows[index]),
    point: (index: number) => setPointed(rows[index]?.id ?? null),
    onBlur,
    ...keys,
  }
}
