// JSON of any system as the source of a sample: the one list of objects in it, with the scalar members of its entries as columns.
import { bounds } from '../../bounds.ts'
import { foreignFile, kindOf } from '../fileKind.ts'
import { withLongNumbersAsText } from '../json/longNumbers.ts'
import { parseJson } from '../json/parseJson.ts'
import { asLine } from '../../text/line.ts'
import { type Parsed, refusedFile } from '../reading/parsed.ts'
import { isRecord } from '../json/isRecord.ts'
import type { SampleSource, SourceRow } from './source.ts'

const chooseAnother = 'Nothing was changed. Choose another file.'

/** What a record shows where a text is expected: the name other systems give it. */
const namesOfRecords = ['display_value', 'displayName', 'name', 'title', 'label', 'value']

const scalarText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** A link with a value is the number of another record, not its name (ServiceNow Table API without display values). */
const isPointer = (record: Record<string, unknown>): boolean =>
  'link' in record && 'value' in record && !('display_value' in record)

const recordText = (record: Record<string, unknown>): string | undefined =>
  isPointer(record)
    ? undefined
    : namesOfRecords.map((name) => scalarText(record[name])).find((text) => text !== undefined)

/** The members of an entry as cells: `fields.summary` counts as `summary`, a record as its name, its own members as `caller.email`. */
function* cellsOf(entry: Record<string, unknown>): Generator<[column: string, text: string | undefined]> {
  for (const [name, value] of Object.entries(entry)) {
    if (!isRecord(value)) {
      if (!Array.isArray(value)) yield [name, scalarText(value)]
    } else if (name === 'fields') yield* cellsOf(value)
    else {
      yield [name, recordText(value)]
      for (const [part, inner] of Object.entries(value)) {
        const text = scalarText(inner)
        if (text !== undefined) yield [`${name}.${part}`, text]
      }
    }
  }
}

/** Columns in the order they are met. */
function columnsOf(entries: readonly unknown[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const entry of entries)
    if (isRecord(entry))
      for (const [column] of cellsOf(entry)) if (!places.has(column)) places.set(column, places.size)
  return places
}

function* rowsOf(entries: readonly unknown[], places: ReadonlyMap<string, number>): Generator<SourceRow> {
  for (const [index, entry] of entries.entries()) {
    const cells: (string | undefined)[] = []
    if (isRecord(entry))
      for (const [column, text] of cellsOf(entry)) {
        const place = places.get(column)
        // A member at the top comes before one of the same name below `fields`.
        if (place !== undefined) cells[place] ??= text
      }
    const problem = isRecord(entry) ? null : 'Expected an object with the members of a ticket.'
    yield { row: index + 1, cells, entry, problem }
  }
}

const isListOfObjects = (value: unknown): value is unknown[] => Array.isArray(value) && value.some(isRecord)

/** What systems call a list of tickets: an empty one says by nothing else that it is one. */
const namesOfLists =
  /^(service_?)?(tickets|issues|incidents|cases|requests|data|results?|records|rows|items|values?|entries|list)$/i

/** The list in an object: the only one of objects, or an empty one that is called like a list of tickets. */
function listIn(value: Record<string, unknown>): [name: string, entries: unknown[]] | null {
  const lists = Object.entries(value).filter((each): each is [string, unknown[]] => Array.isArray(each[1]))
  const ofObjects = lists.filter(([, list]) => isListOfObjects(list))
  const [only, ...others] =
    ofObjects.length > 0
      ? ofObjects
      : lists.filter(([name, list]) => list.length === 0 && namesOfLists.test(name))
  return only && others.length === 0 ? only : null
}

const oneTicket = refusedFile(
  'file-foreign',
  'A sample is a list of tickets, and this file holds one ticket alone: put it in [ ].',
  chooseAnother,
)

const noList = (value: unknown): Parsed<never> =>
  refusedFile(
    'file-foreign',
    isRecord(value)
      ? `A sample is a list of tickets; this file holds an object without exactly one list of objects in it (its members are ${
          Object.keys(value)
            .slice(0, 12)
            .map((name) => asLine(name.slice(0, 40)))
            .join(', ') || 'none'
        }).`
      : 'A sample is a list of tickets, and this file holds something else.',
    chooseAnother,
  )

const isTicket = (value: Record<string, unknown>): boolean =>
  'summary' in value && ('key' in value || 'id' in value)

/** Reads the text of a JSON file. */
export function listSource(text: string): Parsed<Omit<SampleSource, 'encoding'>> {
  const json = parseJson(withLongNumbersAsText(text, bounds.files.sample), bounds.files.sample)
  if (!json.ok) return json
  const { value } = json
  if (kindOf(value)) return foreignFile(value, 'sample of tickets')
  if (isRecord(value) && isTicket(value)) return oneTicket
  const inside = isRecord(value) ? listIn(value) : null
  const entries = Array.isArray(value) ? value : inside?.[1]
  if (!entries) return noList(value)
  const places = columnsOf(entries)
  return {
    ok: true,
    value: {
      form: 'list',
      columns: [...places.keys()],
      separator: null,
      facts: ['JSON', ...(inside ? [`its list “${asLine(inside[0].slice(0, 40))}”`] : [])],
      guesses: [],
      rows: () => rowsOf(entries, places),
      entries,
    },
  }
}
