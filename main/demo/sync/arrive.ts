// One ticket as ConnectWise would hold it after the requests of the made-up sync service.
import { memberName } from '../../../shared/reference/collections.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { PreviewRequest } from '../../../shared/preview/result/previewResult.ts'
import type { ServiceTicket } from '../../../shared/preview/sample/sample.ts'

/** What the service finds: the records there are, the next free id, the time, and the member it works as. */
export type SyncWorld = { reference: Reference | null; nextId: number; at: string; member: string }

/** A ticket that arrived, with all its lists. */
export type Arrived = ServiceTicket &
  Required<{ [List in 'notes' | 'documents' | 'timeEntries']: NonNullable<ServiceTicket[List]> }>

const idOf = (value: unknown): number | undefined =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number'
    ? value.id
    : undefined
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

type Named = { id: number; name?: string } | null

const named = (value: unknown, nameOf: (id: number) => string | null | undefined): Named => {
  const id = idOf(value)
  if (id === undefined) return null
  const name = nameOf(id)
  return name ? { id, name } : { id }
}

/** What one request adds to the ticket. */
function add(ticket: Arrived, request: PreviewRequest, { reference, at }: SyncWorld): void {
  if (request.method === 'PATCH') return
  if ('multipart' in request) {
    const title = textOf(request.multipart.title)
    ticket.documents.push({ id: ticket.documents.length + 1, title, fileName: title })
    return
  }
  const { body } = request
  const member = (id: number) => {
    const row = reference?.members?.get(id)
    return row && memberName(row)
  }
  if (request.path === '/time/entries') {
    const notes = textOf(body.notes)
    ticket.timeEntries.push({
      id: ticket.timeEntries.length + 1,
      member: named(body.member, member),
      workRole: named(body.workRole, (id) => reference?.workRoles?.get(id)?.name),
      timeStart: textOf(body.timeStart),
      timeEnd: textOf(body.timeEnd),
      actualHours: numberOf(body.actualHours),
      notes,
    })
    if (notes !== undefined) ticket.notes.push({ noteType: 'TimeEntryNote', text: notes })
    return
  }
  ticket.notes.push({
    noteType: 'TicketNote',
    // A server turns line breaks into its own.
    text: textOf(body.text)?.replaceAll('\n', '\r\n'),
    detailDescriptionFlag: body.detailDescriptionFlag === true,
    internalAnalysisFlag: body.internalAnalysisFlag === true,
    resolutionFlag: body.resolutionFlag === true,
    timeStart: at,
  })
}

/** The ticket as it is created by its requests, the first of which is its own. */
export function arrivedTicket(requests: readonly PreviewRequest[], id: number, world: SyncWorld): Arrived {
  const { reference, at, member } = world
  const [first, ...others] = requests
  const body: Record<string, unknown> = first && first.method === 'POST' && 'body' in first ? first.body : {}
  const owner = (found: number) => {
    const row = reference?.members?.get(found)
    return row && memberName(row)
  }
  const described = textOf(body.initialDescription)
  const ticket: Arrived = {
    id,
    summary: textOf(body.summary),
    recordType: 'ServiceTicket',
    board: named(body.board, (found) => reference?.boards?.get(found)?.name),
    company: named(body.company, (found) => reference?.companies?.get(found)?.name),
    status: named(body.status, (found) => reference?.statuses?.get(found)?.name),
    priority: named(body.priority, (found) => reference?.priorities?.get(found)?.name),
    source: named(body.source, (found) => reference?.sources?.get(found)?.name),
    owner: named(body.owner, owner),
    externalXRef: textOf(body.externalXRef),
    closedFlag: false,
    _info: { dateEntered: at, lastUpdated: at, enteredBy: member, updatedBy: member },
    notes:
      described === undefined
        ? []
        : [{ noteType: 'TicketNote', text: described, detailDescriptionFlag: true }],
    documents: [],
    timeEntries: [],
  }
  for (const request of others) add(ticket, request, world)
  return ticket
}
