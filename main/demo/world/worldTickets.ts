// The demo organisation's tickets of the last 60 days.
import { ticketModel } from '../model/ticket.ts'
import { createRandom, type Random } from './random.ts'
import {
  type Collection,
  createCollection,
  isoSeconds,
  type JsonObject,
  type StoredRow,
  referenceId,
  textOf,
} from '../model/storedRows.ts'
import { addOddTickets, type Surroundings } from './oddTickets.ts'
import { apiMemberIds } from './people.ts'
import { customFieldIds, customFieldValues } from './pickers.ts'
import { fullName, type ReferenceKind, recordInfo, referTo, ticketLinks } from './references.ts'
import type { Sizes } from './sizes.ts'
import { topics } from './topics.ts'

const day = 86_400_000
const firstTicketId = 7_001
const days = 60

const fill = (template: string, person: string, site: string) =>
  template.replaceAll('{person}', person).replaceAll('{site}', site)

/** The topic of a generated ticket, with names filled in; details of the ticket use the same. */
export const topicOf = (ticket: StoredRow) => {
  const topic = createRandom(ticket.id).pick(topics)
  const site =
    typeof ticket.company === 'object' && ticket.company && 'name' in ticket.company
      ? textOf(ticket.company.name)
      : 'the office'
  const person = textOf(ticket.contactName) || 'the caller'
  const said = (template: string) => fill(template, person, site)
  return {
    summary: said(topic.summary).slice(0, 100),
    description: said(topic.description),
    customerNote: said(topic.customerNote),
    internalNote: said(topic.internalNote),
    resolution: said(topic.resolution),
    file: topic.file,
  }
}

const pickStatus = (statuses: Collection, random: Random, age: number): StoredRow => {
  const usable = statuses.rows.filter((row) => row.inactive !== true)
  const closing = usable.filter((row) => row.closedStatus === true)
  return random.chance(Math.min(0.9, age * 1.1)) && closing.length > 0
    ? random.pick(closing)
    : random.pick(usable)
}

/** Ticket ids start at 7001 and grow with time; the last rows are the odd ones every preview should meet. */
export const createTickets = (world: Surroundings, size: Sizes, random: Random, now: number): Collection => {
  const boards = world.boards.rows.filter((row) => row.projectFlag !== true && row.inactiveFlag !== true)
  const companies = world.companies.rows.filter((row) => row.deletedFlag === false).slice(0, 1_500)
  const contacts = new Map<number, StoredRow[]>()
  for (const contact of world.contacts.rows) {
    const company = referenceId(contact.company) ?? 0
    contacts.set(company, [...(contacts.get(company) ?? []), contact])
  }
  const technicians = world.members.rows.filter(
    (row) => row.licenseClass !== 'A' && row.inactiveFlag === false,
  )
  const ownApiMember = world.members.find(apiMemberIds.full)
  const contoso = world.companies.find(250)

  // Thousands of tickets share few references: making each once halves the time and memory a large world takes.
  const references = new Map<StoredRow, JsonObject>()
  const refer = (kind: ReferenceKind, row: StoredRow): JsonObject => {
    const reference = references.get(row) ?? referTo(kind, row)
    references.set(row, reference)
    return reference
  }

  const create = (id: number, age: number): StoredRow => {
    const board = random.chance(0.5) ? (world.boards.find(4) ?? random.pick(boards)) : random.pick(boards)
    const statuses = world.statuses.get(board.id)
    const status = statuses ? pickStatus(statuses, random, age) : undefined
    const company = contoso && random.chance(0.2) ? contoso : random.pick(companies)
    const people = contacts.get(company.id) ?? []
    const contact = people.length > 0 ? random.pick(people) : undefined
    const owner = random.chance(0.08)
      ? undefined
      : random.chance(0.05)
        ? ownApiMember
        : random.pick(technicians)
    const type = world.types.get(board.id)?.rows[random.int(0, 2)]
    const closed = status?.closedStatus === true
    const entered = now - age * days * day - random.int(0, 6) * 3_600_000
    const updated = Math.min(
      now - 60_000,
      entered + random.int(1, closed ? 72 : 24 * days * age + 1) * 3_600_000,
    )
    const ticket: StoredRow = {
      id,
      summary: '',
      recordType: 'ServiceTicket',
      board: refer('board', board),
      status: status ? refer('status', status) : null,
      company: refer('company', company),
      ...(contact
        ? {
            contact: refer('contact', contact),
            contactName: fullName(contact),
            contactEmailAddress: `contact${contact.id}@client.example.test`,
          }
        : {}),
      ...(type ? { type: refer('boardType', type) } : {}),
      ...(owner ? { owner: refer('member', owner), resources: textOf(owner.identifier) } : {}),
      priority: refer('priority', random.pick(world.priorities.rows)),
      source: refer('source', random.pick(world.sources.rows)),
      severity: 'Medium',
      impact: 'Medium',
      customerUpdatedFlag: random.chance(0.2),
      closedFlag: closed,
      ...(closed ? { closedDate: isoSeconds(updated), closedBy: textOf(owner?.identifier) } : {}),
      actualHours: random.int(0, 12) / 4,
      location: board.location ?? null,
      department: board.department ?? null,
      hasChildTicket: false,
      hasMergedChildTicketFlag: false,
      customFields: customFieldValues(world.customFields.rows, {
        [customFieldIds.syncToPartner]: random.chance(0.35),
        [customFieldIds.impactArea]: random.chance(0.7) ? 'One user' : null,
        [customFieldIds.partnerReference]: random.chance(0.1) ? `\u200EREF-${id}` : undefined,
        [customFieldIds.vip]: random.chance(0.1) ? true : undefined,
      }),
      _info: {
        ...recordInfo(
          isoSeconds(entered),
          random.chance(0.1) ? 'syncapi' : 'dispatch',
          isoSeconds(updated),
          textOf(owner?.identifier),
        ),
        ...ticketLinks(id),
      },
    }
    ticket.summary = topicOf(ticket).summary
    return ticket
  }

  const rows: StoredRow[] = []
  for (let index = 0; index < size.tickets; index++)
    rows.push(create(firstTicketId + index, 1 - index / size.tickets))
  return createCollection(ticketModel, addOddTickets(rows, world, now))
}
