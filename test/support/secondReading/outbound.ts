// The second reading of the outbound rules: what becomes of a ConnectWise ticket, sets sorted so that order decides nothing.
import type { ServiceTicket } from '../../../shared/preview/sample/sample.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { blank, own, rowOf } from './facts.ts'
import { boardOfStatus, namesakeOn, verdictsOf } from './findings.ts'
import { type Item, type Reading, set } from './inbound.ts'

const readers: Record<string, string[]> = {
  discussion: ['customer', 'staff'],
  internal: ['staff'],
  resolution: ['customer', 'staff', 'invoice'],
}
const inOrder = (names: string[]): string[] =>
  ['customer', 'staff', 'invoice'].filter((name) => names.includes(name))

/** Why the ticket stays. */
function staying(relationship: Relationship, since: number | null, ticket: ServiceTicket): string[] {
  const { role, settings } = relationship
  if (role === 'target' && !settings.reverseSync.enabled) return ['reverse-sync-off']
  const reverse = role === 'target' && settings.reverseSync.enabled ? settings.reverseSync : null
  const filter = reverse?.filter
  const boards = (role === 'source' ? settings.boards : (filter?.boards ?? [])).map(({ id }) => id)
  const companies = filter?.companies.length ? filter.companies : settings.company ? [settings.company] : []
  const lacks = (refs: readonly { id: number }[] | undefined, ref: { id: number } | null | undefined) =>
    refs !== undefined && refs.length > 0 && !refs.some(({ id }) => id === ref?.id)
  const changed = ticket._info?.lastUpdated ? Date.parse(ticket._info.lastUpdated) : Number.NaN
  const ticked = (ticket.customFields ?? []).some(
    ({ id, value }) => id === reverse?.fieldFilter?.id && value === true,
  )
  return [
    ...(['ServiceTicket', 'Ticket', undefined, null].includes(ticket.recordType)
      ? []
      : ['not-a-service-ticket']),
    ...(ticket.board && boards.includes(ticket.board.id) ? [] : ['board-not-selected']),
    ...(companies.some(({ id }) => id === ticket.company?.id) ? [] : ['company-mismatch']),
    ...(since !== null && changed < since ? ['not-changed-since-start'] : []),
    ...(lacks(filter?.statuses, ticket.status) ? ['status-filtered'] : []),
    ...(lacks(filter?.priorities, ticket.priority) ? ['priority-filtered'] : []),
    ...(reverse?.fieldFilter && !ticked ? ['field-filter-off'] : []),
  ]
}

/** The change role source applies, and what is said of what is left out. */
function change(relationship: Relationship, given: Snapshot | null, ticket: ServiceTicket) {
  const warnings: string[] = []
  const operations: unknown[] = []
  const snapshot = own(relationship, given)
  const { settings, role } = relationship
  const closed = ticket.closedFlag ?? rowOf(snapshot, 'statuses', ticket.status?.id)?.closedStatus ?? false
  if (role !== 'source' || closed) return { warnings, operations }
  const { errors } = verdictsOf(relationship, given)
  const replace = (path: 'status' | 'priority', id: number, wrong: string[]) => {
    if (ticket[path]?.id === id) return
    if (wrong.length > 0) warnings.push(...wrong)
    else operations.push({ op: 'replace', path, value: { id } })
  }
  const { status, priority } = settings
  if (status && ticket.board) {
    const home = boardOfStatus(snapshot, status.id, status.boardId) ?? settings.defaultBoard?.id
    if (home === ticket.board.id) replace('status', status.id, errors('status'))
    else {
      const name = rowOf(snapshot, 'statuses', status.id)?.name ?? status.name
      const namesake = namesakeOn(snapshot, name, ticket.board.id)
      if (typeof namesake === 'number') replace('status', namesake, [])
      else warnings.push(namesake === 'gone' ? 'status-missing-on-board' : 'reference-not-read')
    }
  }
  if (priority) replace('priority', priority.id, errors('priority'))
  return { warnings, operations }
}

export function readOutbound(
  relationship: Relationship,
  given: Snapshot | null,
  since: number | null,
  ticket: ServiceTicket,
): Reading {
  const { commentTypes, syncAttachments, timeEntries: time } = relationship.settings
  const skip = staying(relationship, since, ticket)
  const sent = skip.length === 0
  const selected = (types: string[]) => types.filter((type) => commentTypes.some((each) => each === type))
  const notesGo = time.sync && time.includeNotes
  const item = (kind: string, own: string[], warnings: string[], audience: string[]): Item => ({
    kind,
    verdict: own.length === 0 && sent ? 'send' : 'stay',
    reasons: set(own.length > 0 ? own : skip),
    warnings: set(own.length === 0 && sent ? warnings : []),
    audience: inOrder(audience),
  })
  const notes = (ticket.notes ?? []).map((note) => {
    const types = [
      ...(note.detailDescriptionFlag === true ? ['discussion'] : []),
      ...(note.internalAnalysisFlag === true ? ['internal'] : []),
      ...(note.resolutionFlag === true ? ['resolution'] : []),
    ]
    const chosen = selected(types)
    const warnings = [
      ...(chosen.length < types.length ? ['note-audience-wider'] : []),
      ...(notesGo && note.noteType === 'TimeEntryNote' ? ['note-duplicated-by-time-entry'] : []),
    ]
    const own = chosen.length === 0 ? ['comment-type-not-selected'] : []
    return item(
      'note',
      own,
      warnings,
      types.flatMap((type) => readers[type] ?? []),
    )
  })
  const documents = (ticket.documents ?? []).map((document) => {
    const link = document.linkFlag === true || document.urlFlag === true
    return item(
      'attachment',
      !syncAttachments ? ['attachments-off'] : link ? ['attachment-is-link'] : [],
      [],
      ['customer', 'staff'],
    )
  })
  const entries = (ticket.timeEntries ?? []).map((entry) => {
    const types = [
      ...(entry.addToDetailDescriptionFlag === true ? ['discussion'] : []),
      ...(entry.addToInternalAnalysisFlag === true ? ['internal'] : []),
      ...(entry.addToResolutionFlag === true ? ['resolution'] : []),
    ]
    const text = notesGo && !blank(entry.notes)
    const outside = text && types.length > 0 && selected(types).length === 0
    const customer = types.includes('discussion') || types.includes('resolution')
    return item(
      'timeEntry',
      time.sync ? [] : ['time-entries-off'],
      outside ? ['time-note-type-not-selected'] : [],
      text ? ['staff', 'invoice', ...(customer ? ['customer'] : [])] : ['staff'],
    )
  })
  const items = [...notes, ...documents, ...entries]
  const { warnings, operations } = sent
    ? change(relationship, given, ticket)
    : { warnings: [], operations: [] }
  return {
    verdict: sent ? 'send' : 'skip',
    reasons: set(skip),
    warnings: set([...warnings, ...items.flatMap((each) => each.warnings)]),
    requests:
      operations.length === 0
        ? []
        : [{ method: 'PATCH', path: `/service/tickets/${ticket.id}`, body: operations }],
    items,
  }
}
