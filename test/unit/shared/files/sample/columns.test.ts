// Which column gives which field: by its name, or as it was said.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  assignColumns,
  columnsOption,
  readColumnsOption,
} from '../../../../../shared/files/sample/columnsOption.ts'
import {
  assignByName,
  fieldNames,
  fieldsByName,
  foldHeader,
  type SampleField,
  sampleFields,
} from '../../../../../shared/files/sample/sampleFields.ts'

const optionOf = (text: string) => {
  const option = readColumnsOption(text)
  return option.ok ? Object.fromEntries(option.value) : option.message
}

describe('a header', () => {
  test.each(['Ticket #', 'ticket', '_TICKET_', 'Tic-ket', '\u00a0ticket ', '# ticket'])(
    '%j is “ticket”',
    (name) => {
      expect(foldHeader(name)).toBe('ticket')
    },
  )

  test.each(['', ' ', '#', '_-_', '#-'])('%j is none', (name) => {
    expect(foldHeader(name)).toBe('')
    expect(fieldsByName(name)).toEqual([])
  })

  test.each(sampleFields.flatMap((field) => fieldNames[field].map((name) => [name, field] as const)))(
    '“%s” gives %s',
    (name, field) => {
      expect(assignByName([name.toUpperCase().replaceAll(' ', '_')])).toEqual({ [field]: 0 })
    },
  )

  test('gives a field by the first name of its order that is there, wherever it stands', () => {
    expect(assignByName(['ID', 'Number', 'Ticket Number', 'Subject', 'Title'])).toEqual({
      key: 2,
      summary: 4,
    })
    expect(fieldsByName('Ticket_#')).toEqual(['key'])
    expect(fieldsByName('Queue')).toEqual([])
    for (const [field, names] of Object.entries(fieldNames)) {
      const reversed: string[] = [...names].toReversed()
      expect(assignByName(reversed)).toMatchObject({ [field]: reversed.length - 1 })
    }
  })
})

describe('--columns', () => {
  test.each([
    ['key="Ticket #",summary=Title', { key: 'Ticket #', summary: 'Title' }],
    ['key=Ticket #,summary=Title', { key: 'Ticket #', summary: 'Title' }],
    ['summary=Title', { summary: 'Title' }],
    ['KEY = Id , requesteremail = "E-mail, work"', { key: 'Id', requesterEmail: 'E-mail, work' }],
    ['key=Name, first,summary=A=B', { key: 'Name, first', summary: 'A=B' }],
    ['key="a ""b""",summary=Ü', { key: 'a "b"', summary: 'Ü' }],
  ])('%s is read', (text, columns) => expect(optionOf(text)).toEqual(columns))

  test.each(['', 'key', 'key=', 'nothing=Title', 'Title', 'key="",summary=x', '=x'])(
    '%j is refused',
    (text) => expect(optionOf(text)).toContain('the fields are key, summary, description'),
  )

  test('gives a field once and a column once', () => {
    expect(optionOf('key=a,key=b')).toBe('--columns gives key twice.')
    expect(
      assignColumns(
        ['a', 'b'],
        new Map<SampleField, string>([
          ['key', 'a'],
          ['summary', 'a'],
        ]),
      ),
    ).toMatchObject({ ok: false })
  })

  test('leaves the other fields to their names, without the columns it gives away', () => {
    const columns = ['Title', 'Key', 'Subject', 'State']
    expect(assignColumns(columns, new Map<SampleField, string>([['description', 'Title']]))).toEqual({
      ok: true,
      value: { description: 0, key: 1, summary: 2, status: 3 },
    })
  })

  test('finds a column by its exact name first, else as headers are read', () => {
    const place = (columns: string[], name: string) => {
      const assigned = assignColumns(columns, new Map<SampleField, string>([['description', name]]))
      return assigned.ok ? assigned.value.description : assigned.message
    }
    expect(place(['x', ' Ticket # '], 'Ticket #')).toBe(1)
    expect(place(['ticket', 'Ticket #'], 'Ticket #')).toBe(1)
    expect(place(['x', 'ticket_'], 'Ticket #')).toBe(1)
    expect(place(['', 'x'], '#')).toBe('The column given for description is not in the file.')
    expect(place(['#', 'x'], '#')).toBe(0)
  })

  test('finds a member of `fields` by where it stands, as an export of Jira is read by people', () => {
    const given = readColumnsOption('key=key,summary=fields.customfield_10010')
    expect(given.ok && assignColumns(['key', 'summary', 'customfield_10010'], given.value)).toEqual({
      ok: true,
      value: { key: 0, summary: 2 },
    })
  })

  test('says which fields cannot be given', () => {
    const given = (...pairs: [SampleField, string][]) => assignColumns(['a'], new Map(pairs))
    expect(given(['key', 'x'], ['summary', 'y'])).toEqual({
      ok: false,
      message: 'The column given for key and summary is not in the file.',
    })
    expect(given(['key', 'a'], ['summary', 'a'])).toEqual({
      ok: false,
      message: '--columns gives one column to two fields, summary among them.',
    })
  })

  test('quotes a column only where a shell or a comma could part it', () => {
    expect(
      columnsOption(['Case', ' Ticket # ', 'a"b', 'Grün_1.x-y'], {
        key: 1,
        summary: 0,
        description: 2,
        status: 3,
      }),
    ).toBe('--columns key="Ticket #",summary=Case,description="a""b",status=Grün_1.x-y')
  })

  test('names the field whose column is not there, and not the column', () => {
    expect(
      assignColumns(
        ['a'],
        new Map<SampleField, string>([
          ['key', 'planted'],
          ['summary', 'a'],
        ]),
      ),
    ).toEqual({
      ok: false,
      message: 'The column given for key is not in the file.',
    })
  })

  test('is written as it is read, whatever the columns are called', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'Ü', ' ', ',', '=', '"', '#', 'key=', '-'),
      minLength: 1,
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 9, maxLength: 9, selector: (each) => each.trim() }),
        (names) => {
          const columns = names.map((each) => each.trim()).filter((each) => each !== '')
          const assignment = Object.fromEntries(
            sampleFields.slice(0, columns.length).map((field, at) => [field, at]),
          )
          const option = readColumnsOption(columnsOption(columns, assignment).replace('--columns ', ''))
          expect(option.ok && assignColumns(columns, option.value)).toEqual({ ok: true, value: assignment })
        },
      ),
    )
  })
})
