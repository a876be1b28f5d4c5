// The text box of every picker and the list below it: searches on every key press, works with the keyboard alone.
import { Popover } from '@mantine/core'
import { type ReactNode, useId, useRef } from 'react'
import { IconSelector, IconX } from '@tabler/icons-react'
import type { FieldIds } from '../ui/Field.tsx'
import { ChoiceChips } from './ChoiceChips.tsx'
import { Listbox, optionId } from './Listbox.tsx'
import classes from './Picker.module.css'
import { type ComboboxModel, useCombobox } from './useCombobox.ts'

type ComboboxProps = ComboboxModel & {
  ids: FieldIds
  /** Identifier and id of the chosen value, at the right. */
  shownMeta?: string
  placeholder: string
  badge?: ReactNode
  empty: string
  foot: ReactNode
  warn?: boolean
  /** Looks closed: its list is empty until something else is chosen, and says so when it is opened. */
  waits?: boolean
}

const listWidth = 480

export function Combobox(props: ComboboxProps) {
  const { ids, rows, multiple = false, chosen = [], onRemove } = props
  const listId = useId()
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const dropdown = useRef<HTMLDivElement>(null)
  const { open, active, value, show, showByPress, ...acts } = useCombobox(props, { box, input, dropdown })
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
          data-waits={props.waits || undefined}
          onMouseDown={(event) => {
            const onButton = event.target instanceof Element && event.target.closest('button') !== null
            if (event.button !== 0 || onButton) return
            // Not once it is let go: a sentence above may go with the last choice, and the box with it from under the pointer.
            showByPress()
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
            aria-activedescendant={open && active >= 0 ? optionId(listId, active) : undefined}
            className={classes.input}
            placeholder={props.placeholder}
            value={value}
            onChange={(event) => acts.type(event.currentTarget.value)}
            onClick={show}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={acts.onBlur}
            onKeyDown={acts.onKeyDown}
          />
          {props.badge}
          {!open && props.shownMeta && <bdi className={classes.meta}>{props.shownMeta}</bdi>}
          {props.onClear && (
            <button
              type="button"
              className={classes.clear}
              aria-label="Clear this choice"
              aria-describedby={ids['aria-labelledby']}
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
        onBlur={acts.onBlur}
        onKeyDown={acts.onKeyDownInFoot}
        // On Linux the middle button would paste into the box.
        onMouseUp={(event) => event.button === 1 && event.preventDefault()}
      >
        <Listbox
          id={listId}
          rows={rows}
          guesses={props.guesses}
          text={props.text}
          active={active}
          multiple={multiple}
          empty={props.empty}
          kept={props.shown}
          foot={props.foot}
          onChoose={acts.choose}
          onHover={acts.point}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
