// The groups of the ticket list: verdicts, with the tickets that carry warnings apart.
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import { countOutcomes, type TicketOutcome, type Outcomes } from './outcomes.ts'
import { countOf, formatCount } from '../../../shared/text/counts.ts'

export type GroupId = 'fail' | 'warned' | 'fine' | 'skip'
export type VerdictTone = 'err' | 'warn' | 'ok' | 'info'

export type Group = {
  id: GroupId
  /** The words of the group's heading. */
  label: string
  /** The same where there is little room. */
  short: string
  tone: VerdictTone
}

export const flowLabels: Readonly<Record<Flow, string>> = { inbound: 'Inbound', outbound: 'Outbound' }

/** The groups of each flow in the order of the list. */
export const groupsOf: Readonly<Record<Flow, readonly Group[]>> = {
  inbound: [
    { id: 'fail', label: 'Fail', short: 'Fail', tone: 'err' },
    { id: 'warned', label: 'Create, with warnings', short: 'Warnings', tone: 'warn' },
    { id: 'fine', label: 'Create', short: 'Create', tone: 'ok' },
  ],
  outbound: [
    { id: 'warned', label: 'Send, with warnings', short: 'Warnings', tone: 'warn' },
    { id: 'fine', label: 'Send', short: 'Send', tone: 'ok' },
    { id: 'skip', label: 'Skip', short: 'Skip', tone: 'info' },
  ],
}

/** The group a ticket with this outcome belongs to. */
export function groupIdOf({ verdict, warnings }: TicketOutcome): GroupId {
  if (verdict === 'fail' || verdict === 'skip') return verdict
  return warnings.length > 0 ? 'warned' : 'fine'
}

/** How many tickets each group of the sample holds; zero for the groups without any. */
export function groupCounts(outcomes: Outcomes): Record<GroupId, number> {
  const counts: Record<GroupId, number> = { fail: 0, warned: 0, fine: 0, skip: 0 }
  for (const [position, count] of countOutcomes(outcomes).entries()) {
    const outcome = outcomes.table[position]
    if (outcome) counts[groupIdOf(outcome)] += count
  }
  return counts
}

/** The whole sample in one line: "412 tickets: 400 create, 12 fail". */
export function summaryText(flow: Flow, counts: Record<GroupId, number>): string {
  const good = counts.warned + counts.fine
  const total = good + counts.fail + counts.skip
  const parts =
    flow === 'inbound'
      ? `${formatCount(good)} create, ${formatCount(counts.fail)} fail`
      : `${formatCount(good)} send, ${formatCount(counts.skip)} skip`
  return `${countOf(total, 'ticket')}: ${parts}`
}
