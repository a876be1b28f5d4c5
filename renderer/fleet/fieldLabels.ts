// The label of the setting behind a path of a use or a change: `boards[1]` is Boards.
import { fieldPathOf, fields } from '../../shared/relationship/fields.ts'

export function labelOfUse(field: string): string {
  const path = fieldPathOf(field)
  return path === null ? field : fields[path].label
}
