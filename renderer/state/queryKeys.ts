// Under which key the page keeps each answer, and what a change makes stale: every key of the cache is made here.
import type { Channel } from '../../shared/ipc/channels.ts'

/** What each reading channel answers about. */
const subjects = {
  'app:info': 'app',
  'connections:list': 'connections',
  'connections:revisions': 'connections',
  'reference:get': 'reference',
  'companies:search': 'reference',
  'companies:lookup': 'reference',
  'relationships:list': 'relationships',
  'relationships:get': 'relationship',
  'relationships:planMove': 'relationship',
  'relationships:revisions': 'relationship',
  'relationships:revision': 'relationship',
  'bin:list': 'bin',
  'templates:list': 'templates',
  'fleet:uses': 'relationships',
  'fleet:review': 'relationships',
  'fleet:changed': 'relationships',
  'drafts:list': 'drafts',
  'samples:list': 'samples',
  'files:planImport': 'import',
} as const satisfies Partial<Record<Channel, string>>

export type ReadChannel = keyof typeof subjects
export type Subject = (typeof subjects)[ReadChannel]

/** The key of an answer; `of` is what was asked, as far as it tells answers apart. */
export const queryKey = (channel: ReadChannel, of: unknown) => [subjects[channel], channel, of] as const

const everything = ['bin', 'connections', 'relationships', 'relationship', 'reference', 'samples'] as const

/** What is read again after each channel that changes something. */
export const staleAfter = {
  'app:lookForVersions': ['app'],
  'demo:open': everything,
  'connections:save': ['connections', 'relationships'],
  'connections:rotate': ['connections', 'relationships'],
  'connections:remove': everything,
  /** Lists, their age, and the readiness judged by them. */
  'reference:refresh': ['reference', 'connections', 'relationships'],
  'relationships:create': ['relationships'],
  'relationships:duplicate': ['relationships'],
  'relationships:save': ['relationships', 'relationship', 'connections'],
  'relationships:move': ['relationships', 'relationship', 'reference'],
  'relationships:remove': everything,
  'bin:bringBack': everything,
  'bin:delete': everything,
  'templates:save': ['templates'],
  'templates:remove': ['templates'],
  'fleet:replace': ['relationships', 'relationship'],
  'fleet:undo': ['relationships', 'relationship'],
  'samples:remove': ['samples'],
  'files:applyImport': everything,
  'files:undoImport': everything,
  'files:export': [],
  'files:exportBundle': [],
} as const satisfies Partial<Record<Channel, readonly Subject[]>>

export type ChangeChannel = keyof typeof staleAfter
