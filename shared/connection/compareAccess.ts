// Compares what two key pairs may do and see, so that keys can be replaced without a surprise.
import { assertNever } from '../result.ts'
import type { Permission, VisibleCounts } from './connection.ts'
import { countOf, formatCount } from '../text/counts.ts'
import { listInWords } from '../text/listInWords.ts'

type State = Permission['state']

/** What replacing the saved keys would do to one right; `may` where one side could only be proven by writing. */
export type AccessChange = 'lose' | 'mayLose' | 'gain' | 'mayGain' | 'unknown' | 'same'

export type AccessRow = {
  right: string
  neededFor: string
  /** null where the test did not get as far as this right. */
  saved: State | null
  fresh: State | null
  change: AccessChange
}

/** Differences first, the bad ones before the good ones. */
const order: readonly AccessChange[] = ['lose', 'mayLose', 'gain', 'mayGain', 'unknown', 'same']

export const accessChangeWords: Record<AccessChange, string> = {
  lose: 'would lose',
  mayLose: 'may lose',
  gain: 'would gain',
  mayGain: 'may gain',
  unknown: 'not known',
  same: 'the same',
}

const rank: Record<State, number> = { missing: 0, untested: 1, granted: 2 }

function changeOf(saved: State | null, fresh: State | null): AccessChange {
  if (saved === null || fresh === null) return 'unknown'
  const step = rank[fresh] - rank[saved]
  if (step === 0) return 'same'
  if (step > 0) return step === 2 ? 'gain' : 'mayGain'
  return step === -2 ? 'lose' : 'mayLose'
}

/** A line may stand for several purposes, and two pairs may split them differently: one entry per right and purpose. */
function purposesOf(permissions: readonly Permission[]): Map<string, Permission> {
  const purposes = new Map<string, Permission>()
  for (const permission of permissions)
    for (const neededFor of permission.neededFor.split(', '))
      purposes.set(JSON.stringify([permission.right, neededFor]), { ...permission, neededFor })
  return purposes
}

/** The permission maps of two pairs side by side; purposes of one right that fare alike share a row. */
export function compareAccess(saved: readonly Permission[], fresh: readonly Permission[]): AccessRow[] {
  const before = purposesOf(saved)
  const after = purposesOf(fresh)
  const rows = new Map<string, AccessRow>()
  for (const [key, { right, neededFor }] of new Map([...before, ...after])) {
    const states = { saved: before.get(key)?.state ?? null, fresh: after.get(key)?.state ?? null }
    const group = JSON.stringify([right, states])
    const row = rows.get(group)
    rows.set(group, {
      right,
      ...states,
      change: changeOf(states.saved, states.fresh),
      neededFor: row ? `${row.neededFor}, ${neededFor}` : neededFor,
    })
  }
  return order.flatMap((change) => [...rows.values()].filter((row) => row.change === change))
}

export type VisibleCountRow = { what: string; saved: string; fresh: string; change: string; fewer: boolean }

const amount = (count: number | null | undefined): string =>
  count == null ? 'not counted' : formatCount(count)

function countChange(saved: number | null | undefined, fresh: number | null | undefined): string {
  if (saved == null || fresh == null) return accessChangeWords.unknown
  if (saved === fresh) return accessChangeWords.same
  return fresh > saved ? `${formatCount(fresh - saved)} more` : `${formatCount(saved - fresh)} fewer`
}

/** Whose keys the two pairs are and how many records each sees; empty where neither test got that far. */
export function compareSight(
  saved: VisibleCounts | undefined,
  fresh: VisibleCounts | undefined,
): VisibleCountRow[] {
  if (!saved && !fresh) return []
  const members = [saved?.member ?? null, fresh?.member ?? null] as const
  const memberChange = members[0] === members[1] ? accessChangeWords.same : 'another member'
  const countedOf = (sight: VisibleCounts | undefined, what: string) =>
    sight?.counts.find((each) => each.what === what)?.count
  const lists = new Set([...(saved?.counts ?? []), ...(fresh?.counts ?? [])].map(({ what }) => what))
  return [
    {
      what: 'belongs to',
      saved: members[0] ?? 'not shown',
      fresh: members[1] ?? 'not shown',
      change: members.includes(null) ? accessChangeWords.unknown : memberChange,
      fewer: false,
    },
    ...[...lists].map((what) => {
      const [before, after] = [countedOf(saved, what), countedOf(fresh, what)]
      return {
        what,
        saved: amount(before),
        fresh: amount(after),
        change: countChange(before, after),
        fewer: before != null && after != null && after < before,
      }
    }),
  ]
}

export type AccessComparison = { access: readonly AccessRow[]; sight: readonly VisibleCountRow[] }

/** What replacing the keys comes to, in a sentence: whether something would be lost, gained, or stays the same. */
export function accessComparisonWords({ access, sight }: AccessComparison): {
  outcome: 'loses' | 'gains' | 'same' | 'unknown'
  message: string
} {
  const count = (change: AccessChange) => access.filter((row) => row.change === change).length
  const lost = count('lose') + count('mayLose')
  const gained = count('gain') + count('mayGain')
  const fewer = sight.filter((row) => row.fewer).map(({ what }) => what)
  const outcome =
    lost + fewer.length > 0
      ? 'loses'
      : gained > 0
        ? 'gains'
        : access.length === 0 || count('unknown') > 0
          ? 'unknown'
          : 'same'
  switch (outcome) {
    case 'loses': {
      const losses = [
        ...(lost > 0 ? [`would lose ${countOf(lost, 'right')}`] : []),
        ...(fewer.length > 0 ? [`would see fewer ${listInWords(fewer)}`] : []),
      ]
      const gains = gained > 0 ? `, and would gain ${countOf(gained, 'right')}` : ''
      return { outcome, message: `The new keys ${losses.join(' and ')}${gains}.` }
    }
    case 'gains':
      return { outcome, message: `The new keys would gain ${countOf(gained, 'right')} and lose none.` }
    case 'unknown':
      return { outcome, message: 'The two key pairs cannot be compared.' }
    case 'same':
      return { outcome, message: 'The new keys may do what the saved keys may do.' }
    default:
      return assertNever(outcome)
  }
}
