// JSON of any system: which list in it is meant, and what its entries give.
import { describe, expect, test } from 'vitest'
import { openSample, openSampleText, largestSample } from '../../../../../shared/files/sample/openSample.ts'
import { missingSentence } from '../../../../../shared/files/sample/missingSentence.ts'
import { readFlow } from '../../../../../shared/files/sample/readSample.ts'
import { readInbound } from '../../../../support/samples.ts'

const opened = (value: unknown) => openSampleText(JSON.stringify(value))
const columnsOf = (value: unknown) => {
  const source = opened(value)
  return source.ok ? source.value.columns : source.error.message
}

describe('the list of a file', () => {
  const ticket = { id: 1, subject: 'Printer' }

  test.each([
    ['is the file itself', [ticket], ['JSON', 'UTF-8']],
    [
      'is the only one of objects',
      { issues: [ticket], labels: ['a'], next: null },
      ['JSON', 'its list “issues”', 'UTF-8'],
    ],
    ['holds at least one object', { a: [1, 2], b: [null, ticket] }, ['JSON', 'its list “b”', 'UTF-8']],
    [
      'may be empty where there is no other',
      { tickets: [], count: 0 },
      ['JSON', 'its list “tickets”', 'UTF-8'],
    ],
    [
      'stands beside a title',
      { summary: 'Weekly', tickets: [ticket] },
      ['JSON', 'its list “tickets”', 'UTF-8'],
    ],
  ])('%s', (_, value, facts) => {
    expect(opened(value)).toMatchObject({ ok: true, value: { facts, guesses: [], separator: null } })
  })

  test.each([
    [{ a: [ticket], b: [ticket] }, 'without exactly one list of objects in it (its members are a, b).'],
    [{ a: [], b: [] }, 'without exactly one list of objects in it (its members are a, b).'],
    [{ a: [1] }, '(its members are a).'],
    [{ status: 'error', errors: [] }, '(its members are status, errors).'],
    [{}, '(its members are none).'],
    [{ ['x'.repeat(50)]: 1 }, `(its members are ${'x'.repeat(40)}).`],
    [Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`m${at}`, 1])), 'm10, m11).'],
    [{ key: 'A', summary: 'x' }, 'this file holds one ticket alone: put it in [ ].'],
    [{ id: 1, summary: 'x' }, 'this file holds one ticket alone: put it in [ ].'],
    [{ kind: 'syncwright.bundle' }, 'The file is a field bundle, not a sample of tickets.'],
  ])('is not there in %j, and that is said', (value, words) => {
    expect(columnsOf(value)).toContain(words)
  })
})

describe('the columns of a list', () => {
  test('are its scalar members, records by their name and their parts, lists not', () => {
    expect(
      columnsOf([{ id: 1, room: { name: '12', floor: 2, tags: [] }, tags: ['a'] }, { more: null }]),
    ).toEqual(['id', 'room', 'room.name', 'room.floor', 'more'])
  })

  test('below `fields` count as its own, and one of its own comes first', () => {
    const list = [
      { key: 'A', fields: { summary: 'below', status: { name: 'Open' } } },
      { key: 'B', summary: 'own', fields: { summary: 'below' } },
    ]
    expect(readInbound(JSON.stringify(list))).toMatchObject({
      value: {
        tickets: [
          { key: 'A', summary: 'below', status: 'Open' },
          { key: 'B', summary: 'own' },
        ],
      },
    })
  })

  test.each([
    [{ display_value: 'Mara', link: 'x', value: '68' }, { name: 'Mara' }],
    [{ link: 'x', value: '68' }, undefined],
    [{ value: 'Mara' }, { name: 'Mara' }],
    [{ link: 'x', name: 'Mara' }, { name: 'Mara' }],
    [{ displayName: ' ', name: 'Mara' }, { name: 'Mara' }],
    [{ title: 5 }, { name: '5' }],
    [{ id: 5 }, undefined],
    [[{ name: 'Mara' }], undefined],
  ])('show %j as a person’s name where it says one', (caller, requester) => {
    const sample = readInbound(JSON.stringify([{ number: 1, title: 'x', caller }]))
    expect(sample.ok && sample.value.tickets).toEqual([
      { key: '1', summary: 'x', ...(requester ? { requester } : {}) },
    ])
  })
})

test('a key of more digits than a number holds keeps them all', () => {
  const text = `[
    {"id":123456789012345678901,"title":"x","size":1234567890123456,"ratio":0.12345678901234567,"text":"[12345678901234567890"},
    {"id":-9007199254740993 ,"title":9007199254740993e0}
  ]`
  expect(readInbound(text)).toMatchObject({
    value: {
      tickets: [
        { key: '123456789012345678901', summary: 'x' },
        { key: '-9007199254740993', summary: '9007199254740992' },
      ],
    },
  })
  expect(readInbound('[{"id":123456789012345678901,}]')).toMatchObject({
    error: { message: expect.stringContaining('line 1, column 29: a trailing comma') },
  })
})

describe('parts of a ticket', () => {
  test('of our own list are checked, those of another system come along where they are as ours', () => {
    expect(readInbound('[{"key":"A","summary":"x","comments":"none"},{"key":"B"}]')).toMatchObject({
      value: {
        tickets: [{ key: 'B' }],
        notRead: [{ row: 1, reason: expect.stringContaining('comments: Expected a list') }],
      },
    })
    const foreign = [
      { id: 1, subject: 'x', comments: [{ type: 'public', body: 'hi' }], attachments: 'a.txt' },
      { id: 2, subject: 'y', comments: [{ type: 'secret' }], timeEntries: [] },
    ]
    const sample = readInbound(JSON.stringify(foreign))
    expect(sample.ok && sample.value.tickets).toEqual([
      { key: '1', summary: 'x', comments: [{ type: 'public', body: 'hi' }] },
      { key: '2', summary: 'y', timeEntries: [] },
    ])
  })
})

describe('ConnectWise tickets', () => {
  test('with columns that somebody gave are the partner’s by those columns', () => {
    const source = opened([{ id: 7, summary: 'x', externalXRef: 'E1', board: { id: 4 } }])
    if (!source.ok) throw new Error(source.error.message)
    const columns = source.value.columns
    expect(
      readFlow(source.value, 'inbound', {
        key: columns.indexOf('externalXRef'),
        summary: columns.indexOf('summary'),
      }),
    ).toMatchObject({ value: { flow: 'inbound', tickets: [{ key: 'E1', summary: 'x' }] } })
  })

  test('name the entries among them that are none', () => {
    const source = opened([{ id: 7, summary: 'x', board: { id: 4 } }, { id: 8 }])
    if (!source.ok) throw new Error(source.error.message)
    expect(readFlow(source.value, 'inbound')).toMatchObject({
      value: { tickets: [{ key: '7' }], notRead: [{ row: 2 }] },
    })
  })

  test('are no table', () => {
    const source = openSampleText('id,summary,board\n1,x,y\n')
    if (!source.ok) throw new Error(source.error.message)
    expect(readFlow(source.value, 'outbound')).toMatchObject({
      error: {
        message: 'The file is a table (CSV); ConnectWise tickets are a JSON list as its API returns them.',
      },
    })
  })
})

test('a sentence about missing columns names forty of them, each cut', () => {
  const columns = Array.from({ length: 43 }, (_, at) => (at === 0 ? 'x'.repeat(80) : `c${at}`))
  const sentence = missingSentence({ columns, form: 'table', entries: null }, ['key', 'summary'])
  expect(sentence).toContain(
    `no key and no summary that is known by its name; the columns found are “${'x'.repeat(60)}”, “c1”`,
  )
  expect(sentence).toMatch(/“c39” and 3 more\.$/)
  expect(missingSentence({ columns: [], form: 'list', entries: [{ sys_id: 1 }] }, ['key'])).toBe(
    'The file has no key that is known by its name; the columns found are none. It is a list of tickets of ServiceNow.',
  )
})

test('a file beyond what a sample may weigh is refused unread', () => {
  expect(openSample(new Uint8Array(largestSample + 1))).toMatchObject({ error: { code: 'file-too-large' } })
  expect(openSample(new Uint8Array(largestSample).fill(0x20))).toMatchObject({
    error: { code: 'file-damaged' },
  })
})

test('more parts than a sample may have are refused, however they are spread', () => {
  const nulls = 'null,'.repeat(600_000)
  const list = `[{"key":"A","attachments":[${nulls}null]},{"key":"B","attachments":[${nulls}null]}]`
  expect(readInbound(list)).toMatchObject({ error: { code: 'file-too-large' } })
})
