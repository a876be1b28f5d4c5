// The picker of each setting, one row a setting: what it holds, what it offers, and how a choice becomes its value.
import type { ReactNode } from 'react'
import type { Collections } from '../../shared/reference/collections.ts'
import { draftLandingBoard } from '../../shared/relationship/edit.ts'
import { fields, type RecordPath } from '../../shared/relationship/fields.ts'
import type { RelationshipDraft, SettingsDraft } from '../../shared/relationship/draft.ts'
import type { FieldRef, Ref } from '../../shared/relationship/relationship.ts'
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
import type { DraftForm } from './useDraft.ts'

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

type One<Value> = More & {
  read: (settings: SettingsDraft) => Value | null
  write: (form: DraftForm, value: Value | null) => void
  offers: Offers<Value>
}

type Several<Value> = More & {
  read: (settings: SettingsDraft) => readonly Value[]
  write: (form: DraftForm, values: Value[]) => void
  offers: Offers<Value>
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

const one =
  <Value extends Ref | FieldRef>({ read, write, offers, ...more }: One<Value>): Render =>
  (props) => {
    const { form, data } = props
    return (
      <Picker
        {...commonOf(props, more)}
        options={offers(data.collections, form.draft)}
        value={shownValue(read(form.draft.settings))}
        onChange={(value) => write(form, value)}
      />
    )
  }

const several =
  <Value extends Ref>({ read, write, offers, ...more }: Several<Value>): Render =>
  (props) => {
    const { form, data } = props
    const chosen = read(form.draft.settings)
    return (
      <MultiPicker
        {...commonOf(props, more)}
        options={offers(data.collections, form.draft)}
        values={chosen.map(({ id, name }) => ({ id, label: name }))}
        onAdd={(value) => write(form, [...chosen, value])}
        onRemove={(id) => write(form, without(chosen, id))}
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

const pickers: Record<RecordPath, Render> = {
  company: (props) => (
    <CompanyPicker
      {...commonOf(props)}
      target={props.target}
      value={props.form.draft.settings.company}
      trouble={companyTrouble(props.data, props.form.draft.settings.company)}
      onChange={(value) => props.form.set('company', value)}
    />
  ),
  boards: several({
    read: (settings) => settings.boards,
    write: (form, values) => form.set('boards', values),
    offers: boards,
  }),
  defaultBoard: one({
    read: (settings) => settings.defaultBoard,
    write: (form, value) => form.set('defaultBoard', value),
    offers: (lists, { settings }) =>
      boards(lists).filter((each) => settings.boards.some(({ id }) => id === each.id)),
    missing: ({ settings }) => unless(settings.boards, 'Choose the boards above first.'),
  }),
  serviceBoard: one({
    read: (settings) => settings.serviceBoard,
    write: (form, value) => form.set('serviceBoard', value),
    offers: boards,
  }),
  status: one({
    read: (settings) => settings.status,
    write: (form, value) => form.set('status', value),
    offers: ({ statuses = [] }, draft) => statusOptions(statuses, draftLandingBoard(draft)?.id ?? null),
    missing: boardFirst,
    unknownUntilThen: true,
  }),
  priority: one({
    read: (settings) => settings.priority,
    write: (form, value) => form.set('priority', value),
    offers: priorities,
  }),
  source: one({
    read: (settings) => settings.source,
    write: (form, value) => form.set('source', value),
    offers: ({ sources = [] }) => plainOptions(sources),
  }),
  owner: one({
    read: (settings) => settings.owner,
    write: (form, value) => form.set('owner', value),
    offers: members,
  }),
  'timeEntries.defaultWorkRole': one({
    read: ({ timeEntries }) => timeEntries.defaultWorkRole,
    write: (form, value) => form.set('timeEntries.defaultWorkRole', value),
    offers: ({ workRoles = [] }) => workRoleOptions(workRoles),
  }),
  'timeEntries.defaultMember': one({
    read: ({ timeEntries }) => timeEntries.defaultMember,
    write: (form, value) => form.set('timeEntries.defaultMember', value),
    offers: members,
  }),
  'reverseSync.filter.boards': several({
    read: ({ reverseSync }) => reverseSync.filter.boards,
    write: (form, values) => form.set('reverseSync.filter.boards', values),
    offers: boards,
  }),
  'reverseSync.filter.companies': (props) => (
    <CompanyMultiPicker
      {...commonOf(props)}
      target={props.target}
      values={props.form.draft.settings.reverseSync.filter.companies}
      trouble={(value) => companyTrouble(props.data, value)}
      onChange={(values) => props.form.set('reverseSync.filter.companies', values)}
    />
  ),
  'reverseSync.filter.statuses': several({
    read: ({ reverseSync }) => reverseSync.filter.statuses,
    write: (form, values) => form.set('reverseSync.filter.statuses', values),
    offers: ({ statuses = [] }, { settings }) =>
      allStatusOptions(
        statuses,
        settings.reverseSync.filter.boards.map(({ id }) => id),
      ),
    missing: ({ settings }) =>
      unless(settings.reverseSync.filter.boards, 'Choose boards in the filter above first.'),
  }),
  'reverseSync.filter.priorities': several({
    read: ({ reverseSync }) => reverseSync.filter.priorities,
    write: (form, values) => form.set('reverseSync.filter.priorities', values),
    offers: priorities,
  }),
  'reverseSync.fieldFilter': one({
    read: ({ reverseSync }) => reverseSync.fieldFilter,
    write: (form, value) => form.set('reverseSync.fieldFilter', value),
    offers: ({ customFields = [] }) => checkboxOptions(customFields),
    placeholder: 'All tickets of the boards above',
  }),
}

/** The picker of a setting that points at records. */
export function SettingPicker(props: SettingPickerProps) {
  const { path, form, target } = props
  const chosen = useChosenUses(target, fields[path].collection, chosenValues(form.draft, path))
  return pickers[path]({ ...props, chosen })
}
