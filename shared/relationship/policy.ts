// The administrator's policy: settings that are locked with a reason, the sites that may be reached, the update check.
import { parseSite } from '../connection/siteAddress.ts'
import { z } from '../zod.ts'
import type { RelationshipDraft } from './draft.ts'
import { commentTypesSchema } from './relationship.ts'
import { put } from './values.ts'

const locked = <Value extends z.ZodType>(value: Value) =>
  z.object({ value, reason: z.string().min(1).max(500) }).optional()

/** Which settings can be locked: those that say the same in every ConnectWise. */
const locksSchema = z.object({
  commentTypes: locked(commentTypesSchema),
  syncAttachments: locked(z.boolean()),
  'timeEntries.sync': locked(z.boolean()),
  'timeEntries.includeNotes': locked(z.boolean()),
  'reverseSync.enabled': locked(z.boolean()),
  'apiOverride.enabled': locked(z.boolean()),
})

/** `policy.json`. Everything may be left out; members nobody knows are passed over. */
export const policySchema = z.object({
  /** Hosts as people write them, or `*.example.com` for all below; null or absent allows every site. */
  allowedSites: z.array(z.string().min(1).max(500)).max(1000).nullish(),
  updateCheck: z.boolean().default(true),
  locked: locksSchema.default({}),
})

export type Policy = z.infer<typeof policySchema>
export type Locks = Policy['locked']
export type LockedSetting = keyof Locks

/** A policy that allows everything. */
export const openPolicy: Policy = { updateCheck: true, locked: {} }

const hostOf = (site: string): string =>
  (parseSite(site)?.hostname ?? site.trim().toLowerCase()).replace(/^api-/, '')

/** Whether a site may be reached. `api-` in front of a host makes no difference. */
export function allowsSite({ allowedSites }: Policy, site: string): boolean {
  if (!allowedSites) return true
  const host = hostOf(site)
  return allowedSites.some((allowed) => {
    const wanted = allowed.trim()
    return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1).toLowerCase()) : hostOf(wanted) === host
  })
}

/** The draft with every locked setting at its value. */
export function withLocks(draft: RelationshipDraft, locks: Locks): RelationshipDraft {
  let locked = draft
  const { commentTypes } = locks
  if (commentTypes) locked = put.commentTypes(locked, commentTypes.value)
  for (const path of [
    'syncAttachments',
    'timeEntries.sync',
    'timeEntries.includeNotes',
    'reverseSync.enabled',
    'apiOverride.enabled',
  ] as const) {
    const lock = locks[path]
    if (lock) locked = put[path](locked, lock.value)
  }
  return locked
}

const isLockable = (path: string): path is LockedSetting => path in locksSchema.shape

/** Why a setting is locked; undefined when it is not. */
export const lockReason = (locks: Locks, path: string): string | undefined =>
  isLockable(path) ? locks[path]?.reason : undefined
