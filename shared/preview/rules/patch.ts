// The change role source would apply to a ConnectWise ticket that is sent: its configured status and priority.
import type { Reference } from '../../reference/lookup.ts'
import { boardOfStatus, fold } from '../../reference/lookup.ts'
import type { SourceSettings } from '../../relationship/relationship.ts'
import type { PatchOperation, PreviewRequest } from '../previewResult.ts'
import type { ServiceTicket } from '../sample/sample.ts'

/** The status id per board that stands for the configured one: itself on its own board, its namesake on the others. */
function statusPerBoard({ status, defaultBoard }: SourceSettings, reference: Reference | null) {
  const ids = new Map<number, number>()
  if (status === null) return ids
  const row = reference?.statuses?.get(status.id)
  const name = fold(row?.name ?? status.name)
  // Board by board the lowest id wins, so that the order of a file's rows decides nothing.
  const rows = [...(reference?.statuses?.values() ?? [])].sort((a, b) => b.id - a.id)
  for (const { id, name: other, board, inactive } of rows) {
    if (board && inactive !== true && fold(other ?? '') === name) ids.set(board.id, id)
  }
  // A status without a known board was chosen for the default board: that is where its picker reads.
  const home = boardOfStatus(reference, status) ?? defaultBoard?.id
  if (home !== undefined) ids.set(home, status.id)
  return ids
}

/** Prepares the change to sent tickets. A closed ticket, or a value already there, needs none. */
export function preparePatch(settings: SourceSettings, reference: Reference | null) {
  const { status, priority } = settings
  const statuses = statusPerBoard(settings, reference)

  const isClosed = (ticket: ServiceTicket): boolean =>
    ticket.closedFlag ?? (ticket.status && reference?.statuses?.get(ticket.status.id)?.closedStatus) ?? false
  const statusFor = (ticket: ServiceTicket): number | undefined =>
    ticket.board ? statuses.get(ticket.board.id) : undefined

  return {
    /** Whether the configured status has no namesake on the ticket's board, so that the status would stay as it is. */
    lacksStatus: (ticket: ServiceTicket): boolean =>
      status !== null && statusFor(ticket) === undefined && !isClosed(ticket),
    /** The request, status before priority (`PATCH /service/tickets/{id}`, ConnectWise Developer Guide); null when nothing changes. */
    request(ticket: ServiceTicket): PreviewRequest | null {
      if (isClosed(ticket)) return null
      const wanted = { status: statusFor(ticket), priority: priority?.id }
      const operations = (['status', 'priority'] as const).flatMap((path): PatchOperation[] => {
        const id = wanted[path]
        return id === undefined || id === ticket[path]?.id ? [] : [{ op: 'replace', path, value: { id } }]
      })
      if (operations.length === 0) return null
      return { method: 'PATCH', path: `/service/tickets/${ticket.id}`, body: operations }
    },
  }
}
