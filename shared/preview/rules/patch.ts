// The change role source would apply to a ConnectWise ticket that is sent: its configured status and priority.
import type { RaisedCodes } from '../../findings/raisedCodes.ts'
import { boardOfStatus, namesakesOf, type Reference } from '../../reference/lookup.ts'
import type { SourceSettings } from '../../relationship/relationship.ts'
import type { CodeSet } from '../result/codeSet.ts'
import {
  patchErrors,
  type PatchOperation,
  type PreviewRequest,
  type PreviewWarning,
} from '../result/previewResult.ts'
import type { ServiceTicket } from '../sample/sample.ts'

/** The value an operation would set, and why it may be left out. */
type Wanted = { id: number | null; warnings: number }

const nothing: Wanted = { id: null, warnings: 0 }

/** Prepares the change to sent tickets. A closed ticket, or a value already there, needs none. */
export function preparePatch(
  settings: SourceSettings,
  reference: Reference | null,
  found: RaisedCodes,
  warns: CodeSet<PreviewWarning>,
) {
  const { status, priority, defaultBoard } = settings
  const errorsOf = (field: string): number => {
    const errors = found.errorsAt(field)
    return warns.mask(patchErrors.filter((code) => errors.includes(code)))
  }
  const statusErrors = errorsOf('status')
  const priorityErrors = errorsOf('priority')
  const missing = warns.bit('status-missing-on-board')
  const notRead = warns.bit('reference-not-read')
  // A status without a known board was chosen for the default board: that is where its picker reads.
  const home = status ? (boardOfStatus(reference, status) ?? defaultBoard?.id) : undefined
  const namesakes = status && namesakesOf(reference, reference?.statuses?.get(status.id)?.name ?? status.name)

  const isClosed = (ticket: ServiceTicket): boolean =>
    ticket.closedFlag ?? (ticket.status && reference?.statuses?.get(ticket.status.id)?.closedStatus) ?? false

  /** The status itself on its own board, its namesake on the others. */
  function statusFor({ board, status: now }: ServiceTicket): Wanted {
    if (!status || !namesakes || !board) return nothing
    if (board.id === home) {
      if (now?.id === status.id) return nothing
      return statusErrors ? { id: null, warnings: statusErrors } : { id: status.id, warnings: 0 }
    }
    const namesake = namesakes.on(board.id)
    if (namesake === 'missing') return { id: null, warnings: missing }
    if (namesake === 'unread') return { id: null, warnings: notRead }
    return namesake.id === now?.id ? nothing : { id: namesake.id, warnings: 0 }
  }

  function priorityFor({ priority: now }: ServiceTicket): Wanted {
    if (!priority || now?.id === priority.id) return nothing
    return priorityErrors ? { id: null, warnings: priorityErrors } : { id: priority.id, warnings: 0 }
  }

  return {
    /** What the row is told of operations that are left out. */
    warnings: (ticket: ServiceTicket): number =>
      isClosed(ticket) ? 0 : statusFor(ticket).warnings | priorityFor(ticket).warnings,
    /** The request, status before priority (`PATCH /service/tickets/{id}`, ConnectWise Developer Guide); null when nothing changes. */
    request(ticket: ServiceTicket): PreviewRequest | null {
      if (isClosed(ticket)) return null
      const wanted = { status: statusFor(ticket).id, priority: priorityFor(ticket).id }
      const operations = (['status', 'priority'] as const).flatMap((path): PatchOperation[] => {
        const id = wanted[path]
        return id === null ? [] : [{ op: 'replace', path, value: { id } }]
      })
      if (operations.length === 0) return null
      return { method: 'PATCH', path: `/service/tickets/${ticket.id}`, body: operations }
    },
  }
}
