// The differences between a file's relationship and the stored one, in the words of the form.
import { isRecord } from '../../../shared/files/json/isRecord.ts'
import { labelOfPlace } from '../../../shared/relationship/fields.ts'
import { roleSchema } from '../../../shared/relationship/relationship.ts'
import { roleWords } from '../../../shared/relationship/roles.ts'
import { settingWords, headLabels } from '../../ui/words/settingWords.ts'

/** What is not a setting of the published form. */
const otherLabels: Record<string, string> = {
  ...headLabels,
  connection: headLabels.connectionId,
  apiOverride: 'API override',
}

/** The form's label of a changed place. */
export const labelOf = (field: string): string => otherLabels[field] ?? labelOfPlace(field)

/** A piece of a value: its words, and the id that tells two of the same name apart. */
export type Part = { text: string; id: number | null }

/** What a place holds in words, piece by piece; an empty one says so. */
export function valueParts(field: string, value: unknown): Part[] {
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((each: unknown) => valueParts(field, each))
  if (field === 'apiOverride' && value === null) return [{ text: 'off', id: null }]
  if (isRecord(value) && 'companyId' in value) {
    const { name, site, companyId } = value
    return [{ text: [name, site, companyId].filter(Boolean).map(String).join(', '), id: null }]
  }
  const role = field === 'role' ? roleSchema.safeParse(value) : null
  if (role?.success) return [{ text: roleWords[role.data], id: null }]
  return [
    {
      text: settingWords(value),
      id: isRecord(value) && typeof value['id'] === 'number' ? value['id'] : null,
    },
  ]
}
