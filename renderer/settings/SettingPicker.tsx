// The picker of each setting, one row a setting: what it holds, what it offers, and how a choice becomes its value.
import type { ReactNode } from 'react'
import type { Collections } from '../../shared/reference/collections.ts'
import { draftLandingBoard } from '../../shared/relationship/edit.ts'
import { fields, type RecordPath } from '../../shared/relationship/fields.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import { type FieldValues, getSetting } from '../../shared/relationship/values.ts'
import {
  allStatusOptions,
  boardOptions,
  checkboxOptions,
  CompanyMultiPicker,
  CompanyPicker,
  type ListState,
  memberOptions,
  MultiPicker,
  type Option,
  Picker,
  plainOptions,
  statusOptions,
  useChosenUses,
  workRoleOptions,
} from '../pickers/pickersFront.ts'
import type { FieldIds } from '../ui/Field.tsx'
import { chosenValues, shownValue } from './chosenValues.ts'
import { companyTrouble, listState } from './settingListState.ts'
import type { SettingContext } from './settingContext.ts'

type SettingPickerProps = SettingContext & { path: RecordPath; ids: FieldIds; required: boolean }

const without = <Item extends { id: number }>(items: readonly Item[], id: number): Item[] =>
  items.filter((item) => item.id !== id)

type Offers<Value> = (collections: Collections, draft: RelationshipDraft) => readonly Option<Value>[]

type More = {
  placeholder?: string
  /** What to choose before this list holds anything; null when nothing is. */
  missing?: (draft: RelationshipDraft) => string | null
  /** Until then nothing is known of the list, so a saved value is not called missing. */
  unknownUntilThen?: boolean
}

type RenderProps = SettingPickerProps & Pick<ListState, 'chosen'>
type Render = (props: RenderProps) => ReactNode

function commonOf(
  { path, ids, required, form, data, chosen }: RenderProps,
  { placeholder, missing, unknownUntilThen }: More = {},
) {
  const list = { ...listState(data, fields[path].collection ?? 'boards'), chosen }
  const first = missing?.(form.draft) ?? null
  return {
    ids,
    required,
    list: first === null ? list : { ...list, missing: first, asOf: unknownUntilThen ? null : list.asOf },
    ...(first !== null ? { placeholder: first.slice(0, -1) } : placeholder !== undefined && { placeholder }),
  }
}

/** The settings that hold one record, and those that hold several. */
type OnePath = Exclude<RecordPath, SeveralPath>
type SeveralPath = { [Path in RecordPath]: FieldValues[Path] extends unknown[] ? Path : never }[RecordPath]

const one =
  <Path extends OnePath>(offers: Offers<FieldValues[Path]>, more?: More) =>
  (path: Path): Render =>
  (props) => {
    const { form, data } = props
    return (
      <Picker
        {...commonOf(props, more)}
        options={offers(data.collections, form.draft)}
        value={shownValue(getSetting[path](form.draft))}
        onChange={(value) => form.set(path, value)}
      />
    )
  }

const several =
  <Path extends SeveralPath>(offers: Offers<FieldValues[Path][number]>, more?: More) =>
  (path: Path): Render =>
  (props) => {
    const { form, data } = props
    const chosen: readonly FieldValues[Path][number][] = getSetting[path](form.draft)
    return (
      <MultiPicker
        {...commonOf(props, more)}
        options={offers(data.collections, form.draft)}
        values={chosen.map(({ id, name }) => ({ id, label: name }))}
        onAdd={(value) => form.set(path, [...chosen, value])}
        onRemove={(id) => form.set(path, without(chosen, id))}
      />
    )
  }

const boards = ({ boards = [] }: Collections) => boardOptions(boards)
const members = ({ members = [] }: Collections) => memberOptions(members)
const priorities = ({ priorities = [] }: Collections) => plainOptions(priorities)

const unless = (chosen: readonly unknown[], first: string) => (chosen.length > 0 ? null : first)

const boardFirst = (draft: RelationshipDraft): string | null =>
  draftLandingBoard(draft)
    ? null
    : `Choose the ${draft.role === 'source' ? 'default' : 'service'} board first.`

const pickers: { [Path in RecordPath]: (path: Path) => Render } = {
  company: () => (props) => (
    <CompanyPicker
      {...commonOf(props)}
      target={props.target}
      value={props.form.draft.settings.company}
      trouble={companyTrouble(props.data, props.form.draft.settings.company)}
      onChange={(value) => props.form.set('company', value)}
    />
  ),
  boards: several(boards),
  defaultBoard: one(
    (lists, { settings }) => boards(lists).filter((each) => settings.boards.some(({ id }) => id === each.id)),
    { missing: ({ settings }) => unless(settings.boards, 'Choose the boards above first.') },
  ),
  serviceBoard: one(boards),
  status: one(({ statuses = [] }, draft) => statusOptions(statuses, draftLandingBoard(draft)?.id ?? null), {
    missing: boardFirst,
    unknownUntilThen: true,
  }),
  priority: one(priorities),
  source: one(({ sources = [] }) => plainOptions(sources)),
  owner: one(members),
  'timeEntries.defaultWorkRole': one(({ workRoles = [] }) => workRoleOptions(workRoles)),
  'timeEntries.defaultMember': one(members),
  'reverseSync.filter.boards': several(boards),
  'reverseSync.filter.companies': () => (props) => (
    <CompanyMultiPicker
      {...commonOf(props)}
      target={props.target}
      values={props.form.draft.settings.reverseSync.filter.companies}
      trouble={(value) => companyTrouble(props.data, value)}
      onChange={(values) => props.form.set('reverseSync.filter.companies', values)}
    />
  ),
  'reverseSync.filter.statuses': several(
    ({ statuses = [] }, { settings }) =>
      allStatusOptions(
        statuses,
        settings.reverseSync.filter.boards.map(({ id }) => id),
      ),
    {
      missing: ({ settings }) =>
        unless(settings.reverseSync.filter.boards, 'Choose boards in the filter above first.'),
    },
  ),
  'reverseSync.filter.priorities': several(priorities),
  'reverseSync.fieldFilter': one(({ customFields = [] }) => checkboxOptions(customFields), {
    placeholder: 'All tickets of the boards above',
  }),
}

const pickerOf = <Path extends RecordPath>(path: Path): Render => pickers[path](path)

/** The picker of a setting that points at records. */
export function SettingPicker(props: SettingPickerProps) {
  const { path, form, target } = props
  const chosen = useChosenUses(target, fields[path].collection, chosenValues(form.draft, path))
  return pickerOf(path)({ ...props, chosen })
}
