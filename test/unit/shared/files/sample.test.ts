// Sample files: JSON and CSV, bad rows named and skipped, files of another kind refused with a sentence.
import { describe, expect, test } from 'vitest'
import { parseInboundSample, parseOutboundSample } from '../../../../shared/files/sample/readSample.ts'

const header = 'key,summary,description,status,priority,requesterName,requesterEmail,createdAt,updatedAt'

describe('a CSV sample', () => {
  test('becomes partner tickets; empty cells are absent', () => {
    const text = `${header}\r\nINC1,"Printer, offline","Line one\nLine ""two""",Open,P3,Mara,mara@example.test,2026-11-20,\r\nINC2,Call back,,,,,,,\r\n`
    expect(parseInboundSample(text)).toEqual({
      ok: true,
      value: {
        tickets: [
          {
            key: 'INC1',
            summary: 'Printer, offline',
            description: 'Line one\nLine "two"',
            status: 'Open',
            priority: 'P3',
            requester: { name: 'Mara', email: 'mara@example.test' },
            createdAt: '2026-11-20',
          },
          { key: 'INC2', summary: 'Call back' },
        ],
        problems: [],
      },
    })
  })

  test.each([
    [
      'semicolons and a byte order mark',
      `\uFEFF${header.replaceAll(',', ';')}\nINC1;Printer, offline;;;;;;;`,
    ],
    ['other columns first, in any case', `Summary,KEY\n"Printer, offline",INC1`],
  ])('may have %s', (_, text) => {
    expect(parseInboundSample(text)).toEqual({
      ok: true,
      value: { tickets: [{ key: 'INC1', summary: 'Printer, offline' }], problems: [] },
    })
  })

  test('keeps a row without a title: the preview says what that means', () => {
    expect(parseInboundSample('key,summary\nINC1,')).toMatchObject({
      ok: true,
      value: { tickets: [{ key: 'INC1' }], problems: [] },
    })
  })

  test('names bad rows and skips them', () => {
    const rows = ['INC1,Fine', ',No key', 'INC3', 'INC4,Too,many', 'INC5,"Never closed', 'INC6,Also fine']
    expect(parseInboundSample(`key,summary\n${rows.join('\n')}`)).toEqual({
      ok: true,
      value: {
        tickets: [
          { key: 'INC1', summary: 'Fine' },
          { key: 'INC6', summary: 'Also fine' },
        ],
        problems: [
          { row: 3, message: 'key: Missing: expected text.' },
          { row: 4, message: '1 column, where the header has 2.' },
          { row: 5, message: '3 columns, where the header has 2.' },
          { row: 6, message: 'A quoted field is never closed.' },
        ],
      },
    })
  })

  test('names columns it does not read', () => {
    expect(parseInboundSample('key,summary,phone\nINC1,Title,123')).toEqual({
      ok: true,
      value: {
        tickets: [{ key: 'INC1', summary: 'Title' }],
        problems: [{ row: 1, message: 'Not read: phone.' }],
      },
    })
  })

  test('may hold no ticket at all', () => {
    expect(parseInboundSample(`${header}\n`)).toEqual({ ok: true, value: { tickets: [], problems: [] } })
  })

  test.each([
    ['another header', 'name;mail\nMara;mara@example.test'],
    ['no summary', 'key,status\nINC1,Open'],
    ['a column twice', 'key,summary,key\nINC1,Title,INC2'],
    ['plain text', 'Dear Sir or Madam'],
  ])('is refused with %s', (_, text) => {
    expect(parseInboundSample(text)).toMatchObject({
      ok: false,
      error: { code: 'file-foreign', message: expect.stringContaining(header) },
    })
  })
})

describe('a JSON sample', () => {
  test('may begin with a byte order mark and blanks, and loses members nobody reads', () => {
    const text = `\uFEFF \n${JSON.stringify([{ key: 'INC1', summary: null, comments: [{ type: 'public', body: 'x', likes: 3 }], extra: 1 }])}`
    expect(parseInboundSample(text)).toEqual({
      ok: true,
      value: {
        tickets: [{ key: 'INC1', summary: null, comments: [{ type: 'public', body: 'x' }] }],
        problems: [],
      },
    })
  })

  test('names bad entries and skips them', () => {
    const entries = [
      { key: 'INC1' },
      { key: 2 },
      'text',
      { key: 'INC4', comments: [{ type: 'secret' }] },
      { key: ' ' },
    ]
    const sample = parseInboundSample(JSON.stringify(entries))
    expect(sample).toMatchObject({ ok: true, value: { tickets: [{ key: 'INC1' }] } })
    expect(sample.ok && sample.value.problems).toEqual([
      { row: 2, message: 'key: Expected text, found a number.' },
      { row: 3, message: 'Expected an object, found text.' },
      {
        row: 4,
        message: 'comments[0].type: Expected one of public, internal, resolution, found “secret”.',
      },
      { row: 5, message: 'key: Must not be blank.' },
    ])
  })

  test('holds ConnectWise tickets as the API returns them, stubs included', () => {
    const ticket = {
      id: 7001,
      summary: 'Printer',
      board: { id: 4, name: 'Help Desk', _info: { board_href: 'https://example.test' } },
      severity: 'Medium',
      notes: [{ id: 1, text: 'x', detailDescriptionFlag: true, member: {} }],
    }
    expect(parseOutboundSample(JSON.stringify([ticket]))).toEqual({
      ok: true,
      value: {
        tickets: [
          {
            id: 7001,
            summary: 'Printer',
            board: { id: 4, name: 'Help Desk' },
            notes: [{ id: 1, text: 'x', detailDescriptionFlag: true, member: {} }],
          },
        ],
        problems: [],
      },
    })
  })

  test('may be empty', () => {
    expect(parseInboundSample('[]')).toEqual({ ok: true, value: { tickets: [], problems: [] } })
    expect(parseOutboundSample('[]')).toEqual({ ok: true, value: { tickets: [], problems: [] } })
  })
})

describe('a file is refused', () => {
  const partner = JSON.stringify([{ key: 'INC1', summary: 'x' }])
  const connectWise = JSON.stringify([{ id: 1, summary: 'x' }])

  test.each([
    ['inbound, when it holds ConnectWise tickets', parseInboundSample(connectWise), 'file-foreign'],
    ['outbound, when it holds partner tickets', parseOutboundSample(partner), 'file-foreign'],
    [
      'when it is a file of another kind',
      parseInboundSample('{"kind":"syncwright.reference"}'),
      'file-foreign',
    ],
    ['when it is one ticket alone', parseOutboundSample('{"id":1}'), 'file-foreign'],
    ['when it is a value alone', parseOutboundSample('null'), 'file-foreign'],
    ['when it is CSV but outbound', parseOutboundSample('key,summary\n1,x'), 'file-damaged'],
    ['when its JSON is broken', parseInboundSample('[{"key":'), 'file-damaged'],
    ['when it is empty', parseInboundSample(' \n'), 'file-damaged'],
    ['when no row can be read', parseInboundSample('[1, 2]'), 'file-invalid'],
    [
      'when it holds more tickets than memory has room for',
      parseOutboundSample(`[${'{"id":1},'.repeat(1_000_001)}{"id":2}]`),
      'file-invalid',
    ],
    [
      'when one ticket holds more notes than that',
      parseInboundSample(`[{"key":"K","comments":[${'0,'.repeat(1_000_000)}0]}]`),
      'file-invalid',
    ],
    [
      'when its lines are a million of something else',
      parseInboundSample(`key,summary\n${'x\n'.repeat(1_000_000)}`),
      'file-invalid',
    ],
    [
      'when a thousand rows cannot be read',
      parseInboundSample(`[{"key":"K"}${',0'.repeat(2000)}]`),
      'file-invalid',
    ],
  ])('%s', (_, sample, code) => {
    expect(sample).toMatchObject({ ok: false, error: { code } })
    expect(sample.ok ? '' : sample.error.message).toMatch(/^[A-Z].*\.$/)
    expect(sample.ok ? '' : sample.error.next).toMatch(/^[A-Z].*\.$/)
  })
})

test('a single ticket is told that a sample is a list', () => {
  const sample = parseInboundSample('{"key":"INC1","summary":"x"}')
  expect(sample.ok ? '' : sample.error.message).toContain('a JSON list of tickets')
})

test('what is null in a part of a ticket, or instead of one, costs the ticket nothing', () => {
  const inbound = parseInboundSample('[{"key":"INC1","comments":[{"type":null,"body":"x"},{"body":"y"}]}]')
  expect(inbound).toMatchObject({ ok: true, value: { problems: [], tickets: [{ key: 'INC1' }] } })
  const outbound = parseOutboundSample('[{"id":1,"customFields":[{"id":null,"value":true}]}]')
  expect(outbound).toMatchObject({ ok: true, value: { problems: [], tickets: [{ id: 1 }] } })
  expect(parseInboundSample('[{"key":"INC1","comments":[null,{"body":"y"}],"attachments":[null]}]')).toEqual({
    ok: true,
    value: { problems: [], tickets: [{ key: 'INC1', comments: [{ body: 'y' }], attachments: [] }] },
  })
})

test('a wrong id in a reference is named with its place', () => {
  const sample = parseOutboundSample('[{"id":1},{"id":2,"board":{"id":"4","name":"Help Desk"}}]')
  expect(sample.ok && sample.value.problems).toEqual([
    { row: 2, message: 'board.id: Expected a number, found text.' },
  ])
})

test('a thousand bad rows among more good ones are skipped', () => {
  const sample = parseInboundSample(`[${'{"key":"K"},'.repeat(1500)}${'0,'.repeat(1200)}{"key":"L"}]`)
  expect(sample.ok && [sample.value.tickets.length, sample.value.problems.length]).toEqual([1501, 1200])
})

test('a number that no computer holds is told apart from one', () => {
  const sample = parseInboundSample('[{"key":"A"},{"key":"B","timeEntries":[{"hours":1e999}]}]')
  expect(sample.ok && sample.value.problems).toEqual([
    { row: 2, message: 'timeEntries[0].hours: Expected a number, found a number beyond all bounds.' },
  ])
})

test('a reference without an id is read as none', () => {
  const parsed = parseOutboundSample(
    JSON.stringify([
      { id: 1, company: {}, board: { id: null }, owner: null, status: { id: 31, name: 'New' } },
    ]),
  )
  if (!parsed.ok) throw new Error(parsed.error.message)
  expect(parsed.value.tickets[0]).toMatchObject({
    company: null,
    board: null,
    owner: null,
    status: { id: 31, name: 'New' },
  })
})
