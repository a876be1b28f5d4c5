// A sample at a glance, before anybody said what its columns mean.
import { describe, expect, test } from 'vitest'
import { openSampleText } from '../../../../../shared/files/sample/openSample.ts'
import {
  fieldsOfRow,
  overviewOf,
  readableRows,
  speaksForItself,
} from '../../../../../shared/files/sample/columnsOverview.ts'

const sourceOf = (text: string) => {
  const source = openSampleText(text)
  if (!source.ok) throw new Error(source.error.message)
  return source.value
}
const of = (text: string) => overviewOf(sourceOf(text))

describe('the overview of a table', () => {
  const text = 'Ticket;Title;Queue\n1;Printer;\n2;Screen;Field\n;Mail;Field\n4;a;b;c\n5;Door\n'

  test('shows per column its first values and in how many rows it is empty', () => {
    expect(of(text).columns).toEqual([
      { name: 'Ticket', values: ['1', '2', '5'], empty: 1 },
      { name: 'Title', values: ['Printer', 'Screen', 'Mail'], empty: 0 },
      { name: 'Queue', values: ['Field', 'Field'], empty: 2 },
    ])
  })

  test('counts the rows, and names those that cannot be read whatever the columns mean', () => {
    expect(of(text)).toMatchObject({
      form: 'table',
      separator: ';',
      rows: 5,
      unreadableCount: 1,
      unreadable: [{ row: 5, reason: '4 cells, where the header has 3.' }],
      first: [
        ['1', 'Printer', undefined],
        ['2', 'Screen', 'Field'],
        [undefined, 'Mail', 'Field'],
        ['5', 'Door', undefined],
      ],
    })
  })

  test('tells how many rows become tickets: those that can be read and have a key', () => {
    expect(readableRows(of(text), { key: 0, summary: 1 })).toBe(3)
    expect(readableRows(of(text), { key: 1, summary: 0 })).toBe(4)
    expect(readableRows(of(text), { key: 9 })).toBe(4)
    expect(readableRows(of(text), { summary: 1 })).toBe(0)
  })

  test('stays small for a large file: fifty rows, fifty reasons, two hundred signs of a cell', () => {
    const lines = Array.from({ length: 120 }, (_, at) => `${at};${'x'.repeat(300)}`)
    const bad = Array.from({ length: 120 }, () => '1;2;3')
    const large = of(['Ticket;Title', ...lines, ...bad].join('\n'))
    expect([large.rows, large.unreadableCount, large.unreadable.length, large.first.length]).toEqual([
      240, 120, 50, 50,
    ])
    expect(large.columns[1]?.values.map(({ length }) => length)).toEqual([200, 200, 200])
    expect(large.first[0]?.map((cell) => cell?.length)).toEqual([1, 200])
  })
})

test('a row is shown field by field, in the order of the format, without what is empty', () => {
  expect(fieldsOfRow(['Printer', '7', undefined], { summary: 0, key: 1, status: 2 })).toEqual([
    { field: 'key', text: '7' },
    { field: 'summary', text: 'Printer' },
  ])
})

test.each([
  ['key,summary,createdAt', true],
  ['KEY,Summary,requestername', true],
  ['key,summary,Created At', false],
  ['Ticket,Title', false],
])('a table of %s speaks for itself: %s', (header, own) => {
  expect(speaksForItself(sourceOf(`${header}\n`))).toBe(own)
})
