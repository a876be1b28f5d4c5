// A sample without anybody in it: people, e-mail addresses and companies become pseudonyms, free text becomes filler.
import { createPseudonyms, fillerFor } from './pseudonyms.ts'
import type { PartnerTicket, ServiceTicket } from './sample.ts'
import type { SampleTickets, Tickets } from './tickets.ts'

type Pseudonyms = ReturnType<typeof createPseudonyms>
type Reference = { id?: number | null; name?: string | null; identifier?: string | null }

/** The ending says what kind of file it is and nobody's name. */
function fileName(name: string | null | undefined): string | null | undefined {
  const [, stem, ending] = /^(.*?)(\.[a-z0-9]{1,5})?$/is.exec(name ?? '') ?? []
  return typeof name === 'string' ? `${fillerFor(stem ?? '')}${ending ?? ''}` : name
}

const personRef =
  ({ person, login }: Pseudonyms) =>
  <Ref extends Reference>(ref: Ref | null | undefined): Ref | null | undefined =>
    ref && { ...ref, name: person(ref.name), identifier: login(ref.identifier) }

/**
 * Partner tickets without people. Keys, states, work roles, times and sizes stay, so that the preview says the same;
 * only time entries no longer name a member ConnectWise knows.
 */
const partnerTicket =
  ({ person, email }: Pseudonyms) =>
  (ticket: PartnerTicket): PartnerTicket => ({
    ...ticket,
    summary: fillerFor(ticket.summary),
    description: fillerFor(ticket.description),
    requester: ticket.requester && {
      name: person(ticket.requester.name),
      email: email(ticket.requester.email),
    },
    comments: ticket.comments?.map((comment) => ({
      ...comment,
      author: person(comment.author),
      body: fillerFor(comment.body),
    })),
    attachments: ticket.attachments?.map((attachment) => ({
      ...attachment,
      fileName: fileName(attachment.fileName),
    })),
    timeEntries: ticket.timeEntries?.map((entry) => ({
      ...entry,
      memberName: person(entry.memberName),
      memberEmail: email(entry.memberEmail),
      notes: fillerFor(entry.notes),
    })),
  })

type CustomField = NonNullable<ServiceTicket['customFields']>[number]

/** Checkboxes decide; every other value may hold a name or a phone number. */
const customField = (field: CustomField): CustomField => {
  if (typeof field.value === 'number') return { ...field, value: 0 }
  return typeof field.value === 'string' ? { ...field, value: fillerFor(field.value) } : field
}

/** ConnectWise tickets without people. Ids, boards, statuses, priorities, flags, times and sizes stay. */
function serviceTicket(pseudonyms: Pseudonyms): (ticket: ServiceTicket) => ServiceTicket {
  const { person, company, companyLogin } = pseudonyms
  const someone = personRef(pseudonyms)
  return (ticket) => ({
    ...ticket,
    summary: fillerFor(ticket.summary),
    company: ticket.company && {
      ...ticket.company,
      name: company(ticket.company.name),
      identifier: companyLogin(ticket.company.identifier),
    },
    contact: someone(ticket.contact),
    owner: someone(ticket.owner),
    mergedParentTicket: ticket.mergedParentTicket && {
      ...ticket.mergedParentTicket,
      name: fillerFor(ticket.mergedParentTicket.name),
    },
    customFields: ticket.customFields?.map(customField),
    _info: ticket._info && {
      ...ticket._info,
      updatedBy: person(ticket._info.updatedBy),
      enteredBy: person(ticket._info.enteredBy),
    },
    notes: ticket.notes?.map((note) => ({
      ...note,
      ticket: note.ticket && { ...note.ticket, name: fillerFor(note.ticket.name) },
      text: fillerFor(note.text),
      member: someone(note.member),
      contact: someone(note.contact),
    })),
    documents: ticket.documents?.map((document) => ({
      ...document,
      title: fileName(document.title),
      fileName: fileName(document.fileName),
    })),
    timeEntries: ticket.timeEntries?.map((entry) => ({
      ...entry,
      member: someone(entry.member),
      notes: fillerFor(entry.notes),
      internalNotes: fillerFor(entry.internalNotes),
    })),
  })
}

/** Takes a sample part by part: the same person has the same pseudonym in all of them. */
export function createAnonymiser(): (sample: Tickets) => SampleTickets {
  const pseudonyms = createPseudonyms()
  const partner = partnerTicket(pseudonyms)
  const service = serviceTicket(pseudonyms)
  return (sample) =>
    sample.flow === 'inbound'
      ? { flow: 'inbound', tickets: sample.tickets.map(partner) }
      : { flow: 'outbound', tickets: sample.tickets.map(service) }
}
