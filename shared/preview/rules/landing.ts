// Where tickets the partner creates land in ConnectWise, and what about that place would be refused.
import { boardOfStatus, isStatusJudged, type Reference } from '../../reference/lookup.ts'
import type { Relationship, Role } from '../../relationship/relationship.ts'
import type { CodeSet } from '../codeSet.ts'
import type { FailReason } from '../previewResult.ts'

/** What every new ticket gets from the settings. */
export type Landing = Pick<
  Relationship['settings'],
  'company' | 'status' | 'priority' | 'source' | 'owner'
> & {
  board: { id: number } | null
}

/** The landing place: the service board, or for role source the default board. */
export const landingOf = ({ role, settings }: Relationship): Landing => ({
  company: settings.company,
  board: role === 'source' ? settings.defaultBoard : settings.serviceBoard,
  status: settings.status,
  priority: settings.priority,
  source: settings.source,
  owner: settings.owner,
})

/** What the settings alone make ConnectWise refuse, for every ticket, as a mask. Records it cannot see are not judged. */
export function landingRefusals(
  role: Role,
  { company, board, status, priority }: Landing,
  reference: Reference | null,
  fails: CodeSet<FailReason>,
): number {
  const boardRequired = role === 'source' ? 'default-board-required' : 'service-board-required'
  const deleted = company !== null && reference?.companies?.get(company.id)?.deletedFlag === true
  // Said of an unknown board as well: ConnectWise would refuse the ticket either way.
  const elsewhere =
    board !== null && status !== null && (boardOfStatus(reference, status) ?? board.id) !== board.id
  return (
    (deleted ? fails.bit('company-deleted') : 0) |
    (elsewhere ? fails.bit('status-not-on-board') : 0) |
    (company ? 0 : fails.bit('company-required')) |
    (board ? 0 : fails.bit(boardRequired)) |
    (status ? 0 : fails.bit('status-required')) |
    (priority || role === 'source' ? 0 : fails.bit('priority-required'))
  )
}

/** Whether time may be entered on new tickets: the board is not locked for it and the status allows it. */
export function landingTakesTime({ board, status }: Landing, reference: Reference | null): boolean {
  const locked = board && reference?.boards?.get(board.id)?.timeEntryLockedFlag === true
  const blocked =
    status &&
    isStatusJudged(reference, status, board?.id) &&
    reference?.statuses?.get(status.id)?.timeEntryNotAllowed === true
  return !locked && !blocked
}
