// A partner's ticket with time entries, previewed.
import { expect } from 'vitest'
import { prepareInbound } from '../../../../../../shared/preview/rules/inbound.ts'
import type { PartnerTicket } from '../../../../../../shared/preview/sample/sample.ts'
import type { Reference } from '../../../../../../shared/reference/lookup.ts'
import type { Relationship, TargetSettings } from '../../../../../../shared/relationship/relationship.ts'
import { reference, targetRelationship, timeEntriesOn } from '../../../../../support/relationships.ts'

export type Entry = NonNullable<PartnerTicket['timeEntries']>[number]

export type Options = { relationship?: Relationship; reference?: Reference | null }

export const entry: Entry = {
  memberName: 'Dana Reyes',
  workRole: 'Engineer',
  start: '2026-11-20T09:00:00Z',
  end: '2026-11-20T09:45:00Z',
}

export const preview = (entries: Entry[], options: Options = {}) => {
  const ticket = { key: 'INC001', summary: 'Printer offline', timeEntries: entries }
  const prepared = prepareInbound({ relationship: targetRelationship(), reference: reference(), ...options })
  const row = prepared.row(ticket)
  const { verdict, reasons, warnings } = row
  expect(prepared.judge(ticket)).toEqual({ key: 'INC001', verdict, reasons, warnings })
  return row
}

/** The body of the one entry's request. */
export const posted = (changes: Entry, options: Options = {}) => {
  const request = preview([{ ...entry, ...changes }], options).requests[1]
  return request && 'body' in request ? request.body : undefined
}

export type TimeSettings = Extract<TargetSettings['timeEntries'], { sync: true }>

export const withTime = (changes: Partial<TimeSettings>) =>
  targetRelationship({ timeEntries: { ...timeEntriesOn, ...changes } })
