// What a setting holds, in words: for "was …" under a changed field and for the review of changes.
import { commentTypeOptions } from '../../shared/relationship/fields.ts'
import type { CommentType } from '../../shared/relationship/relationship.ts'

const isCommentType = (value: unknown): value is CommentType =>
  typeof value === 'string' && value in commentTypeOptions

/** "not chosen", "on", "Help Desk, Escalations" */
export function words(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'not chosen'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(words).join(', ')
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
  words(value) === words(other) ? `${words(value)}${idOf(value)}` : words(value)
