// Every setting as data, in the order of the published form: label, help, control, roles, required rule and gate.
import type { CollectionName } from '../reference/collectionNames.ts'
import type { Role } from './roles.ts'

/** The four sections of the published form, in its order. */
export const sectionTitles = {
  defaults: 'Defaults',
  content: 'Comments, attachments and time entries',
  reverse: 'Reverse sync and filters',
  override: 'API configuration override',
} as const

export type FormSection = keyof typeof sectionTitles

/** `one` and `many` pick rows of a collection; `secret` is typed and never shown again. */
type Control = 'one' | 'many' | 'checkboxes' | 'switch' | 'text' | 'secret'

export type FieldRules = {
  /** The label, to the letter of the published form. */
  label: string
  help: string
  section: FormSection
  control: Control
  /** What the picker offers. */
  collection?: CollectionName
  /** The roles that use the setting. */
  roles: readonly Role[]
  /** The roles in which the setting must be filled while its gate is open. */
  required: readonly Role[]
  /** The switch that has to be on for the setting to count. */
  gate?: Gate
}

export type Gate = 'timeEntries.sync' | 'reverseSync.enabled' | 'apiOverride.enabled'

const both = ['source', 'target'] as const
const none: readonly Role[] = []
const inDefaults = { section: 'defaults', control: 'one', roles: both } as const
const inContent = { section: 'content', roles: both } as const
const inReverse = { section: 'reverse', roles: ['target'] } as const
const inOverride = { section: 'override', control: 'text', roles: both } as const

export const fieldRules = {
  company: {
    ...inDefaults,
    label: 'Company',
    help: "The ConnectWise company the partner's tickets belong to.",
    collection: 'companies',
    required: both,
  },
  boards: {
    ...inDefaults,
    control: 'many',
    label: 'Boards',
    help: 'Only tickets on these boards are sent.',
    collection: 'boards',
    roles: ['source'],
    required: ['source'],
  },
  defaultBoard: {
    ...inDefaults,
    label: 'Default board',
    help: 'Tickets that the partner creates land here. One of the boards above.',
    collection: 'boards',
    roles: ['source'],
    required: ['source'],
  },
  serviceBoard: {
    ...inDefaults,
    label: 'Service board',
    help: "The partner's tickets land here.",
    collection: 'boards',
    roles: ['target'],
    required: ['target'],
  },
  status: {
    ...inDefaults,
    label: 'Status',
    help: 'Given to each ticket. Every board has its own statuses.',
    collection: 'statuses',
    required: both,
  },
  priority: {
    ...inDefaults,
    label: 'Priority',
    help: 'Given to each ticket.',
    collection: 'priorities',
    required: ['target'],
  },
  source: {
    ...inDefaults,
    label: 'Source',
    help: 'Recorded on created tickets only.',
    collection: 'sources',
    required: none,
  },
  owner: {
    ...inDefaults,
    label: 'Owner',
    help: 'The default owner of created tickets.',
    collection: 'members',
    required: none,
  },
  commentTypes: {
    ...inContent,
    control: 'checkboxes',
    label: 'Comment types',
    help: 'Which notes are synced. At least one.',
    required: both,
  },
  syncAttachments: {
    ...inContent,
    control: 'switch',
    label: 'Sync attachments',
    help: 'Files on a ticket are synced.',
    required: none,
  },
  'timeEntries.sync': {
    ...inContent,
    control: 'switch',
    label: 'Sync time entries',
    help: 'Time recorded on a ticket is synced.',
    required: none,
  },
  'timeEntries.defaultWorkRole': {
    ...inContent,
    control: 'one',
    label: 'Default work role',
    help: "Used only when the entry's work role is not found by name.",
    collection: 'workRoles',
    required: both,
    gate: 'timeEntries.sync',
  },
  'timeEntries.defaultMember': {
    ...inContent,
    control: 'one',
    label: 'Default member',
    help: "Used only when the entry's member is not found.",
    collection: 'members',
    required: both,
    gate: 'timeEntries.sync',
  },
  'timeEntries.includeNotes': {
    ...inContent,
    control: 'switch',
    label: 'Include time entry notes',
    help: 'The text of a time entry is synced with it.',
    required: none,
    gate: 'timeEntries.sync',
  },
  'reverseSync.enabled': {
    ...inReverse,
    control: 'switch',
    label: 'Reverse sync',
    help: 'Your own ConnectWise tickets go to the partner as well.',
    required: none,
  },
  'reverseSync.filter.boards': {
    ...inReverse,
    control: 'many',
    label: 'Reverse sync filter',
    help: 'Only tickets on these boards go to the partner.',
    collection: 'boards',
    required: ['target'],
    gate: 'reverseSync.enabled',
  },
  'reverseSync.filter.companies': {
    ...inReverse,
    control: 'many',
    label: 'Filter by company',
    help: 'Only tickets of these companies; blank means the company above.',
    collection: 'companies',
    required: none,
    gate: 'reverseSync.enabled',
  },
  'reverseSync.filter.statuses': {
    ...inReverse,
    control: 'many',
    label: 'Filter by status',
    help: 'Only tickets in these statuses; blank means every status.',
    collection: 'statuses',
    required: none,
    gate: 'reverseSync.enabled',
  },
  'reverseSync.filter.priorities': {
    ...inReverse,
    control: 'many',
    label: 'Filter by priority',
    help: 'Only tickets of these priorities; blank means every priority.',
    collection: 'priorities',
    required: none,
    gate: 'reverseSync.enabled',
  },
  'reverseSync.fieldFilter': {
    ...inReverse,
    control: 'one',
    label: 'Field based filter',
    help: 'Only tickets where this checkbox is ticked; blank means all tickets of the selected boards.',
    collection: 'customFields',
    required: none,
    gate: 'reverseSync.enabled',
  },
  'apiOverride.enabled': {
    ...inOverride,
    control: 'switch',
    label: 'Override API settings for this relationship',
    help: 'Off: the values of the connection are used and shown here.',
    required: none,
  },
  'apiOverride.site': {
    ...inOverride,
    label: 'Site',
    help: 'For example na.myconnectwise.net.',
    required: both,
    gate: 'apiOverride.enabled',
  },
  'apiOverride.companyId': {
    ...inOverride,
    label: 'Company ID',
    help: 'The company you sign in to ConnectWise with.',
    required: both,
    gate: 'apiOverride.enabled',
  },
  'apiOverride.publicKey': {
    ...inOverride,
    label: 'Public key',
    help: 'From the API keys of the API member.',
    required: both,
    gate: 'apiOverride.enabled',
  },
  'apiOverride.privateKey': {
    ...inOverride,
    control: 'secret',
    label: 'Private key',
    help: 'Shown by ConnectWise only once, when the key is made.',
    required: both,
    gate: 'apiOverride.enabled',
  },
  'apiOverride.clientId': {
    ...inOverride,
    label: 'Client ID',
    help: 'From the ConnectWise developer site.',
    required: both,
    gate: 'apiOverride.enabled',
  },
} as const satisfies Record<string, FieldRules>
