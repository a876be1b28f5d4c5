// What a list is that holds no ConnectWise tickets, by members that only it has.
import { asLine } from '../../text/line.ts'
import { isRecord } from '../json/isRecord.ts'

/** Each by members that all have to be there; those that say most stand first. */
const signatures: readonly [words: string, ...members: string[]][] = [
  ['ConnectWise boards', 'name', 'projectFlag'],
  ['ConnectWise boards', 'name', 'timeEntryLockedFlag'],
  ['ConnectWise boards', 'boardIcon'],
  ['ConnectWise statuses', 'closedStatus'],
  ['ConnectWise statuses', 'timeEntryNotAllowed'],
  ['ConnectWise members', 'licenseClass'],
  ['ConnectWise members', 'identifier', 'firstName'],
  ['ConnectWise companies', 'identifier', 'name', 'deletedFlag'],
  ['ConnectWise companies', 'identifier', 'name', 'status'],
  ['ConnectWise companies', 'identifier', 'name', 'phoneNumber'],
  ['ConnectWise custom fields', 'fieldTypeIdentifier'],
  ['ConnectWise time entries', 'chargeToId'],
  ['ConnectWise time entries', 'timeStart', 'actualHours'],
  ['ConnectWise notes', 'detailDescriptionFlag'],
  ['ConnectWise contacts', 'communicationItems'],
  ['ConnectWise work roles', 'name', 'hourlyRate'],
  ['ConnectWise priorities or sources', 'name', 'defaultFlag'],
  ['relationships of Syncwright', 'contractName', 'role'],
  ['relationships that were checked', 'ready', 'findings'],
  ['rows of a preview', 'verdict', 'requests'],
  ['tickets of the partner', 'key', 'summary'],
  ['tickets of Jira', 'key', 'fields'],
  ['tickets of ServiceNow', 'sys_id'],
  ['tickets of Zendesk', 'requester_id', 'raw_subject'],
  ['tickets of Zendesk', 'requester_id', 'satisfaction_rating'],
  ['tickets of Freshdesk', 'responder_id', 'requester_id'],
  ['tickets of Zendesk', 'subject', 'requester_id', 'assignee_id'],
  ['tickets of Autotask', 'ticketNumber', 'queueID'],
  ['tickets of HaloPSA', 'tickettype_id'],
  ['tickets of Syncro', 'customer_business_then_name'],
  ['tickets of another system', 'subject'],
  ['tickets of another system', 'title', 'status'],
]

const mostMembers = 8

/** `ConnectWise boards`, or the members its entries have. */
export function nameForeignList(entries: readonly unknown[]): string {
  const entry = entries.find(isRecord)
  if (!entry) return 'something else than objects'
  const [words] = signatures.find(([, ...members]) => members.every((name) => name in entry)) ?? []
  const names = Object.keys(entry)
    .slice(0, mostMembers)
    .map((name) => asLine(name.slice(0, 40)))
  return words ?? `entries with the members ${names.join(', ') || 'of an empty object'}`
}
