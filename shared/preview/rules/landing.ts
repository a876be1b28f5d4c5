// Where tickets the partner creates land in ConnectWise, and what about that place would be refused.
import type { RaisedCodes } from '../../findings/raisedCodes.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import type { CodeSet } from '../result/codeSet.ts'
import { type FailReason, ticketErrors } from '../result/previewResult.ts'

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

/** What the settings alone make ConnectWise refuse, for every ticket, as a mask: the errors of the values it carries. */
export function landingRefusals(
  { role }: Relationship,
  found: RaisedCodes,
  fails: CodeSet<FailReason>,
): number {
  const board = role === 'source' ? 'defaultBoard' : 'serviceBoard'
  const errors = found.errorsAt('company', board, 'status', 'priority', 'source', 'owner')
  return fails.mask(ticketErrors.filter((code) => errors.includes(code)))
}
