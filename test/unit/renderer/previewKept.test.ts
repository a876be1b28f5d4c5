// Kept samples in the page: tickets as text in parts, pseudonyms that hold across them, sizes and names.
import { describe, expect, it } from 'vitest'
import {
  sizeText,
  suggestedName,
  ticketsText,
  usableName,
} from '../../../renderer/preview/sample/keptWords.ts'
import { createPace } from '../../../renderer/state/throttle.ts'
import { createWriter, readTickets } from '../../../renderer/preview/judging/ticketText.ts'
import { partSize, type SampleTickets } from '../../../shared/preview/sample/tickets.ts'

const sample: SampleTickets = {
  flow: 'inbound',
  tickets: Array.from({ length: partSize + 2 }, (_, index) => ({
    key: `INC${index}`,
    summary: 'Call Mara',
    requester: { name: 'Mara Lindqvist', email: `mara${index % 2}@example.test` },
  })),
}
const parts = (anonymous: boolean) => [0, partSize].map(createWriter(sample, anonymous))

describe('tickets as text', () => {
  it('come back as they were, part by part', () => {
    const [first, second] = parts(false).map((text) => readTickets('inbound', text).tickets)
    expect([...(first ?? []), ...(second ?? [])]).toEqual(sample.tickets)
  })

  it('name nobody when anonymised, and the same person alike in every part', () => {
    const [first, second] = parts(true)
    expect(`${first}${second}`).not.toMatch(/mara|lindqvist/i)
    expect(readTickets('inbound', second ?? '').tickets[0]).toMatchObject({
      requester: { name: 'Person 1', email: 'person1@example.test' },
    })
  })

  it.each(['', '{}', '[{"id":1}]'])('are refused when they are %j', (text) =>
    expect(() => readTickets('inbound', text)).toThrow(),
  )
})

it.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1024, '1 KB'],
  [1_500_000, '1.4 MB'],
])('%d bytes are said as %s', (bytes, text) => expect(sizeText(bytes)).toBe(text))

it.each([
  [1, '1 ticket'],
  [1204, '1,204 tickets'],
])('%d tickets are counted', (count, text) => expect(ticketsText(count)).toBe(text))

it.each([
  [{ kind: 'file', name: 'monday.CSV' } as const, 'monday'],
  [{ kind: 'typed' } as const, 'Typed tickets'],
  [{ kind: 'kept', id: 'a', name: 'Monday' } as const, 'Monday'],
])('a sample from %o has a name to start with', (origin, name) => expect(suggestedName(origin)).toBe(name))

it.each([
  [' Monday ', 'Monday'],
  ['   ', null],
  ['x'.repeat(101), null],
])('the name %j is stored as %j', (text, name) => expect(usableName(text)).toBe(name))

it('progress is shown at once, and then no faster than it can be read', () => {
  let now = 0
  const isDue = createPace(() => now)
  const said = [0, 50, 119, 120, 130, 500].map((at) => {
    now = at
    return isDue()
  })
  expect(said).toEqual([true, false, false, true, false, true])
})
