// A JSON sample entry by entry: what becomes a ticket, what is named and skipped.
import { describe, expect, test } from 'vitest'
import { readInbound, readOutbound } from '../../../../support/samples.ts'

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
