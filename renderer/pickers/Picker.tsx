// Pickers over small collections, searched in the page: one choice, or several as chips.
import { useMemo, useState } from 'react'
import { Chip } from '../ui/Chip.tsx'
import type { FieldIds } from '../ui/Field.tsx'
import { Combobox } from './Combobox.tsx'
import { withChosen } from './comboboxRows.ts'
import { matchingOptions, isRenamed, type Option } from './option.ts'
import type { RecordRef } from '../../shared/relationship/fieldRow.ts'
import type { ListState } from './listState.ts'
import { PickerFoot } from './PickerFoot.tsx'

type Shared = {
  ids: FieldIds
  options: readonly Option[]
  list: ListState
  placeholder?: string
  /** Nothing is offered until something else is chosen. */
  waits?: boolean
}

type PickerProps = Shared & {
  value: Saved | null
  onChange: (value: RecordRef | null) => void
}

type Saved = { id: number; label: string }

/** Says why a saved value is not what is offered: "Inactive", "Renamed", "Not in the list"; null when all is well. */
function trouble(saved: Saved, option: Option | undefined, list: ListState): string | null {
  if (!option) return list.asOf && !list.partial ? 'Not in the list' : null
  if (option.hidden) return option.hidden[0]?.toUpperCase() + option.hidden.slice(1)
  return isRenamed(saved.label, option.names) ? 'Renamed' : null
}

/** What is offered for what is typed, with the words and the foot of the open list. */
function useOffered(options: readonly Option[], list: ListState) {
  const [text, setText] = useState('')
  const [showHidden, setShowHidden] = useState(false)
  const { offered, guesses, hiddenWords } = useMemo(
    () => matchingOptions(options, text, showHidden),
    [options, text, showHidden],
  )
  const box = {
    text,
    guesses,
    onText: setText,
    empty: options.length === 0 ? list.missing : `Nothing matches “${text}”.`,
    foot: (
      <PickerFoot
        list={list}
        hiddenWords={hiddenWords}
        showHidden={showHidden}
        onShowHidden={setShowHidden}
      />
    ),
  }
  return { offered, box }
}

/** One value out of a small collection. A saved value that is no longer offered stays, with a badge. */
export function Picker(props: PickerProps) {
  const { ids, options, list, value, onChange, placeholder, waits = false } = props
  const { offered, box } = useOffered(options, list)
  const current = value ? options.find((option) => option.id === value.id) : undefined
  const wrong = value ? trouble(value, current, list) : null
  const meta = value ? (current?.meta ?? String(value.id)) : ''
  const kept = value && { ...value, meta, hidden: wrong, badge: null, chosen: true }
  const chosen = value?.id
  const rows = useMemo(
    () => offered.map((option) => ({ ...option, chosen: option.id === chosen })),
    [offered, chosen],
  )
  return (
    <Combobox
      {...box}
      ids={ids}
      shown={value?.label ?? ''}
      shownMeta={meta}
      placeholder={placeholder ?? 'Choose…'}
      rows={withChosen(rows, kept, box.text)}
      onChoose={(id) => onChange(options.find((option) => option.id === id)?.value ?? null)}
      onClear={value ? () => onChange(null) : undefined}
      badge={wrong && <Chip tone="warn">{wrong}</Chip>}
      warn={wrong !== null}
      waits={waits}
    />
  )
}

type MultiPickerProps = Shared & {
  values: readonly Saved[]
  onAdd: (value: RecordRef) => void
  onRemove: (id: number) => void
}

/** Several values out of a small collection; choosing one again removes it. */
export function MultiPicker(props: MultiPickerProps) {
  const { ids, options, list, values, onAdd, onRemove } = props
  const { offered, box } = useOffered(options, list)
  const chosen = new Set(values.map(({ id }) => id))
  return (
    <Combobox
      {...box}
      ids={ids}
      multiple
      shown=""
      placeholder={values.length === 0 ? (props.placeholder ?? 'Choose…') : ''}
      rows={offered.map((option) => ({ ...option, chosen: chosen.has(option.id) }))}
      onChoose={(id) => {
        const option = options.find((each) => each.id === id)
        if (chosen.has(id)) onRemove(id)
        else if (option) onAdd(option.value)
      }}
      chosen={values.map((value) => {
        const option = options.find(({ id }) => id === value.id)
        return { ...value, meta: option?.meta ?? String(value.id), trouble: trouble(value, option, list) }
      })}
      onRemove={onRemove}
      waits={props.waits ?? false}
    />
  )
}
