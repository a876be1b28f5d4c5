// What a setting holds, in words: for "was …" under a changed field and for the review of changes.
import type { RelationshipDraft } from '../../../shared/relationship/draft.ts'
import { valueAt } from '../../../shared/relationship/fieldAccess.ts'
import { commentTypeOptions, type FieldPath, fields } from '../../../shared/relationship/fields.ts'
import { type CommentType, commentTypes } from '../../../shared/relationship/relationship.ts'
import { roleWords } from '../../../shared/relationship/roles.ts'

/** What stands above the settings. */
export const headLabels = {
  contractName: 'Contract name',
  partner: 'Partner',
  role: 'Role',
  connectionId: 'Connection',
} as const

const isCommentType = (value: unknown): value is CommentType =>
  typeof value === 'string' && value in commentTypeOptions

/** "not chosen", "on", "Help Desk, Escalations" */
export function settingWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'not chosen'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(settingWords).join(', ')
  if (isCommentType(value)) return commentTypeOptions[value].label
  if (typeof value === 'object') {
    if ('name' in value && typeof value.name === 'string') return value.name
    if ('caption' in value && typeof value.caption === 'string') return value.caption
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'set'
}

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? ` (${String(value.id)})` : ''

/** A value in words, with its id where the words alone would not tell it from the other. */
export const wordsBeside = (value: unknown, other: unknown): string =>
  settingWords(value) === settingWords(other) ? `${settingWords(value)}${idOf(value)}` : settingWords(value)

/** One setting that two drafts hold differently: `key` is its path. */
export type SettingChange = { key: string; label: string; before: string; after: string }

export function settingChange(
  path: FieldPath,
  before: RelationshipDraft,
  after: RelationshipDraft,
): SettingChange {
  const [old, now] = [valueAt(before, path), valueAt(after, path)]
  return {
    key: path,
    label: fields[path].label,
    before: wordsBeside(old, now),
    after: wordsBeside(now, old),
  }
}

type ChangeInWords = {
  /** "Internal ticked", "Reverse sync off", "Status: In progress" */
  title: string
  /** The value before; empty where the title says it. */
  was: string
}

/** One change of the form as the ticket looked at names it. */
export function changeInWords(
  path: FieldPath | 'contractName' | 'partner' | 'role',
  before: RelationshipDraft,
  after: RelationshipDraft,
): ChangeInWords {
  if (path === 'role') return { title: `Role: ${roleWords[after.role]}`, was: roleWords[before.role] }
  if (path === 'contractName' || path === 'partner') return { title: after[path], was: before[path] }
  if (path === 'commentTypes') {
    const [old, now] = [before.settings.commentTypes, after.settings.commentTypes]
    const said = commentTypes
      .filter((type) => old.includes(type) !== now.includes(type))
      .map((type) => `${commentTypeOptions[type].label} ${now.includes(type) ? 'ticked' : 'unticked'}`)
    return { title: said.join(', '), was: settingWords(old) }
  }
  const now = valueAt(after, path)
  if (typeof now === 'boolean') return { title: `${fields[path].label} ${settingWords(now)}`, was: '' }
  const change = settingChange(path, before, after)
  return { title: `${change.label}: ${change.after}`, was: change.before }
}
