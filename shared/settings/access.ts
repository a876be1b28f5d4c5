// What the form may do with a setting: edit it, only show it, or hide it, and why.
import type { RelationshipDraft } from './draft.ts'
import type { Field, FieldPath, Gate } from './fields.ts'
import { fieldPaths, fields } from './fields.ts'
import type { Role } from './schema.ts'

export type Access = { mode: 'edit' | 'read' | 'hidden'; reason?: string }

type Draft = Pick<RelationshipDraft, 'settings' | 'apiOverride'>

const isOpen: Record<Gate, (draft: Draft) => boolean> = {
  'timeEntries.sync': ({ settings }) => settings.timeEntries.sync,
  'reverseSync.enabled': ({ settings }) => settings.reverseSync.enabled,
  'apiOverride.enabled': ({ apiOverride }) => apiOverride.enabled,
}

const roleNames: Record<Role, string> = { source: 'Source', target: 'Target' }

/** Decides by role first, then by gate. A closed override shows the connection's values; other gates hide. */
export function access(role: Role, path: FieldPath, draft: Draft): Access {
  const { roles, gate } = fields[path]
  if (!roles.includes(role)) return { mode: 'hidden', reason: `Not used in the role ${roleNames[role]}.` }
  if (gate === undefined || isOpen[gate](draft)) return { mode: 'edit' }
  if (gate === 'apiOverride.enabled') return { mode: 'read', reason: 'Inherited from the connection.' }
  return { mode: 'hidden', reason: `Used only while ${fields[gate].label} is on.` }
}

/** What the draft holds at a setting; undefined for the private key, which no draft holds. */
export function valueAt({ settings, apiOverride }: Draft, path: FieldPath): unknown {
  const values: Record<FieldPath, unknown> = {
    company: settings.company,
    boards: settings.boards,
    defaultBoard: settings.defaultBoard,
    serviceBoard: settings.serviceBoard,
    status: settings.status,
    priority: settings.priority,
    source: settings.source,
    owner: settings.owner,
    commentTypes: settings.commentTypes,
    syncAttachments: settings.syncAttachments,
    'timeEntries.sync': settings.timeEntries.sync,
    'timeEntries.defaultWorkRole': settings.timeEntries.defaultWorkRole,
    'timeEntries.defaultMember': settings.timeEntries.defaultMember,
    'timeEntries.includeNotes': settings.timeEntries.includeNotes,
    'reverseSync.enabled': settings.reverseSync.enabled,
    'reverseSync.filter.boards': settings.reverseSync.filter.boards,
    'reverseSync.filter.companies': settings.reverseSync.filter.companies,
    'reverseSync.filter.statuses': settings.reverseSync.filter.statuses,
    'reverseSync.filter.priorities': settings.reverseSync.filter.priorities,
    'reverseSync.fieldFilter': settings.reverseSync.fieldFilter,
    'apiOverride.enabled': apiOverride.enabled,
    'apiOverride.site': apiOverride.site,
    'apiOverride.companyId': apiOverride.companyId,
    'apiOverride.publicKey': apiOverride.publicKey,
    'apiOverride.privateKey': undefined,
    'apiOverride.clientId': apiOverride.clientId,
  }
  return values[path]
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== '' && value !== false

/** The settings that hold a value which this role and these gates do not use: kept in the draft, part of nothing. */
export const keptButUnused = (role: Role, draft: Draft): Field[] =>
  fieldPaths
    .filter((path) => access(role, path, draft).mode !== 'edit' && isFilled(valueAt(draft, path)))
    .map((path) => ({ path, ...fields[path] }))
