// Reads the administrator's policy and keeps it: sites that may not be reached are refused, locked settings stay as they are.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { policyTextBounds } from '../../../shared/bounds.ts'
import { sameSite } from '../../../shared/connection/siteAddress.ts'
import { parseJson } from '../../../shared/files/json/parseJson.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { asLine } from '../../../shared/text/line.ts'
import {
  allowsSite,
  closedPolicy,
  narrowPolicy,
  openPolicy,
  type Policy,
  policyFileSchema,
  policySchema,
  withLocks,
} from '../../../shared/relationship/policy.ts'
import type { z } from '../../../shared/zod.ts'
import { demoSite } from '../../demo/index.ts'
import type { MachinePolicy } from './machinePolicy.ts'
import { readPolicyText } from './policyText.ts'
import type { Relationships, StoredRelationship } from '../../store/relationshipStore.ts'

export type ReadPolicy = {
  readonly policy: Policy
  /** Where it comes from: a file, or the registry; null without one. */
  readonly path: string | null
}

type Options = {
  readonly dataFolder: string
  /** What the administrator of the computer says. */
  readonly machine: MachinePolicy
  readonly notify: (sentence: string) => void
}

/** The place that is not as it should be, for a notice: a lock, or a member nobody knows. */
function placeOf({ issues: [issue] }: z.ZodError): string {
  if (!issue) return ''
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...issue.path, ...unknown].join('.')
}

/** The text of a file as a policy; one that cannot be read allows nothing. */
function readText(text: string, path: string, notify: Options['notify']): ReadPolicy {
  const close = (place: string): ReadPolicy => {
    const named = place === '' ? '' : ` (${asLine(place)})`
    notify(
      `The administrator's policy in ${path} cannot be read${named}, so no ConnectWise is reached until it is corrected.`,
    )
    return { policy: closedPolicy, path }
  }
  // A member given twice says two things, and nobody knows which was meant.
  const json = parseJson(text, policyTextBounds)
  if (!json.ok) return close(json.problems[0]?.path ?? '')
  const parsed = policyFileSchema.safeParse(json.value)
  return parsed.success ? { policy: policySchema.parse(parsed.data), path } : close(placeOf(parsed.error))
}

/** The data folder's own policy; undefined without one. */
function readOwn(path: string, notify: Options['notify']): ReadPolicy | undefined {
  const file = readPolicyText(path)
  return file && readText(file.text, path, notify)
}

/** The computer's policy, which the data folder's can only narrow. */
export function readPolicy({ dataFolder, machine, notify }: Options): ReadPolicy {
  for (const notice of machine.notices) notify(notice)
  const found = machine.text === null ? undefined : readText(machine.text, machine.path, notify)
  const own = readOwn(join(dataFolder, 'policy.json'), notify)
  if (!found || !own) return found ?? own ?? { policy: openPolicy, path: null }
  return { policy: narrowPolicy(found.policy, own.policy), path: found.path }
}

/** `site-not-allowed` for a site the policy does not name. The demo organisation is inside the app, so it is always there. */
export const checkSite = ({ policy }: ReadPolicy, site: string): Result<null> =>
  allowsSite(policy, site) || sameSite(site, demoSite)
    ? ok(null)
    : fail('site-not-allowed', "The administrator's policy does not allow this site. Nothing was sent.", {
        next: 'Use one of the allowed sites, or ask the administrator.',
      })

/** The same for every request, wherever an answer has led it. */
export const siteAllowed =
  (policy: ReadPolicy) =>
  (url: URL): boolean =>
    checkSite(policy, url.origin).ok

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
