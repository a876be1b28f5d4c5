// The picker of a setting that points at records: its collection's list, or the part of it that another setting leaves.
import { useMemo } from 'react'
import { fields, recordFields, type RecordPath } from '../../shared/relationship/fields.ts'
import {
  CompanyMultiPicker,
  CompanyPicker,
  MultiPicker,
  Picker,
  recordOptions,
  useChosenUses,
} from '../pickers/pickersFront.ts'
import type { FieldIds } from '../ui/Field.tsx'
import { chooseFirst, type NarrowedList, narrowedLists } from './narrowedLists.ts'
import { companyTrouble, listState } from './settingListState.ts'
import type { SettingContext } from './settingContext.ts'

type SettingPickerProps = SettingContext & { path: RecordPath; ids: FieldIds }

export function SettingPicker({ path, ids, form, data, target }: SettingPickerProps) {
  const { draft } = form
  const { collection, control, records } = recordFields[path]
  const { options, unknownUntilThen }: NarrowedList = narrowedLists[path] ?? {}
  const held = records.read(draft)
  const first = chooseFirst(path, draft)
  const whole = { ...listState(data, collection), chosen: useChosenUses(target, collection, held) }
  const list =
    first === null ? whole : { ...whole, missing: first, asOf: unknownUntilThen ? null : whole.asOf }
  const { view } = data
  // A list of people takes as long to put in order as a section takes to draw: not at every key, nor for another company.
  const all = useMemo(
    () => (view && !options ? recordOptions(view, collection) : []),
    [view, options, collection],
  )
  const choose = (chosen: typeof held) => form.choose(path, chosen)
  const [one = null] = held

  if (collection === 'companies') {
    const box = { ids, list, target }
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
    list,
    placeholder: first?.slice(0, -1) ?? fields[path].placeholder,
    waits: first !== null && held.length === 0,
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
