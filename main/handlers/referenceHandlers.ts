// Reference data: read from ConnectWise, hand the small collections to the page, search the companies here.
import { rowCounts } from '../../shared/reference/collections.ts'
import { ok } from '../../shared/result.ts'
import { refreshReference } from '../connectwise/reference/refresh.ts'
import type { AreaHandlers, Handlers } from './handlerContract.ts'
import type { AppServices } from '../services/services.ts'
import { openTarget, resolveTarget } from '../services/apiTargets.ts'

/** Handlers of the area. */
export function referenceHandlers(parts: AppServices): AreaHandlers<'reference' | 'companies'> {
  const { snapshots } = parts

  const refresh: Handlers['reference:refresh'] = async ({ target, take }, { signal, report }) => {
    parts.proxyLogins.askAgain()
    const opened = await openTarget(parts, target)
    if (!opened.ok) return opened
    const read = await refreshReference({
      ...opened.value,
      previous: await snapshots.load(target),
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
      counts: rowCounts(snapshot),
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
      return ok({ connection, fetchedAt, partial, unreadBoards, counts: rowCounts(snapshot), collections })
    },
    'companies:search': async ({ target, ...query }) => {
      const place = await snapshots.place(target)
      const found = place && (await parts.run('searchCompanies', place, query))
      // Loading it says what is wrong with it.
      if (place && !found) await snapshots.load(target)
      return ok(found ?? { rows: [], guesses: 0, total: 0, hidden: 0 })
    },
    'companies:lookup': async ({ target, ids }) => {
      const place = await snapshots.place(target)
      const found = place && (await parts.run('findCompanies', place, ids))
      if (place && !found) await snapshots.load(target)
      return ok(found ?? [])
    },
  }
}
