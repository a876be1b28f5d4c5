// The second reading of the notes, attachments and time entries of a partner ticket.
import type { PartnerTicket } from '../../../shared/preview/sample/sample.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { blank, dirty, landingOn, own, rowOf, rowsOf, same, tidy, whole } from './facts.ts'
import { verdictsOf } from './findings.ts'
import { secondsOf, utc } from './ticketText.ts'

/** A part of a ticket, before it is known whether the ticket itself arrives. */
type Part = { kind: string; own: string[]; warnings: string[]; audience: string[]; request: () => unknown }
type Settings = Relationship['settings']
type Entry = NonNullable<PartnerTicket['timeEntries']>[number]

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

const kinds = {
  public: ['discussion', 'detailDescriptionFlag', ['customer', 'staff']],
  internal: ['internal', 'internalAnalysisFlag', ['staff']],
  resolution: ['resolution', 'resolutionFlag', ['customer', 'staff', 'invoice']],
} as const

export function notePart(
  { commentTypes }: Settings,
  { type, body }: NonNullable<PartnerTicket['comments']>[number],
): Part {
  const [name, flag, audience] = type ? kinds[type] : ['', '', []]
  const own = [
    ...(commentTypes.some((selected) => selected === name) ? [] : ['comment-type-not-selected']),
    ...(blank(body) ? ['note-empty'] : []),
  ]
  return {
    kind: 'note',
    own,
    warnings: own.length === 0 && dirty(body) ? ['text-cleaned'] : [],
    audience: [...audience],
    request: () => ({
      method: 'POST',
      path: '/service/tickets/{id}/notes',
      body: { text: tidy(body), [flag]: true },
    }),
  }
}

export function attachmentPart(
  { syncAttachments }: Settings,
  { fileName, contentType, size }: NonNullable<PartnerTicket['attachments']>[number],
): Part {
  const name = blank(fileName) ? 'attachment' : tidy(fileName)
  const file = {
    fileName: name,
    ...(blank(contentType) ? {} : { contentType: tidy(contentType) }),
    ...(typeof size === 'number' ? { size } : {}),
  }
  return {
    kind: 'attachment',
    own: syncAttachments ? [] : ['attachments-off'],
    warnings: syncAttachments && (dirty(fileName) || dirty(contentType)) ? ['text-cleaned'] : [],
    audience: ['customer', 'staff'],
    request: () => ({
      method: 'POST',
      path: '/system/documents',
      multipart: { recordType: 'Ticket', recordId: '{id}', title: name, file },
    }),
  }
}

export function timeEntryPart(relationship: Relationship, given: Snapshot | null, entry: Entry): Part {
  const kind = 'timeEntry'
  const time = relationship.settings.timeEntries
  if (!time.sync)
    return { kind, own: ['time-entries-off'], warnings: [], audience: ['staff'], request: () => null }
  const snapshot = own(relationship, given)
  const { errors, says } = verdictsOf(relationship, given)
  const boardRow = rowOf(snapshot, 'boards', landingOn(relationship).board?.id)
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
  const told = [
    ...(member.id === null && member.sure ? ['member-fallback'] : []),
    ...(member.several ? ['member-ambiguous'] : []),
    ...(role.id === null && role.sure ? ['work-role-fallback'] : []),
    ...(boardRow?.timeEntryLockedFlag === true ? ['board-may-lock-time'] : []),
    ...(textGoes && reaches ? ['time-notes-reach-customer'] : []),
    ...(textGoes && dirty(entry.notes) ? ['text-cleaned'] : []),
  ]
  return {
    kind,
    own: [...plain, ...fallback],
    warnings: plain.length + fallback.length > 0 ? unread : [...unread, ...told],
    audience: [...(textGoes && reaches ? ['customer'] : []), 'staff', ...(textGoes ? ['invoice'] : [])],
    request: () => ({
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
    }),
  }
}
