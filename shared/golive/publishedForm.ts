// The published form, field after field, with each value as the form offers it: what is entered there by hand.
import { settingAccess, valueAt } from '../relationship/fieldAccess.ts'
import { type DraftValues, type FormSection, sectionTitles } from '../relationship/fieldRow.ts'
import { commentTypeOptions, type FieldPath, fieldsOf } from '../relationship/fields.ts'
import { commentTypeSchema } from '../relationship/relationship.ts'
import type { Role } from '../relationship/roles.ts'

export type FormRow = {
  path: FieldPath
  label: string
  section: FormSection
  /** As the form shows it; empty where nothing is chosen, and for the private key, which is never shown. */
  value: string
  /** Beside the value, with the identifier where there is one: ids decide, and names can repeat. */
  ids: string
  /** What is chosen there one after the other: several records, or the one value. */
  choices: readonly { value: string; ids: string }[]
  /** What a tick is for: another record of the same name is another value. */
  identity: string
  /** Switches and checkboxes are clicked, not pasted. */
  copyable: boolean
  isSecret: boolean
}

const nameOf = (value: object): string => {
  const name: unknown = Reflect.get(value, 'name') ?? Reflect.get(value, 'caption')
  return typeof name === 'string' ? name : ''
}

/** A value in words. */
function wordsOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  if (Array.isArray(value)) return value.map(wordsOf).join(', ')
  if (typeof value === 'object' && value !== null) return nameOf(value)
  const type = commentTypeSchema.safeParse(value)
  if (type.success) return commentTypeOptions[type.data].label
  return typeof value === 'string' ? value : ''
}

/** What stands under these keys of the records a value consists of. */
const idsOf = (value: unknown, keys: readonly string[]): string =>
  (Array.isArray(value) ? value : [value])
    .filter((each) => typeof each === 'object' && each !== null)
    .map((record) =>
      keys
        .map((key) => Reflect.get(record, key))
        .filter(Boolean)
        .join(' · '),
    )
    .filter(Boolean)
    .join(', ')

const sections = Object.keys(sectionTitles) as FormSection[]

/** Every field the form of this role shows for editing, in its order. */
export const publishedForm = (role: Role, draft: DraftValues): FormRow[] =>
  sections.flatMap((section) =>
    fieldsOf(section)
      .filter(({ path }) => settingAccess(role, path, draft).mode === 'edit')
      .map(({ path, label, control }) => {
        const chosen = valueAt(draft, path)
        const value = wordsOf(chosen)
        const id = idsOf(chosen, ['id'])
        return {
          path,
          label,
          section,
          value,
          ids: idsOf(chosen, ['identifier', 'id']),
          choices: (Array.isArray(chosen) && control !== 'checkboxes' ? chosen : [chosen]).map((one) => ({
            value: wordsOf(one),
            ids: idsOf(one, ['identifier', 'id']),
          })),
          identity: id === '' ? value : `${value} (${id})`,
          copyable: control !== 'switch' && control !== 'checkboxes' && control !== 'secret' && value !== '',
          isSecret: control === 'secret',
        }
      }),
  )
