// Where one answer of the inbound flow turns into another: lengths, names that several records share, parts of a refused ticket.
import { describe, expect, test } from 'vitest'
import { prepareInbound } from '../../../../../../shared/preview/rules/inbound.ts'
import type { PartnerTicket } from '../../../../../../shared/preview/sample/sample.ts'
import { reference, targetRelationship, timeEntriesOn } from '../../../../../support/relationships.ts'
import { entry, posted, preview, withTime } from './timePreview.ts'

const judged = (ticket: Partial<PartnerTicket>, settings = {}) => {
  const inbound = prepareInbound({ relationship: targetRelationship(settings), reference: reference() })
  const whole = { key: 'A', summary: 'Printer', ...ticket }
  const { requests, items, ...row } = inbound.row(whole)
  expect(inbound.judge(whole)).toEqual(row)
  return { ...row, requests, items }
}

describe('a length', () => {
  test.each([
    [{ summary: 'x'.repeat(100) }, []],
    [{ summary: 'x'.repeat(101) }, ['summary-truncated']],
    [{ summary: `${'x'.repeat(100)}\0` }, ['text-cleaned']],
    [{ summary: `${'x'.repeat(101)}\0` }, ['summary-truncated', 'text-cleaned']],
    [{ requester: { email: 'x'.repeat(250) } }, []],
    [{ requester: { email: 'x'.repeat(251) } }, ['contact-email-omitted']],
    [{ requester: { email: `${'x'.repeat(250)}\0` } }, ['text-cleaned']],
    [{ requester: { email: `${'x'.repeat(251)}\0` } }, ['contact-email-omitted']],
  ])('at its limit needs no word, one sign more does (%#)', (ticket, warnings) => {
    expect(judged(ticket).warnings).toEqual(warnings)
  })
})

describe('texts that have to be cleaned', () => {
  const dirty = 'a\ud800'
  const parts: Partial<PartnerTicket>[] = [
    { comments: [{ type: 'public', body: dirty }] },
    { attachments: [{ fileName: dirty }] },
    { attachments: [{ fileName: 'a', contentType: dirty }] },
  ]

  test.each(parts)('are told of parts that go (%#)', (ticket) => {
    const { warnings, items } = judged(ticket)
    expect([warnings, items[0]?.warnings]).toEqual([['text-cleaned'], ['text-cleaned']])
  })

  test.each(parts)('and not of the parts of a ticket that is refused (%#)', (ticket) => {
    const { warnings, items, verdict } = judged({ summary: '', ...ticket })
    expect([verdict, warnings, items[0]?.warnings]).toEqual(['fail', [], []])
  })

  test.each([
    { comments: [{ type: 'internal' as const, body: dirty }] },
    { comments: [{ body: dirty }] },
    { comments: [{ type: 'public' as const, body: '\0 ' }] },
  ])('nor of a comment that stays (%#)', (ticket) => {
    expect(judged(ticket).warnings).toEqual([])
  })
})

describe('names that several records share', () => {
  const members = (...rows: object[]) =>
    reference({
      members: [{ id: 42, identifier: 'dreyes' }, ...rows.map((row, at) => ({ id: 90 - at, ...row }))],
    })

  test('of one kind mean the lowest id, and that is said', () => {
    const twice = members({ firstName: 'Ana', lastName: 'Silva' }, { firstName: 'ANA', lastName: 'Silvà' })
    expect(posted({ memberName: 'ana silva' }, { reference: twice })).toMatchObject({ member: { id: 89 } })
    expect(preview([{ ...entry, memberName: 'ana silva' }], { reference: twice }).warnings).toContain(
      'member-ambiguous',
    )
  })

  test('of two kinds mean the kind that comes first, and nothing is ambiguous', () => {
    const both = members({ firstName: 'ana', lastName: null, identifier: 'x' }, { identifier: 'Ana' })
    expect(posted({ memberName: 'ana' }, { reference: both })).toMatchObject({ member: { id: 89 } })
    expect(preview([{ ...entry, memberName: 'ana' }], { reference: both }).warnings).toEqual([])
  })

  test('a member with one name only is found by it, one without any by none', () => {
    const sparse = members({ lastName: 'Silva' }, { firstName: '', lastName: null, identifier: '' })
    expect(posted({ memberName: 'silva' }, { reference: sparse })).toMatchObject({ member: { id: 90 } })
    expect(posted({ memberName: ' ' }, { reference: sparse })).toMatchObject({ member: { id: 42 } })
  })

  test('a work role that is there twice is the one with the lowest id, without a word', () => {
    const roles = reference({
      workRoles: [
        { id: 19, name: 'Field' },
        { id: 18, name: 'FIELD' },
        { id: 17, name: 'field', inactiveFlag: true },
      ],
    })
    expect(posted({ workRole: 'field' }, { reference: roles })).toMatchObject({ workRole: { id: 18 } })
    expect(preview([{ ...entry, workRole: 'field' }], { reference: roles }).warnings).toEqual([])
  })
})

describe('somebody who is not found', () => {
  const nobody = { ...entry, memberName: null, memberEmail: 'n@example.test' }
  const some = reference({
    members: [
      { id: 42, identifier: 'dreyes' },
      { id: 43, officeEmail: 'e@example.test' },
    ],
  })

  test('by e-mail is certainly nobody where the list is whole and has addresses, if only some', () => {
    expect(preview([nobody], { reference: some }).warnings).toEqual(['member-fallback'])
  })

  test('may be there where the list was not read to its end, for members as for work roles', () => {
    const partial = reference({}, { partial: ['members', 'workRoles'] })
    expect(preview([nobody], { reference: partial }).warnings).toEqual(['reference-not-read'])
    expect(preview([{ ...entry, workRole: 'Nothing' }], { reference: partial }).warnings).toEqual([
      'reference-not-read',
    ])
    expect(preview([{ ...entry, workRole: null }], { reference: partial }).warnings).toEqual([
      'work-role-fallback',
    ])
  })

  test('costs no word where the entry has no time, and one where the default is refused', () => {
    const options = {
      relationship: withTime({ defaultMember: { id: 43, name: 'Élodie Brandt' } }),
      reference: reference(
        { members: [{ id: 42 }, { id: 43, inactiveFlag: true }] },
        { partial: ['members'] },
      ),
    }
    const refused = preview([nobody], options)
    expect([refused.reasons, refused.warnings]).toEqual([['member-inactive'], ['reference-not-read']])
    const timeless = preview([{ ...nobody, start: null }], options)
    expect([timeless.reasons, timeless.warnings]).toEqual([
      ['time-entry-without-start', 'member-inactive'],
      [],
    ])
  })
})

test('an entry without defaults is refused for them only where it needs them', () => {
  const settings = { timeEntries: { ...timeEntriesOn, defaultMember: null, defaultWorkRole: null } }
  const known = { memberName: 'dreyes', workRole: 'Engineer', start: '2026-11-20T09:00Z', hours: 1 }
  expect(judged({ timeEntries: [known] }, settings).verdict).toBe('create')
  expect(judged({ timeEntries: [{ ...known, memberName: 'x', workRole: 'y' }] }, settings).reasons).toEqual([
    'work-role-required',
    'member-required',
  ])
})

test.each([
  [{ hours: 0 }, ['time-entry-without-duration']],
  [{ hours: -1 }, ['time-entry-without-duration']],
  [{ hours: 0.25 }, []],
  [{ hours: null, end: '2026-11-20T09:00:00.9Z' }, ['time-entry-without-duration']],
  [{ hours: 2, end: '2026-11-20T09:00:00.9Z' }, []],
  [{ hours: 2, end: '2026-11-20T08:59:59Z' }, ['time-entry-ends-before-start']],
  [{ hours: 2, end: 'noon' }, ['time-entry-unreadable-time']],
  [{ hours: 2, start: 'noon' }, ['time-entry-unreadable-time']],
  [{ hours: 2, start: ' ' }, ['time-entry-without-start']],
])('the span %j has the reasons %j', (changes, reasons) => {
  const spans = { ...entry, start: '2026-11-20T09:00:00Z', end: null, ...changes }
  expect(preview([spans]).reasons).toEqual(reasons)
})
