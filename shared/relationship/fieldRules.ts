// Every setting as data, in the order of the published form: its place, label, help, control, roles, required rule and gate.
import { type FieldRules, oneCaptioned, oneRecord, placeIn, severalRecords } from './fieldRow.ts'
import type { Role } from './roles.ts'

const both = ['source', 'target'] as const
const none: readonly Role[] = []
const inDefaults = { section: 'defaults', roles: both, required: none } as const
const inContent = { section: 'content', roles: both, required: none } as const
const ofTimeEntries = { ...inContent, gate: 'timeEntries.sync' } as const
const inReverse = { section: 'reverse', roles: ['target'], required: none } as const
const ofReverseSync = { ...inReverse, gate: 'reverseSync.enabled' } as const
const inOverride = { section: 'override', control: 'text', roles: both, required: none } as const
const ofOverride = { ...inOverride, required: both, gate: 'apiOverride.enabled' } as const

export const fieldRules = {
  company: {
    ...inDefaults,
    ...oneRecord(placeIn.settings('company')),
    perCustomer: true,
    label: 'Company',
    help: "The ConnectWise company the partner's tickets belong to.",
    collection: 'companies',
    required: both,
  },
  boards: {
    ...inDefaults,
    ...severalRecords(placeIn.settings('boards')),
    label: 'Boards',
    help: 'Only tickets on these boards are sent.',
    collection: 'boards',
    roles: ['source'],
    required: ['source'],
  },
  defaultBoard: {
    ...inDefaults,
    ...oneRecord(placeIn.settings('defaultBoard')),
    label: 'Default board',
    help: 'Tickets that the partner creates land here. One of the boards above.',
    collection: 'boards',
    roles: ['source'],
    required: ['source'],
  },
  serviceBoard: {
    ...inDefaults,
    ...oneRecord(placeIn.settings('serviceBoard')),
    label: 'Service board',
    help: "The partner's tickets land here.",
    collection: 'boards',
    roles: ['target'],
    required: ['target'],
  },
  status: {
    ...inDefaults,
    ...oneRecord(placeIn.settings('status')),
    label: 'Status',
    help: 'Given to each ticket. Every board has its own statuses.',
    collection: 'statuses',
    required: both,
  },
  priority: {
    ...inDefaults,
    ...oneRecord(placeIn.settings('priority')),
    label: 'Priority',
    help: 'Given to each ticket.',
    collection: 'priorities',
    required: ['target'],
  },
  source: {
    ...inDefaults,
    ...oneRecord(placeIn.settings('source')),
    label: 'Source',
    help: 'Recorded on created tickets only.',
    collection: 'sources',
  },
  owner: {
    ...inDefaults,
    ...oneRecord(placeIn.settings('owner')),
    perCustomer: true,
    label: 'Owner',
    help: 'The default owner of created tickets.',
    collection: 'members',
  },
  commentTypes: {
    ...inContent,
    at: placeIn.settings('commentTypes'),
    control: 'checkboxes',
    label: 'Comment types',
    help: 'Which notes are synced. At least one.',
    required: both,
  },
  syncAttachments: {
    ...inContent,
    at: placeIn.settings('syncAttachments'),
    control: 'switch',
    label: 'Sync attachments',
    help: 'Files on a ticket are synced.',
  },
  'timeEntries.sync': {
    ...inContent,
    at: placeIn.timeEntries('sync'),
    control: 'switch',
    label: 'Sync time entries',
    help: 'Time recorded on a ticket is synced.',
  },
  'timeEntries.defaultWorkRole': {
    ...ofTimeEntries,
    ...oneRecord(placeIn.timeEntries('defaultWorkRole')),
    label: 'Default work role',
    help: "Used only when the entry's work role is not found by name.",
    collection: 'workRoles',
    required: both,
  },
  'timeEntries.defaultMember': {
    ...ofTimeEntries,
    ...oneRecord(placeIn.timeEntries('defaultMember')),
    label: 'Default member',
    help: "Used only when the entry's member is not found.",
    collection: 'members',
    required: both,
  },
  'timeEntries.includeNotes': {
    ...ofTimeEntries,
    at: placeIn.timeEntries('includeNotes'),
    control: 'switch',
    label: 'Include time entry notes',
    help: 'The text of a time entry is synced with it.',
  },
  'reverseSync.enabled': {
    ...inReverse,
    at: placeIn.reverseSync('enabled'),
    control: 'switch',
    label: 'Reverse sync',
    help: 'Your own ConnectWise tickets go to the partner as well.',
  },
  'reverseSync.filter.boards': {
    ...ofReverseSync,
    ...severalRecords(placeIn.filter('boards')),
    label: 'Reverse sync filter',
    help: 'Only tickets on these boards go to the partner.',
    collection: 'boards',
    required: ['target'],
  },
  'reverseSync.filter.companies': {
    ...ofReverseSync,
    ...severalRecords(placeIn.filter('companies')),
    perCustomer: true,
    label: 'Filter by company',
    help: 'Only tickets of these companies; blank means the company above.',
    collection: 'companies',
  },
  'reverseSync.filter.statuses': {
    ...ofReverseSync,
    ...severalRecords(placeIn.filter('statuses')),
    label: 'Filter by status',
    help: 'Only tickets in these statuses; blank means every status.',
    collection: 'statuses',
  },
  'reverseSync.filter.priorities': {
    ...ofReverseSync,
    ...severalRecords(placeIn.filter('priorities')),
    label: 'Filter by priority',
    help: 'Only tickets of these priorities; blank means every priority.',
    collection: 'priorities',
  },
  'reverseSync.fieldFilter': {
    ...ofReverseSync,
    ...oneCaptioned(placeIn.reverseSync('fieldFilter')),
    label: 'Field based filter',
    help: 'Only tickets where this checkbox is ticked; blank means all tickets of the selected boards.',
    placeholder: 'All tickets of the boards above',
    collection: 'customFields',
  },
  'apiOverride.enabled': {
    ...inOverride,
    at: placeIn.override('enabled'),
    control: 'switch',
    label: 'Override API settings for this relationship',
    help: 'Off: the values of the connection are used and shown here.',
  },
  'apiOverride.site': {
    ...ofOverride,
    at: placeIn.override('site'),
    label: 'Site',
    help: 'For example na.myconnectwise.net.',
  },
  'apiOverride.companyId': {
    ...ofOverride,
    at: placeIn.override('companyId'),
    label: 'Company ID',
    help: 'The company you sign in to ConnectWise with.',
  },
  'apiOverride.publicKey': {
    ...ofOverride,
    at: placeIn.override('publicKey'),
    label: 'Public key',
    help: 'From the API keys of the API member.',
  },
  'apiOverride.privateKey': {
    ...ofOverride,
    control: 'secret',
    label: 'Private key',
    help: 'Shown by ConnectWise only once, when the key is made.',
  },
  'apiOverride.clientId': {
    ...ofOverride,
    at: placeIn.override('clientId'),
    label: 'Client ID',
    help: 'From the ConnectWise developer site.',
  },
} as const satisfies Record<string, FieldRules>
