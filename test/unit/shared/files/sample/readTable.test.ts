// A CSV sample row by row: what becomes a ticket, what is named and skipped.
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
      'The file has no key and no summary that is known by its name; the columns found are “Dear Sir or Madam”. Its first line is one column, so it seems to be no table, or one with another separator.',
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
