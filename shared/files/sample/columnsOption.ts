// `key="Ticket #",summary=Title`: which column gives a field, as the command line and the window write it.
import { type Assignment, assignByName, foldHeader, type SampleField, sampleFields } from './sampleFields.ts'

export type GivenColumns = ReadonlyMap<SampleField, string>

/** The columns of the option, or why they cannot be used, without repeating them. */
export type ColumnsOption = { ok: true; value: GivenColumns } | { ok: false; message: string }

const names = sampleFields.join('|')
/** A field, then a column in quotes (doubled inside) or up to the next field: shells take plain quotes away. */
const part = new RegExp(
  `\\s*(${names})\\s*=\\s*(?:"((?:[^"]|"")*)"|((?:(?!,\\s*(?:${names})\\s*=)[^])*))\\s*(?:,|$)`,
  'iy',
)

const fieldNamed = (name: string): SampleField | undefined =>
  sampleFields.find((field) => field.toLowerCase() === name.toLowerCase())

const notAssignments: ColumnsOption = {
  ok: false,
  message: `--columns takes assignments such as key="Ticket #",summary=Title; the fields are ${sampleFields.join(', ')}.`,
}

/** Reads the text of the option. */
export function readColumnsOption(text: string): ColumnsOption {
  const given = new Map<SampleField, string>()
  part.lastIndex = 0
  while (part.lastIndex < text.length) {
    const [, name = '', quoted, plain = ''] = part.exec(text) ?? []
    const field = fieldNamed(name)
    const column = (quoted?.replaceAll('""', '"') ?? plain).trim()
    if (!field || column === '') return notAssignments
    if (given.has(field)) return { ok: false, message: `--columns gives ${field} twice.` }
    given.set(field, column)
  }
  return given.size > 0 ? { ok: true, value: given } : notAssignments
}

/** The column that is called so: exactly, else as headers are folded. What stands below `fields` counts by its own name. */
function placeOf(columns: readonly string[], name: string): number {
  const exact = columns.findIndex((column) => column.trim() === name)
  if (exact !== -1) return exact
  const folded = foldHeader(name.replace(/^fields\./, ''))
  return folded === '' ? -1 : columns.findIndex((column) => foldHeader(column) === folded)
}

/** Sets the given fields, the others by their names. */
export function assignColumns(
  columns: readonly string[],
  given: GivenColumns,
): { ok: true; value: Assignment } | { ok: false; message: string } {
  const places = [...given].map(([field, name]) => [field, placeOf(columns, name)] as const)
  const missing = places.filter(([, place]) => place === -1).map(([field]) => field)
  if (missing.length > 0)
    return { ok: false, message: `The column given for ${missing.join(' and ')} is not in the file.` }
  const twice = places.find(([, place], index) => places.findIndex(([, other]) => other === place) !== index)
  if (twice)
    return { ok: false, message: `--columns gives one column to two fields, ${twice[0]} among them.` }
  return { ok: true, value: assignByName(columns, Object.fromEntries(places)) }
}

const quoted = (column: string): string =>
  /^[\p{L}\p{N}._-]+$/u.test(column) ? column : `"${column.replaceAll('"', '""')}"`

/** The option that stands for an assignment, as it is typed at a prompt. */
export const columnsOption = (columns: readonly string[], assignment: Assignment): string =>
  `--columns ${sampleFields
    .flatMap((field) => {
      const place = assignment[field]
      return place === undefined ? [] : [`${field}=${quoted(columns[place]?.trim() ?? '')}`]
    })
    .join(',')}`
