// Tickets that Syncwright wrote itself: whole or not at all.
import { expect, test } from 'vitest'
import { readOwnTickets } from '../../../../../shared/files/sample/ownTickets.ts'

test('those with a key are the partner’s, a numeric key is text', () => {
  expect(readOwnTickets('[{"key":"A","summary":"x"},{"key":7,"summary":"y"}]')).toMatchObject({
    ok: true,
    value: { flow: 'inbound', tickets: [{ key: 'A' }, { key: '7', summary: 'y' }] },
  })
})

test.each(['[]', '[{"id":7,"summary":"x","board":{"id":4}}]'])(
  'without a key they are ConnectWise’s: %s',
  (text) => {
    expect(readOwnTickets(text)).toMatchObject({ ok: true, value: { flow: 'outbound' } })
  },
)

test.each([
  ['[{"key":"A"},{"summary":"x"}]', 'tickets[1].key: Missing'],
  ['[{"key":true}]', 'tickets[0].key: Expected text, found true or false'],
  ['[{"id":"7"}]', 'tickets[0].id: Expected a number, found text'],
  ['[null]', 'tickets[0]: Expected an object, found null'],
  ['{"key":"A"}', 'tickets: Expected a list, found an object'],
])('a row that cannot be read means that the file is damaged: %s', (text, words) => {
  const tickets = readOwnTickets(text)
  expect(tickets).toMatchObject({ ok: false, error: { code: 'file-invalid' } })
  expect(tickets.ok ? '' : tickets.error.message).toContain(`The file is not a valid sample (${words}`)
})

test('what is not JSON is told with its place', () => {
  const tickets = readOwnTickets('[{"key":"A",}]')
  expect(tickets.ok ? '' : tickets.error.message).toContain('line 1, column 12: a trailing comma')
})
