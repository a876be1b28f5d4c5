// Tickets as text, part by part, with or without the people in them.
import { describe, expect, it } from 'vitest'
import { createWriter, ticketsFromText } from '../../../../../renderer/preview/judging/ticketText.ts'
import { partSize, type SampleTickets } from '../../../../../shared/preview/sample/tickets.ts'

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
    const [first, second] = parts(false).map((text) => ticketsFromText('inbound', text).tickets)
    expect([...(first ?? []), ...(second ?? [])]).toEqual(sample.tickets)
  })

  it('name nobody when anonymised, and the same person alike in every part', () => {
    const [first, second] = parts(true)
    expect(`${first}${second}`).not.toMatch(/mara|lindqvist/i)
    expect(ticketsFromText('inbound', second ?? '').tickets[0]).toMatchObject({
      requester: { name: 'Person 1', email: 'person1@example.test' },
    })
  })

  it.each(['', '{}', '[{"id":1}]'])('are refused when they are %j', (text) =>
    expect(() => ticketsFromText('inbound', text)).toThrow(),
  )
})
