// What a file of tickets is: its flow, its list, and what is no sample.
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { flowOf, openSample, openSampleText } from '../../../../../shared/files/sample/openSample.ts'
import { speaksForItself } from '../../../../../shared/files/sample/columnsOverview.ts'
import { readFlow, readPartnerTickets } from '../../../../../shared/files/sample/readSample.ts'
import { readInbound, readOutbound } from '../../../../support/samples.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('the flow of a sample', () => {
  test.each([
    ['outbound', '[{"id":1,"summary":"x","board":{"id":4}}]'],
    ['outbound', '[{"id":1,"summary":null,"recordType":"ServiceTicket"}]'],
    ['outbound', '[{"id":1,"summary":"x","_info":{}}]'],
    ['inbound', '[{"id":1,"summary":"x"}]'],
    ['inbound', '[{"key":"A","summary":"x","boards":1}]'],
    ['inbound', '[]'],
    ['inbound', '[{"id":1,"board":{"id":4}}]'],
    ['inbound', '[{"summary":"x","board":{"id":4}}]'],
    ['inbound', '[null,7]'],
    ['outbound', '\uFEFF  [null,{"id":1,"summary":"x","board":null}]'],
    ['inbound', `${' '.repeat(2000)}[{"id":1,"subject":"x"}]`],
    ['inbound', 'id,summary,board\n1,x,y'],
  ])('is %s for %s', (flow, text) => {
    const source = openSampleText(text)
    expect(source.ok && flowOf(source.value)).toBe(flow)
  })

  test('that is wanted decides: ConnectWise tickets are the partner’s where they come in', () => {
    const source = openSampleText(
      '[{"id":7,"summary":"x","board":{"id":4},"notes":[{"text":"n","detailDescriptionFlag":true}]}]',
    )
    if (!source.ok) throw new Error(source.error.message)
    expect(readFlow(source.value, 'inbound')).toMatchObject({
      value: { flow: 'inbound', tickets: [{ key: '7', comments: [{ type: 'public', body: 'n' }] }] },
    })
    expect(readFlow(source.value, 'outbound')).toMatchObject({
      value: { flow: 'outbound', tickets: [{ id: 7 }] },
    })
  })
})

describe('an outbound list', () => {
  test('skips and names a row without id or summary; null counts', () => {
    expect(readOutbound('[{"id":1,"summary":null},{"id":2},{"summary":"x"},3]')).toMatchObject({
      value: {
        tickets: [{ id: 1, summary: null }],
        notRead: [
          { row: 2, reason: 'A ConnectWise ticket has the members id and summary; summary is missing.' },
          { row: 3, reason: 'A ConnectWise ticket has the members id and summary; id is missing.' },
          { row: 4, reason: 'Expected an object, found a number.' },
        ],
      },
    })
  })

  test.each([
    ['ConnectWise boards', [{ id: 4, name: 'Help Desk', projectFlag: false }]],
    ['ConnectWise companies', [{ id: 4, identifier: 'a', name: 'A', deletedFlag: false }]],
    ['ConnectWise members', [{ id: 4, identifier: 'a', firstName: 'A' }]],
    ['tickets of Zendesk', { tickets: [{ id: 1, subject: 'x', requester_id: 3, assignee_id: null }] }],
    ['tickets of the partner', [{ key: 'A', summary: 'x' }]],
    ['tickets of Jira', { issues: [{ id: '1', key: 'A-1', fields: { summary: 'x' } }] }],
    ['entries with the members a, b', [{ a: 1, b: 2 }]],
  ])('of %s is called so', (words, value) => {
    const sample = readOutbound(JSON.stringify(value))
    expect(sample).toMatchObject({ ok: false, error: { code: 'file-foreign' } })
    expect(sample.ok ? '' : sample.error.message).toContain(
      `The file holds ${words}, and no ConnectWise tickets`,
    )
  })
})

describe('what is no sample', () => {
  test.each([
    [
      'an Excel workbook',
      zipSync({ 'xl/workbook.xml': new Uint8Array(9) }),
      'The file is an Excel workbook (.xlsx)',
    ],
    ['a web page', bytesOf('<!doctype html><p>Sign in</p>'), 'it is a web page'],
    [
      'a field bundle',
      zipSync({ 'a/relationships.syncwright.json': new Uint8Array(9) }),
      'is a field bundle.',
    ],
    ['a locked bundle', bytesOf('age-encryption.org/v1\n-> scrypt'), 'encrypted with age'],
    ['a mail', bytesOf('Return-Path: <ana@example.test>\r\nSubject: Printer\r\n'), 'is an e-mail'],
    ['a font', bytesOf('wOF2\0\x01\0\0\0\0'), 'holds control characters, so it is no text'],
    [
      'a list of boards',
      bytesOf('[{"id":4,"name":"Help Desk","projectFlag":false}]'),
      'It is a list of ConnectWise boards.',
    ],
    [
      'a file of ours',
      bytesOf('{"kind":"syncwright.reference","version":1}'),
      'The file is a reference snapshot',
    ],
    [
      'an object without a list',
      bytesOf('{"a":{"b":1}}'),
      'without exactly one list of objects in it (its members are a)',
    ],
    ['an object with two lists', bytesOf('{"a":[{}],"b":[{}]}'), 'without exactly one list of objects'],
    ['zero bytes', new Uint8Array(64), 'nothing but zero bytes'],
    ['nothing', bytesOf('\n \n'), 'The file is empty.'],
  ])('%s is called what it is', (_, bytes, words) => {
    const source = openSample(bytes)
    const sample = source.ok ? readPartnerTickets(source.value) : source
    expect(sample.ok ? '' : sample.error.message).toContain(words)
  })
})

test('a list of Jira is another system’s, although its entries have a key', () => {
  const of = (text: string) => {
    const source = openSampleText(text)
    return source.ok && speaksForItself(source.value)
  }
  expect(of('[{"key":"A-1","fields":{"summary":"x","resolution":"y"}}]')).toBe(false)
  expect(of('[{"key":"A-1","summary":"x","more":1}]')).toBe(true)
  expect(of('[{"id":1,"subject":"x"}]')).toBe(false)
  expect(of('key,summary,Status\n')).toBe(true)
  expect(of('key,summary,Owner\n')).toBe(false)
})

test('numbers and booleans of a list are text, and its own parts come along', () => {
  expect(
    readInbound('[{"key":7,"summary":false,"comments":[{"type":"internal","body":"n"}],"attachments":null}]'),
  ).toMatchObject({
    value: { tickets: [{ key: '7', summary: 'false', comments: [{ type: 'internal', body: 'n' }] }] },
  })
})
