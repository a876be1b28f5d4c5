// The administrator's policy: settings that are locked with a reason, the sites that may be reached, the update check.
import { bounds } from '../bounds.ts'
import { destinationOf } from '../connection/destination.ts'
import { z } from '../zod.ts'
import type { RelationshipDraft } from './draft.ts'
import { bySwitch } from './fields.ts'
import { commentTypesSchema } from './relationship.ts'
import { writeSetting } from './values.ts'

const locked = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, reason: z.string().min(1).max(500) }).optional()

/** Which settings can be locked: those that say the same in every ConnectWise, and so every switch. */
const locksSchema = z.strictObject({
  commentTypes: locked(commentTypesSchema),
  ...bySwitch(locked(z.boolean())),
})

const lockedSettings = locksSchema.keyof().options

type AllowedHost = { hostname: string; port: string; withAllBelow: boolean }

/** `psa.example.test`, `*.example.test`, with a port where it is not the usual one; undefined where no host can be read. */
function readAllowed(text: string): AllowedHost | undefined {
  const trimmed = text.trim()
  const withAllBelow = trimmed.startsWith('*.')
  const host = hostOf(withAllBelow ? trimmed.slice(2) : trimmed)
  return host && !host.hostname.includes('*') ? { ...host, withAllBelow } : undefined
}

/** As sites are asked: `api-` in front of one of ConnectWise's own hosts makes no difference. */
function hostOf(site: string): { hostname: string; port: string } | undefined {
  const destination = destinationOf(site)
  if (destination === null) return undefined
  const { hostname, port, protocol } = new URL(destination)
  return { hostname, port: port || (protocol === 'http:' ? '80' : '443') }
}

/** Hosts as people write them; absent allows every site. `null` is no list: what was meant is not known. */
const allowedSitesSchema = z
  .array(
    z
      .string()
      .max(bounds.policy.host)
      .refine((text) => readAllowed(text) !== undefined, 'Not a host'),
  )
  .max(bounds.policy.sites)
  .optional()

export const policySchema = z.object({
  allowedSites: allowedSitesSchema,
  updateCheck: z.boolean().default(true),
  locked: locksSchema.default({}),
})

/** `policy.json`. Everything may be left out; what nobody knows is refused, because nobody knows what it was to forbid. */
export const policyFileSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1).optional(),
  ...policySchema.shape,
})

export type Policy = z.infer<typeof policySchema>
export type Locks = Policy['locked']
export type LockedSetting = keyof Locks

/** A policy that allows everything. */
export const openPolicy: Policy = { updateCheck: true, locked: {} }
/** A policy that reaches nothing: what was meant could not be read. */
export const closedPolicy: Policy = { allowedSites: [], updateCheck: false, locked: {} }

const covers = (
  wide: AllowedHost,
  narrow: Omit<AllowedHost, 'withAllBelow'> & Partial<AllowedHost>,
): boolean =>
  wide.port === narrow.port &&
  (wide.withAllBelow
    ? narrow.hostname.endsWith(`.${wide.hostname}`) ||
      (narrow.withAllBelow === true && narrow.hostname === wide.hostname)
    : narrow.withAllBelow !== true && narrow.hostname === wide.hostname)

/** Whether a site may be reached, by host and port. */
export function allowsSite({ allowedSites }: Policy, site: string): boolean {
  if (!allowedSites) return true
  const host = hostOf(site)
  return (
    host !== undefined &&
    allowedSites.flatMap((text) => readAllowed(text) ?? []).some((each) => covers(each, host))
  )
}

/** What both allow, in the words of the narrower one. */
function sitesOfBoth(one: Policy['allowedSites'], other: Policy['allowedSites']): Policy['allowedSites'] {
  if (!one || !other) return one ?? other
  const within = (narrow: readonly string[], wide: readonly string[]): string[] =>
    narrow.filter((text) => {
      const host = readAllowed(text)
      return host !== undefined && wide.some((each) => covers(readAllowed(each) ?? nothing, host))
    })
  return [...new Set([...within(one, other), ...within(other, one)])]
}
const nothing: AllowedHost = { hostname: '', port: '', withAllBelow: false }

/** The first as the second narrows it: fewer sites, more locks, never the other way. */
export const narrowPolicy = (policy: Policy, by: Policy): Policy => ({
  allowedSites: sitesOfBoth(policy.allowedSites, by.allowedSites),
  updateCheck: policy.updateCheck && by.updateCheck,
  locked: { ...by.locked, ...policy.locked },
})

/** The draft with every locked setting at its value. */
export const withLocks = (draft: RelationshipDraft, locks: Locks): RelationshipDraft =>
  lockedSettings.reduce((held, path) => {
    const lock = locks[path]
    return lock ? writeSetting(held, path, lock.value) : held
  }, draft)

const isLockable = (path: string): path is LockedSetting => path in locksSchema.shape

/** Why a setting is locked; undefined when it is not. */
export const lockReason = (locks: Locks, path: string): string | undefined =>
  isLockable(path) ? locks[path]?.reason : undefined
