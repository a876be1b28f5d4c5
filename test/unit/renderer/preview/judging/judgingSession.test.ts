// A sample under its settings: judged at once, in full where it is asked for.
import { describe, expect, it } from 'vitest'
import { openSession } from '../../../../../renderer/preview/judging/judgingSession.ts'
import type { Tickets } from '../../../../../shared/preview/sample/tickets.ts'
import { reference, targetRelationship } from '../../../../support/relationships.ts'

describe('a session', () => {
  const data: Tickets = { flow: 'inbound', tickets: [{ key: 'A', summary: 'One' }, { key: 'B' }] }
  const session = openSession(data, {
    relationship: targetRelationship(),
    reference: reference(),
    since: null,
  })

  it('judges every ticket and shows one in full', () => {
    const { outcomes } = session.judge()
    expect([...outcomes.of].map((position) => outcomes.table[position]?.verdict)).toEqual(['create', 'fail'])
    expect(session.detail(1)).toMatchObject({ row: { key: 'B', verdict: 'fail' }, ticket: { key: 'B' } })
    expect(session.detail(2)).toBeNull()
  })
})
