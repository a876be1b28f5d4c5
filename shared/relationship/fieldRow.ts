// What the row of a setting says of it, and where the setting stands in a draft: how it is read there and written.
import type { CollectionName } from '../reference/collectionNames.ts'
import type { RelationshipDraft } from './draft.ts'
import type { FieldRef, SettingsDraft } from './relationship.ts'
import type { Role } from './roles.ts'

/** The four sections of the published form, in its order. */
export const sectionTitles = {
  defaults: 'Defaults',
  content: 'Comments, attachments and time entries',
  reverse: 'Reverse sync and filters',
  override: 'API configuration override',
} as const

export type FormSection = keyof typeof sectionTitles

/** `one` and `many` pick rows of a collection; `secret` is typed and never shown again. */
type Control = 'one' | 'many' | 'checkboxes' | 'switch' | 'text' | 'secret'

export type FieldRules = {
  /** The label, to the letter of the published form. */
  label: string
  help: string
  /** What an empty picker says, where that is more than that nothing is chosen. */
  placeholder?: string
  section: FormSection
  control: Control
  /** Where it stands in a draft; the private key is in none: the keystore alone holds it. */
  at?: Pick<SettingPlace<unknown>, 'read'>
  /** Of a setting that points at records: the list a picker offers, and what is chosen of it. */
  collection?: CollectionName
  records?: SettingPlace<readonly RecordRef[]>
  /** Whether a template leaves it out, because every customer has another. */
  perCustomer?: boolean
  /** The roles that use the setting. */
  roles: readonly Role[]
  /** The roles in which the setting must be filled while its gate is open. */
  required: readonly Role[]
  /** The switch that has to be on for the setting to count. */
  gate?: Gate
}

export type Gate = 'timeEntries.sync' | 'reverseSync.enabled' | 'apiOverride.enabled'

/** A draft as far as settings go: both parts that hold them. */
export type DraftValues = Pick<RelationshipDraft, 'settings' | 'apiOverride'>

export type SettingPlace<Value> = {
  /** Whether or not the value counts. */
  readonly read: (draft: DraftValues) => Value
  /** Into a copy of the draft; no rule follows from it. */
  readonly write: <Draft extends DraftValues>(draft: Draft, value: Value) => Draft
}

const member =
  <Whole extends object>(whole: SettingPlace<Whole>) =>
  <Key extends keyof Whole>(key: Key): SettingPlace<Whole[Key]> => ({
    read: (draft) => whole.read(draft)[key],
    write: (draft, value) => whole.write(draft, { ...whole.read(draft), [key]: value }),
  })

const settings = member<SettingsDraft>({
  read: (draft) => draft.settings,
  write: (draft, value) => ({ ...draft, settings: value }),
})
const reverseSync = member(settings('reverseSync'))

/** The place of a member, by what holds it. */
export const placeIn = {
  settings,
  timeEntries: member(settings('timeEntries')),
  reverseSync,
  filter: member(reverseSync('filter')),
  override: member<RelationshipDraft['apiOverride']>({
    read: (draft) => draft.apiOverride,
    write: (draft, value) => ({ ...draft, apiOverride: value }),
  }),
}

/** What a setting holds of a record it points at: a reference of any collection. */
export type RecordRef = {
  id: number
  name: string
  identifier?: string | undefined
  boardId?: number | undefined
}

/** What settings that point at records have in common, one record or several: a list of references. */
type RecordsAt = SettingPlace<readonly RecordRef[]>

export const oneRecord = <At extends SettingPlace<RecordRef | null>>(at: At) => {
  const records: RecordsAt = {
    read: (draft) => listOf(at.read(draft)),
    write: (draft, [record = null]) => at.write(draft, record),
  }
  return { control: 'one', at, records } as const
}

export const severalRecords = <At extends SettingPlace<RecordRef[]>>(at: At) => {
  const records: RecordsAt = { read: at.read, write: (draft, held) => at.write(draft, [...held]) }
  return { control: 'many', at, records } as const
}

/** A custom field is named by its caption. */
export const oneCaptioned = (at: SettingPlace<FieldRef | null>) => {
  const named = (draft: DraftValues): RecordRef | null => {
    const field = at.read(draft)
    return field && { id: field.id, name: field.caption }
  }
  const records: RecordsAt = {
    read: (draft) => listOf(named(draft)),
    write: (draft, [record]) => {
      const held = at.read(draft)
      const stays = held?.id === record?.id && held?.caption === record?.name
      // What stays keeps everything a file says of it.
      return stays ? draft : at.write(draft, record ? { id: record.id, caption: record.name } : null)
    },
  }
  return { control: 'one', at, records } as const
}

const listOf = (record: RecordRef | null): RecordRef[] => (record ? [record] : [])
