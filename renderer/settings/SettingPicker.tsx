// The picker of a setting that points at records: its collection's list, or the part of it that another setting leaves.
import { useMemo } from 'react'
import type { Collections } from '../../shared/reference/collections.ts'
import { draftLandingBoard } from '../../shared/relationship/edit.ts'
import { fields, recordFields, type RecordPath } from '../../shared/relationship/fields.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import {
  allStatusOptions,
  boardOptions,
  CompanyMultiPicker,
  CompanyPicker,
  MultiPicker,
  type Option,
  Picker,
  recordOptions,
  statusOptions,
  useChosenUses,
} from '../pickers/pickersFront.ts'
import type { FieldIds } from '../ui/Field.tsx'
import { companyTrouble, listState } from './settingListState.ts'
import type { SettingContext } from './settingContext.ts'

type SettingPickerProps = SettingContext & { path: RecordPath; ids: FieldIds; required: boolean }

type Narrowed = {
  /** What is offered in place of the whole list. */
  options?: (collections: Collections, draft: RelationshipDraft) => readonly Option[]
  /** What to choose before this list holds anything; null when nothing is. */
  missing?: (draft: RelationshipDraft) => string | null
  /** Until then nothing is known of the list, so a saved value is not called missing. */
  unknownUntilThen?: boolean
}

const unless = (chosen: readonly unknown[], first: string) => (chosen.length > 0 ? null : first)

const narrowed: { readonly [Path in RecordPath]?: Narrowed } = {
  defaultBoard: {
    options: ({ boards = [] }, { settings }) =>
      boardOptions(boards.filter((each) => settings.boards.some(({ id }) => id === each.id))),
    missing: ({ settings }) => unless(settings.boards, 'Choose the boards above first.'),
  },
  status: {
    options: ({ statuses = [] }, draft) => statusOptions(statuses, draftLandingBoard(draft)?.id ?? null),
    missing: (draft) =>
      draftLandingBoard(draft)
        ? null
        : `Choose the ${draft.role === 'source' ? 'default' : 'service'} board first.`,
    unknownUntilThen: true,
  },
  'reverseSync.filter.statuses': {
    options: ({ statuses = [] }, { settings }) =>
      allStatusOptions(
        statuses,
        settings.reverseSync.filter.boards.map(({ id }) => id),
      ),
    missing: ({ settings }) =>
      unless(settings.reverseSync.filter.boards, 'Choose boards in the filter above first.'),
  },
}

export function SettingPicker({ path, ids, required, form, data, target }: SettingPickerProps) {
  const { draft } = form
  const { collection, control, records } = recordFields[path]
  const { options, missing, unknownUntilThen }: Narrowed = narrowed[path] ?? {}
  const held = records.read(draft)
  const first = missing?.(draft) ?? null
  const whole = { ...listState(data, collection), chosen: useChosenUses(target, collection, held) }
  const list =
    first === null ? whole : { ...whole, missing: first, asOf: unknownUntilThen ? null : whole.asOf }
  // A list of people takes as long to put in order as a section takes to draw: not at every key.
  const all = useMemo(() => recordOptions(data, collection), [data, collection])
  const choose = (chosen: typeof held) => form.choose(path, chosen)
  const [one = null] = held

  if (collection === 'companies') {
    const box = { ids, required, list, target }
    return control === 'many' ? (
      <CompanyMultiPicker
        {...box}
        values={held}
        trouble={(value) => companyTrouble(data, value)}
        onChange={choose}
      />
    ) : (
      <CompanyPicker
        {...box}
        value={one}
        trouble={companyTrouble(data, one)}
        onChange={(value) => choose(value ? [value] : [])}
      />
    )
  }
  const box = {
    ids,
    required,
    list,
    placeholder: first?.slice(0, -1) ?? fields[path].placeholder,
    options: options?.(data.collections, draft) ?? all,
  }
  return control === 'many' ? (
    <MultiPicker
      {...box}
      values={held.map(({ id, name }) => ({ id, label: name }))}
      onAdd={(value) => choose([...held, value])}
      onRemove={(removed) => choose(held.filter(({ id }) => id !== removed))}
    />
  ) : (
    <Picker
      {...box}
      value={one && { id: one.id, label: one.name }}
      onChange={(value) => choose(value ? [value] : [])}
    />
  )
}
