// Reference data: read from ConnectWise, hand the small collections to the page, search the companies here.
import { collectionNames } from '../../shared/reference/collectionNames.ts'
import type { Snapshot } from '../../shared/reference/collections.ts'
import { ok } from '../../shared/result.ts'
import { createClient } from '../connectwise/transport/client.ts'
import { refreshReference } from '../connectwise/reference/refresh.ts'
import type { Handlers } from './handlerContract.ts'
import type { AppServices } from '../services/services.ts'
import { siteAllowed } from '../services/policy/policyFile.ts'
import { keysOf, resolveTarget } from '../services/apiTargets.ts'

type Area = 'reference:refresh' | 'reference:get' | 'companies:search' | 'companies:lookup'

/** How many rows of each collection a snapshot holds. */
const countsOf = ({ collections }: Snapshot): Partial<Record<(typeof collectionNames)[number], number>> =>
  Object.fromEntries(
    collectionNames.flatMap((name) => {
      const rows = collections[name]
      return rows ? [[name, rows.length]] : []
    }),
  )

/** Handlers of the area. */
export function referenceHandlers(parts: AppServices): Pick<Handlers, Area> {
  const { snapshots } = parts

  const refresh: Handlers['reference:refresh'] = async ({ target, take }, { signal, report }) => {
    parts.proxyLogins.askAgain()
    const found = await keysOf(parts, target)
    if (!found.ok) return found
    const { connection, keys } = found.value
    const client = createClient({
      fetch: parts.fetch,
      keys,
      allowLoopbackHttp: parts.allowLoopbackHttp,
      siteAllowed: siteAllowed(parts.policy),
    })
    const previous = await snapshots.load(target)
    const read = await refreshReference({
      client,
      connection,
      previous,
      notes: await snapshots.notes(target),
      take,
      signal,
      onProgress: report,
    })
    if (!read.ok) return read
    const { snapshot, notes, problems } = read.value
    // It may have been deleted while it was read.
    const standing = resolveTarget(parts, target)
    if (!standing.ok) return standing
    const saved = await snapshots.save(target, snapshot, notes)
    if (!saved.ok) return saved
    return ok({
      fetchedAt: snapshot.fetchedAt,
      counts: countsOf(snapshot),
      partial: snapshot.partial ?? [],
      problems,
    })
  }

  return {
    'reference:refresh': refresh,
    'reference:get': async ({ target }) => {
      const snapshot = await snapshots.load(target)
      if (!snapshot) return ok(null)
      const { connection, fetchedAt, partial = [], unreadBoards = [], collections } = snapshot
      return ok({ connection, fetchedAt, partial, unreadBoards, counts: countsOf(snapshot), collections })
    },
    'companies:search': async ({ target, ...query }) => {
      const place = await snapshots.place(target)
      const found = place && (await parts.run('searchCompanies', place, query))
      // Loading it says what is wrong with it.
      if (place && !found) await snapshots.load(target)
      return ok(found ?? { rows: [], total: 0, hidden: 0 })
    },
    'companies:lookup': async ({ target, ids }) => {
      const place = await snapshots.place(target)
      const found = place && (await parts.run('findCompanies', place, ids))
      if (place && !found) await snapshots.load(target)
      return ok(found ?? [])
    },
  }
}
