// The text box of every picker: opens the list, searches on every key press, works with the keyboard alone.
import { Popover } from '@mantine/core'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { IconSelector, IconX } from '@tabler/icons-react'
import type { FieldIds } from '../ui/Field.tsx'
import { type Choice, ChoiceChips, focusLastChip } from './ChoiceChips.tsx'
import { Listbox, type ListboxRow, optionId } from './Listbox.tsx'
import classes from './Picker.module.css'

type ComboboxProps = {
  ids: FieldIds
  /** The chosen value in words, shown while the list is closed. */
  shown: string
  /** Identifier and id of the chosen value, at the right. */
  shownMeta?: string
  placeholder: string
  rows: readonly ListboxRow[]
  text: string
  onText: (text: string) => void
  onChoose: (id: number) => void
  /** Removes the choice; absent where there is nothing to remove. */
  onClear?: (() => void) | undefined
  onOpenChange?: (open: boolean) => void
  /** The chosen ones of a multiple choice, before the text. */
  chosen?: readonly Choice[]
  onRemove?: (id: number) => void
  badge?: ReactNode
  multiple?: boolean
  required?: boolean
  empty: string
  foot: ReactNode
  warn?: boolean
}

const pageRows = 8
const listWidth = 480

export function Combobox(props: ComboboxProps) {
  const { ids, rows, text, onText, onChoose, multiple = false, chosen = [], onRemove } = props
  const listId = useId()
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const dropdown = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  /** null until something was typed: until then the box shows the chosen value. */
  const [typed, setTyped] = useState(false)

  const show = () => {
    if (open) return
    setOpen(true)
    setTyped(false)
    const chosen = rows.findIndex((row) => row.chosen)
    setActive(Math.max(0, chosen))
    props.onOpenChange?.(true)
  }
  const hide = () => {
    if (!open) return
    setOpen(false)
    setTyped(false)
    onText('')
    props.onOpenChange?.(false)
  }
  const choose = (index: number) => {
    const row = rows[index]
    if (!row) return
    onChoose(row.id)
    if (multiple) onText('')
    else hide()
  }
  const move = (to: number) => setActive(Math.max(0, Math.min(rows.length - 1, to)))

  const moves: Record<string, () => void> = {
    ArrowDown: () => (open ? move(active + 1) : show()),
    ArrowUp: () => (open ? move(active - 1) : show()),
    PageDown: () => move(active + pageRows),
    PageUp: () => move(active - pageRows),
    Enter: () => (open ? choose(active) : show()),
  }
  const leave = (event: KeyboardEvent) => {
    // The window's own Escape (discard the draft) must not fire as well.
    event.stopPropagation()
    event.preventDefault()
    input.current?.focus()
    hide()
  }
  const onBlur = (event: FocusEvent) => {
    if (!dropdown.current?.contains(event.relatedTarget) && event.relatedTarget !== input.current) hide()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && open) return leave(event)
    // The list stands at the end of the page; its foot is the next stop all the same.
    const foot = dropdown.current?.querySelector('button')
    if (event.key === 'Tab' && !event.shiftKey && open && foot) {
      event.preventDefault()
      return foot.focus()
    }
    if (text === '' && chosen.length > 0) {
      if (event.key === 'Backspace') return onRemove?.(chosen.at(-1)?.id ?? 0)
      if (event.key === 'ArrowLeft') return focusLastChip(box.current)
    }
    const act = moves[event.key]
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act()
  }

  const onKeyDownInFoot = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return leave(event)
    if (event.key !== 'Tab') return
    input.current?.focus()
    if (event.shiftKey) event.preventDefault()
    else hide()
  }
  const value = multiple ? text : open && typed ? text : props.shown
  return (
    <Popover
      opened={open}
      withRoles={false}
      width={listWidth}
      position="bottom-start"
      shadow="md"
      transitionProps={{ duration: 120 }}
      trapFocus={false}
      returnFocus={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      offset={4}
      withinPortal
    >
      <Popover.Target>
        <div
          ref={box}
          className={classes.box}
          data-invalid={ids['aria-invalid'] || undefined}
          data-warn={props.warn || undefined}
          onMouseDown={(event) => {
            const onButton = event.target instanceof Element && event.target.closest('button') !== null
            if (event.button !== 0 || onButton) return
            // Not once it is let go: a sentence above may go with the last choice, and the box with it from under the pointer.
            show()
            if (event.target === input.current) return
            event.preventDefault()
            input.current?.focus()
          }}
        >
          {onRemove && <ChoiceChips chosen={chosen} onRemove={onRemove} box={box} input={input} />}
          <input
            {...ids}
            ref={input}
            role="combobox"
            type="text"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-autocomplete="list"
            aria-required={props.required || undefined}
            aria-activedescendant={open && rows.length > 0 ? optionId(listId, active) : undefined}
            className={classes.input}
            placeholder={props.placeholder}
            value={value}
            onChange={(event) => {
              show()
              setTyped(true)
              setActive(0)
              onText(event.currentTarget.value)
            }}
            onClick={show}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={onBlur}
            onKeyDown={onKeyDown}
          />
          {props.badge}
          {!open && props.shownMeta && <bdi className={classes.meta}>{props.shownMeta}</bdi>}
          {props.onClear && (
            <button
              type="button"
              className={classes.clear}
              aria-label="Clear this choice"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                input.current?.focus()
                props.onClear?.()
              }}
            >
              <IconX size={14} aria-hidden />
            </button>
          )}
          <IconSelector size={16} className={classes.chevron} aria-hidden />
        </div>
      </Popover.Target>
      <Popover.Dropdown
        ref={dropdown}
        p={0}
        className={classes.dropdown}
        role="region"
        aria-label="Open list"
        onBlur={onBlur}
        onKeyDown={onKeyDownInFoot}
      >
        <Listbox
          id={listId}
          rows={rows}
          active={active}
          multiple={multiple}
          empty={props.empty}
          kept={props.shown}
          foot={props.foot}
          onChoose={choose}
          onHover={setActive}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
