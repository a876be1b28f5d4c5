// Reads the administrator's policy and keeps it: sites that may not be reached are refused, locked settings stay as they are.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sameSite } from '../../shared/connection/siteAddress.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  allowsSite,
  openPolicy,
  type Policy,
  policySchema,
  withLocks,
} from '../../shared/relationship/policy.ts'
import { demoSite } from '../demo/index.ts'
import { systemCode } from '../disk/writeFailure.ts'
import type { Relationships, StoredRelationship } from '../store/relationshipStore.ts'

export type ReadPolicy = {
  readonly policy: Policy
  /** The file it comes from, null without one. */
  readonly path: string | null
}

type Options = {
  readonly dataFolder: string
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly notify: (sentence: string) => void
}

const largest = 1_000_000

/** Where an administrator puts it for the whole computer. */
export function machineFolder(platform: NodeJS.Platform, env: Options['env']): string {
  if (platform === 'win32') return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Syncwright')
  return platform === 'darwin' ? '/Library/Application Support/Syncwright' : '/etc/syncwright'
}

/** Undefined when there is no such file; null when it cannot be read as a policy. */
function readFile(path: string): Policy | null | undefined {
  try {
    if (statSync(path).size > largest) return null
    const policy = policySchema.safeParse(JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')))
    return policy.success ? policy.data : null
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(systemCode(error)) ? undefined : null
  }
}

/** The computer's policy, else the data folder's. One that cannot be read allows no site, because nobody knows what it forbids. */
export function readPolicy({ dataFolder, platform, env, notify }: Options): ReadPolicy {
  for (const folder of [machineFolder(platform, env), dataFolder]) {
    const path = join(folder, 'policy.json')
    const policy = readFile(path)
    if (policy === undefined) continue
    if (policy) return { policy, path }
    notify(
      `The administrator's policy in ${path} cannot be read, so no ConnectWise is reached until it is corrected.`,
    )
    return { policy: { ...openPolicy, allowedSites: [] }, path }
  }
  return { policy: openPolicy, path: null }
}

/** `site-not-allowed` for a site the policy does not name. The demo organisation is inside the app, so it is always there. */
export const checkSite = ({ policy }: ReadPolicy, site: string): Result<null> =>
  allowsSite(policy, site) || sameSite(site, demoSite)
    ? ok(null)
    : fail('site-not-allowed', "The administrator's policy does not allow this site. Nothing was sent.", {
        next: 'Use one of the allowed sites, or ask the administrator.',
      })

/** The same for an address that is about to be asked, wherever it came from. */
export const siteAllowed =
  (policy: ReadPolicy) =>
  ({ origin }: URL): boolean =>
    checkSite(policy, origin).ok

/** The store with the locked settings at their values, in what is read and in what is saved; stored revisions stay as they are. */
export function lockRelationships(store: Relationships, { policy: { locked } }: ReadPolicy): Relationships {
  if (Object.keys(locked).length === 0) return store
  const mark = createHash('sha256').update(JSON.stringify(locked)).digest('hex')
  const seen = (stored: StoredRelationship): StoredRelationship => {
    const { latest } = stored
    return {
      ...stored,
      latest: { ...latest, hash: `${latest.hash}-${mark}`, draft: withLocks(latest.draft, locked) },
    }
  }
  const seenResult = (stored: Result<StoredRelationship>) => (stored.ok ? ok(seen(stored.value)) : stored)
  return {
    ...store,
    list: () => store.list().map(seen),
    get: (id) => seenResult(store.get(id)),
    create: (draft, options) => seenResult(store.create(withLocks(draft, locked), options)),
    save: (save) => seenResult(store.save({ ...save, draft: withLocks(save.draft, locked) })),
  }
}
