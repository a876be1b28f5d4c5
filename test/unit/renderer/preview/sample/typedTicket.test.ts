// A ticket typed by hand, and its key.
import { describe, expect, it } from 'vitest'
import { keyProblem, blankTicket, withTyped } from '../../../../../renderer/preview/sample/typedTicket.ts'
import { prepareOutbound } from '../../../../../shared/preview/rules/outbound.ts'
import { sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'

describe('a typed ticket', () => {
  it('is added to those typed before', () => {
    const relationship = targetRelationship()
    const typed = {
      ...blankTicket('inbound', 1),
      summary: 'One',
      comment: 'Hi',
      commentKind: 'internal' as const,
    }
    const first = withTyped({ flow: 'inbound', tickets: [] }, typed, relationship)
    const both = withTyped(first, { ...blankTicket('inbound', 2), key: ' ' }, relationship)
    expect(both).toMatchObject({
      tickets: [
        { key: 'TEST-1', summary: 'One', comments: [{ type: 'internal', body: 'Hi' }] },
        { key: 'TEST', comments: [] },
      ],
    })
  })

  it('is one that the settings send', () => {
    for (const relationship of [sourceRelationship(), targetRelationship()]) {
      const data = withTyped({ flow: 'outbound', tickets: [] }, blankTicket('outbound', 1), relationship)
      const { judge } = prepareOutbound({ relationship, reference: null, since: null })
      expect(data.flow === 'outbound' && data.tickets.map((ticket) => judge(ticket).verdict)).toEqual([
        'send',
      ])
    }
  })
})

describe('a typed key', () => {
  it.each([
    ['outbound', ' 9001 ', null],
    ['outbound', 'INC-7', 'Enter a number, such as 9001.'],
    ['outbound', '0', 'Enter a number, such as 9001.'],
    ['outbound', '12345678901', 'Enter a number, such as 9001.'],
    ['inbound', 'INC-7', null],
  ] as const)('of the %s flow, "%s", is checked', (flow, key, problem) =>
    expect(keyProblem(flow, key)).toBe(problem),
  )
})
