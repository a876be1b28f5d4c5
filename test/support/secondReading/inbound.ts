// The second reading of the inbound rules: what becomes of a partner ticket, sets sorted so that order decides nothing.
import type { PartnerTicket } from '../../../shared/preview/sample/sample.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { blank, dirty, landingOn, own, rowOf, rowsOf, same, tidy, whole } from './facts.ts'
import { verdictsOf } from './findings.ts'
import { shorten, secondsOf, utc } from './ticketText.ts'

type Entry = NonNullable<PartnerTicket['timeEntries']>[number]
export type Item = {
  kind: string
  verdict: string
  reasons: string[]
  warnings: string[]
  audience: string[]
}
export type Reading = {
  verdict: string
  reasons: string[]
  warnings: string[]
  requests: unknown[]
  items: Item[]
}

export const set = (codes: readonly string[]): string[] => [...new Set(codes)].sort()

type Found = { id: number | null; several: boolean; sure: boolean }

/** The member an entry names: by address, identifier, full name. */
function memberOf(entry: Entry, snapshot: Snapshot | null): Found {
  const all = rowsOf(snapshot, 'members') ?? []
  const mailOf = (row: (typeof all)[number]) =>
    row.officeEmail?.trim() || (row.defaultEmail?.includes('@') ? row.defaultEmail : '')
  const people = all.filter((row) => row.inactiveFlag !== true && row.licenseClass?.toUpperCase() !== 'A')
  const ways: [string | null | undefined, (row: (typeof all)[number]) => string | null | undefined][] = [
    [entry.memberEmail, mailOf],
    [entry.memberName, mailOf],
    [entry.memberName, (row) => row.identifier],
    [entry.memberName, (row) => [row.firstName, row.lastName].filter(Boolean).join(' ')],
  ]
  for (const [wanted, told] of ways) {
    const ids = people.flatMap((row) =>
      same(wanted) !== '' && same(told(row)) === same(wanted) ? [row.id ?? 0] : [],
    )
    if (ids.length > 0) return { id: Math.min(...ids), several: ids.length > 1, sure: true }
  }
  const named = !blank(entry.memberName) || !blank(entry.memberEmail)
  const noMail = !blank(entry.memberEmail) && all.every((row) => !mailOf(row))
  return { id: null, several: false, sure: !named || (whole(snapshot, 'members') && !noMail) }
}

function roleOf(entry: Entry, snapshot: Snapshot | null): Found {
  const ids = (rowsOf(snapshot, 'workRoles') ?? []).flatMap((row) =>
    row.inactiveFlag !== true && same(row.name) !== '' && same(row.name) === same(entry.workRole)
      ? [row.id ?? 0]
      : [],
  )
  if (ids.length > 0) return { id: Math.min(...ids), several: false, sure: true }
  return { id: null, several: false, sure: blank(entry.workRole) || whole(snapshot, 'workRoles') }
}

export function readInbound(
  relationship: Relationship,
  given: Snapshot | null,
  ticket: PartnerTicket,
): Reading {
  const snapshot = own(relationship, given)
  const { settings } = relationship
  const { field, board } = landingOn(relationship)
  const { errors, says } = verdictsOf(relationship, given)
  const notOfTicket = ['status-blocks-time', 'default-board-not-selected']
  const title = tidy(ticket.summary)
  const refused = [
    ...(blank(ticket.summary) ? ['summary-missing'] : []),
    ...errors('company', field, 'status', 'priority', 'source', 'owner').filter(
      (code) => !notOfTicket.includes(code),
    ),
  ]
  const email = tidy(ticket.requester?.email)
  const told = [
    ...(!blank(title) && title.length > 100 ? ['summary-truncated'] : []),
    ...(email.length > 250 ? ['contact-email-omitted'] : []),
    ...([ticket.key, ticket.summary, ticket.description, ticket.requester?.name].some(dirty) ||
    (email.length <= 250 && dirty(ticket.requester?.email))
      ? ['text-cleaned']
      : []),
  ]
  const parts: { item: Item; request: unknown }[] = []
  const part = (
    kind: string,
    own: string[],
    warnings: string[],
    audience: string[],
    request: () => unknown,
  ) => {
    const reasons = own.length > 0 ? own : refused
    const stays = reasons.length > 0
    parts.push({
      item: {
        kind,
        verdict: stays ? 'stay' : 'send',
        reasons: set(reasons),
        warnings: set(refused.length > 0 ? [] : warnings),
        audience,
      },
      request: stays ? null : request(),
    })
  }

  const kinds = {
    public: ['discussion', 'detailDescriptionFlag', ['customer', 'staff']],
    internal: ['internal', 'internalAnalysisFlag', ['staff']],
    resolution: ['resolution', 'resolutionFlag', ['customer', 'staff', 'invoice']],
  } as const
  for (const { type, body } of ticket.comments ?? []) {
    const [name, flag, audience] = type ? kinds[type] : ['', '', []]
    const own = [
      ...(settings.commentTypes.some((selected) => selected === name) ? [] : ['comment-type-not-selected']),
      ...(blank(body) ? ['note-empty'] : []),
    ]
    part('note', own, own.length === 0 && dirty(body) ? ['text-cleaned'] : [], [...audience], () => ({
      method: 'POST',
      path: '/service/tickets/{id}/notes',
      body: { text: tidy(body), [flag]: true },
    }))
  }
  for (const { fileName, contentType, size } of ticket.attachments ?? []) {
    const own = settings.syncAttachments ? [] : ['attachments-off']
    const cleaned = own.length === 0 && (dirty(fileName) || dirty(contentType)) ? ['text-cleaned'] : []
    const name = blank(fileName) ? 'attachment' : tidy(fileName)
    const file = {
      fileName: name,
      ...(blank(contentType) ? {} : { contentType: tidy(contentType) }),
      ...(typeof size === 'number' ? { size } : {}),
    }
    part('attachment', own, cleaned, ['customer', 'staff'], () => ({
      method: 'POST',
      path: '/system/documents',
      multipart: { recordType: 'Ticket', recordId: '{id}', title: name, file },
    }))
  }
  const time = settings.timeEntries
  const boardRow = rowOf(snapshot, 'boards', board?.id)
  for (const entry of ticket.timeEntries ?? []) {
    if (!time.sync) {
      part('timeEntry', ['time-entries-off'], [], ['staff'], () => null)
      continue
    }
    const start = secondsOf(entry.start)
    const end = secondsOf(entry.end)
    const hours =
      typeof entry.hours === 'number' && entry.hours > 0 && entry.hours < Infinity ? entry.hours : null
    const member = memberOf(entry, snapshot)
    const role = roleOf(entry, snapshot)
    const both = typeof start === 'number' && typeof end === 'number' ? end - start : null
    const plain = [
      ...(says('status-blocks-time') ? ['time-entry-not-allowed'] : []),
      ...(start === 'none' ? ['time-entry-without-start'] : []),
      ...(start === 'bad' || end === 'bad' ? ['time-entry-unreadable-time'] : []),
      ...((end === 'none' || both === 0) && hours === null ? ['time-entry-without-duration'] : []),
      ...(both !== null && both < 0 ? ['time-entry-ends-before-start'] : []),
    ]
    const fallback = [
      ...(member.id === null ? errors('timeEntries.defaultMember') : []),
      ...(role.id === null ? errors('timeEntries.defaultWorkRole') : []),
    ]
    const unread = plain.length === 0 && (!member.sure || !role.sure) ? ['reference-not-read'] : []
    const textGoes = time.includeNotes && !blank(entry.notes)
    const reaches = boardRow?.timeEntryDiscussionFlag === true || boardRow?.timeEntryResolutionFlag === true
    const warnings =
      plain.length + fallback.length > 0
        ? unread
        : [
            ...unread,
            ...(member.id === null && member.sure ? ['member-fallback'] : []),
            ...(member.several ? ['member-ambiguous'] : []),
            ...(role.id === null && role.sure ? ['work-role-fallback'] : []),
            ...(boardRow?.timeEntryLockedFlag === true ? ['board-may-lock-time'] : []),
            ...(textGoes && reaches ? ['time-notes-reach-customer'] : []),
            ...(textGoes && dirty(entry.notes) ? ['text-cleaned'] : []),
          ]
    const audience = textGoes
      ? reaches
        ? ['customer', 'staff', 'invoice']
        : ['staff', 'invoice']
      : ['staff']
    part('timeEntry', [...plain, ...fallback], warnings, audience, () => ({
      method: 'POST',
      path: '/time/entries',
      body: {
        chargeToId: '{id}',
        chargeToType: 'ServiceTicket',
        member: { id: member.id ?? time.defaultMember?.id },
        workRole: { id: role.id ?? time.defaultWorkRole?.id },
        timeStart: utc(Number(start)),
        ...(both !== null && both > 0 ? { timeEnd: utc(Number(end)) } : { actualHours: hours }),
        ...(textGoes ? { notes: tidy(entry.notes) } : {}),
      },
    }))
  }

  const reasons = set([
    ...refused,
    ...parts.flatMap(({ item }) => (item.kind === 'timeEntry' && time.sync ? item.reasons : [])),
  ])
  const description = tidy(ticket.description)
  const first = shorten(title, 100)
  const text = title.length > 100 ? (blank(description) ? title : `${title}\n\n${description}`) : description
  const values: Record<string, unknown> = {
    summary: blank(first) ? shorten(title.trimStart(), 100) : first,
    company: settings.company && { id: settings.company.id },
    board: board && { id: board.id },
    status: settings.status && { id: settings.status.id },
    priority: settings.priority && { id: settings.priority.id },
    source: settings.source && { id: settings.source.id },
    owner: settings.owner && { id: settings.owner.id },
    contactName: shorten(tidy(ticket.requester?.name), 62),
    contactEmailAddress: email.length > 250 ? '' : email,
    externalXRef: shorten(tidy(ticket.key), 100),
    initialDescription: text,
  }
  const body = Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && !(typeof value === 'string' && blank(value)),
    ),
  )
  return {
    verdict: reasons.length === 0 ? 'create' : 'fail',
    reasons,
    warnings: set([...told, ...parts.flatMap(({ item }) => item.warnings)]),
    requests:
      refused.length > 0
        ? []
        : [
            { method: 'POST', path: '/service/tickets', body },
            ...parts.flatMap(({ request }) => (request === null ? [] : [request])),
          ],
    items: parts.map(({ item }) => item),
  }
}
