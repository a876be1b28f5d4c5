// Sample files: JSON and CSV, bad rows named and skipped, files of another kind refused with a sentence.
import { describe, expect, test } from 'vitest'
import { readInbound, readOutbound } from '../../../../support/samples.ts'

const header = 'key,summary,description,status,priority,requesterName,requesterEmail,createdAt,updatedAt'

describe('a CSV sample', () => {
  test('becomes partner tickets; empty cells are absent', () => {
    const text = `${header}\r\nINC1,"Printer, offline","Line one\nLine ""two""",Open,P3,Mara,mara@example.test,2026-11-20,\r\nINC2,Call back,,,,,,,\r\n`
    expect(readInbound(text)).toEqual({
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
        notRead: [],
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
    expect(readInbound(text)).toEqual({
      ok: true,
      value: { tickets: [{ key: 'INC1', summary: 'Printer, offline' }], notRead: [] },
    })
  })

  test('keeps a row without a title: the preview says what that means', () => {
    expect(readInbound('key,summary\nINC1,')).toMatchObject({
      ok: true,
      value: { tickets: [{ key: 'INC1' }], notRead: [] },
    })
  })

  test('names bad rows and skips them', () => {
    const rows = ['INC1,Fine', ',No key', '', 'INC4,Too,many', 'INC5,"Never closed', 'INC6,Also fine']
    expect(readInbound(`key,summary\n${rows.join('\n')}`)).toEqual({
      ok: true,
      value: {
        tickets: [
          { key: 'INC1', summary: 'Fine' },
          { key: 'INC6', summary: 'Also fine' },
        ],
        notRead: [
          { row: 3, reason: 'It has no key.' },
          { row: 5, reason: '3 cells, where the header has 2.' },
          { row: 6, reason: 'A quoted field is never closed.' },
        ],
      },
    })
  })

  test('reads a short row as one whose last cells are empty, and a long one whose extra cells are', () => {
    expect(readInbound('key,summary,status\nINC1\nINC2,Screen\nINC3,Mouse,New,,  ,\n')).toEqual({
      ok: true,
      value: {
        tickets: [
          { key: 'INC1' },
          { key: 'INC2', summary: 'Screen' },
          { key: 'INC3', summary: 'Mouse', status: 'New' },
        ],
        notRead: [],
      },
    })
  })

  test('may hold no ticket at all', () => {
    expect(readInbound(`${header}\n`)).toEqual({ ok: true, value: { tickets: [], notRead: [] } })
  })

  test.each([
    [
      'no summary',
      'key,status\nINC1,Open',
      'The file has no summary that is known by its name; the columns found are “key”, “status”.',
    ],
    [
      'no key',
      'name;subject\nMara;x',
      'The file has no key that is known by its name; the columns found are “name”, “subject”.',
    ],
    [
      'neither',
      'Dear Sir or Madam',
      'The file has no key and no summary that is known by its name; the columns found are “Dear Sir or Madam”.',
    ],
  ])('is refused with %s, named beside what there is', (_, text, message) => {
    expect(readInbound(text)).toMatchObject({ ok: false, error: { code: 'file-foreign', message } })
  })

  test('takes the first of two columns of one name', () => {
    expect(readInbound('key,summary,key\nINC1,Title,INC2')).toMatchObject({
      value: { tickets: [{ key: 'INC1', summary: 'Title' }] },
    })
  })
})

describe('a JSON sample', () => {
  test('may begin with a byte order mark and blanks, and loses members nobody reads', () => {
    const text = `\uFEFF \n${JSON.stringify([{ key: 'INC1', summary: null, comments: [{ type: 'public', body: 'x', likes: 3 }], extra: 1 }])}`
    expect(readInbound(text)).toEqual({
      ok: true,
      value: {
        tickets: [{ key: 'INC1', comments: [{ type: 'public', body: 'x' }] }],
        notRead: [],
      },
    })
  })

  test('names bad entries and skips them', () => {
    const entries = [
      { key: 'INC1' },
      { key: 2, summary: true, status: 3.5 },
      'text',
      { key: 'INC4', comments: [{ type: 'secret' }] },
      { key: ' ' },
    ]
    const sample = readInbound(JSON.stringify(entries))
    expect(sample).toMatchObject({
      ok: true,
      value: { tickets: [{ key: 'INC1' }, { key: '2', summary: 'true', status: '3.5' }] },
    })
    expect(sample.ok && sample.value.notRead).toEqual([
      { row: 3, reason: 'Expected an object with the members of a ticket.' },
      {
        row: 4,
        reason: 'comments[0].type: Expected one of public, internal, resolution, found “secret”.',
      },
      { row: 5, reason: 'It has no key.' },
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
    expect(readOutbound(JSON.stringify([ticket]))).toEqual({
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
        notRead: [],
      },
    })
  })

  test('may be empty', () => {
    expect(readInbound('[]')).toEqual({ ok: true, value: { tickets: [], notRead: [] } })
    expect(readOutbound('[]')).toEqual({ ok: true, value: { tickets: [], notRead: [] } })
  })
})

describe('a file is refused', () => {
  const partner = JSON.stringify([{ key: 'INC1', summary: 'x' }])

  test.each([
    ['outbound, when it holds partner tickets', readOutbound(partner), 'file-foreign'],
    ['when it is a file of another kind', readInbound('{"kind":"syncwright.reference"}'), 'file-foreign'],
    ['when it is one ticket alone', readOutbound('{"id":1}'), 'file-foreign'],
    ['when it is a value alone', readOutbound('null'), 'file-foreign'],
    ['when it is CSV but outbound', readOutbound('key,summary\n1,x'), 'file-foreign'],
    ['when its JSON is broken', readInbound('[{"key":'), 'file-damaged'],
    ['when it is empty', readInbound(' \n'), 'file-damaged'],
    ['when no row can be read', readInbound('[1, 2]'), 'file-invalid'],
    [
      'when it holds more tickets than memory has room for',
      readOutbound(`[${'{"id":1},'.repeat(1_000_001)}{"id":2}]`),
      'file-invalid',
    ],
    [
      'when one ticket holds more notes than that',
      readInbound(`[{"key":"K","comments":[${'0,'.repeat(1_000_000)}0]}]`),
      'file-invalid',
    ],
    ['when a thousand rows and more are none', readInbound(`[${'0,'.repeat(2000)}0]`), 'file-invalid'],
  ])('%s', (_, sample, code) => {
    expect(sample).toMatchObject({ ok: false, error: { code } })
    expect(sample.ok ? '' : sample.error.message).toMatch(/^[A-Z].*\.$/)
    expect(sample.ok ? '' : sample.error.next).toMatch(/^[A-Z].*\.$/)
  })
})

test('a single ticket is told that a sample is a list', () => {
  const sample = readInbound('{"key":"INC1","summary":"x"}')
  expect(sample.ok ? '' : sample.error.message).toContain('one ticket alone')
})

test('what is null in a part of a ticket, or instead of one, costs the ticket nothing', () => {
  const inbound = readInbound('[{"key":"INC1","comments":[{"type":null,"body":"x"},{"body":"y"}]}]')
  expect(inbound).toMatchObject({ ok: true, value: { notRead: [], tickets: [{ key: 'INC1' }] } })
  const outbound = readOutbound('[{"id":1,"summary":"x","customFields":[{"id":null,"value":true}]}]')
  expect(outbound).toMatchObject({ ok: true, value: { notRead: [], tickets: [{ id: 1 }] } })
  expect(readInbound('[{"key":"INC1","comments":[null,{"body":"y"}],"attachments":[null]}]')).toEqual({
    ok: true,
    value: { notRead: [], tickets: [{ key: 'INC1', comments: [{ body: 'y' }], attachments: [] }] },
  })
})

test('a wrong id in a reference is named with its place', () => {
  const sample = readOutbound(
    '[{"id":1,"summary":null},{"id":2,"summary":"x","board":{"id":"4","name":"Help Desk"}}]',
  )
  expect(sample.ok && sample.value.notRead).toEqual([
    { row: 2, reason: 'board.id: Expected a number, found text.' },
  ])
})

test('a thousand bad rows among more good ones are skipped', () => {
  const sample = readInbound(`[${'{"key":"K"},'.repeat(1500)}${'0,'.repeat(1200)}{"key":"L"}]`)
  expect(sample.ok && [sample.value.tickets.length, sample.value.notRead.length]).toEqual([1501, 1200])
})

test('a number that no computer holds is told apart from one', () => {
  const sample = readInbound('[{"key":"A"},{"key":"B","timeEntries":[{"hours":1e999}]}]')
  expect(sample.ok && sample.value.notRead).toEqual([
    { row: 2, reason: 'timeEntries[0].hours: Expected a number, found a number beyond all bounds.' },
  ])
})

test('a reference without an id is read as none', () => {
  const parsed = readOutbound(
    JSON.stringify([
      {
        id: 1,
        summary: null,
        company: {},
        board: { id: null },
        owner: null,
        status: { id: 31, name: 'New' },
      },
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
