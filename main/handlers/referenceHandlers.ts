// Reference data: read from ConnectWise, hand the small collections to the page, search the companies here.
import { collectionNames } from '../../shared/reference/collectionNames.ts'
import type { Company, Snapshot } from '../../shared/reference/collections.ts'
import { ok } from '../../shared/result.ts'
import { createClient } from '../connectwise/transport/client.ts'
import { refreshReference } from '../connectwise/reference/refresh.ts'
import type { Handlers } from '../electron/ipc.ts'
import type { Parts } from '../boot/services.ts'
import { buildCompanyIndex, type CompanyIndex } from '../search/companySearch.ts'
import { keysOf, resolveTarget } from '../services/targets.ts'

type Area = 'reference:refresh' | 'reference:get' | 'companies:search' | 'companies:lookup'

/** How many rows of each collection a snapshot holds. */
const countsOf = ({ collections }: Snapshot): Partial<Record<(typeof collectionNames)[number], number>> =>
  Object.fromEntries(
    collectionNames.flatMap((name) => {
      const rows = collections[name]
      return rows ? [[name, rows.length]] : []
    }),
  )

/** Something made once per snapshot, gone with it. */
function oncePerSnapshot<T>(make: (snapshot: Snapshot) => T): (snapshot: Snapshot) => T {
  const made = new WeakMap<Snapshot, { value: T }>()
  return (snapshot) => {
    const known = made.get(snapshot) ?? { value: make(snapshot) }
    made.set(snapshot, known)
    return known.value
  }
}

const indexOf = oncePerSnapshot<CompanyIndex>(({ collections }) =>
  buildCompanyIndex(collections.companies ?? [], collections.companyStatuses),
)
const companiesById = oncePerSnapshot<Map<number, Company>>(
  ({ collections }) => new Map(collections.companies?.map((company) => [company.id, company])),
)

/** Handlers of the area. */
export function referenceHandlers(parts: Parts): Pick<Handlers, Area> {
  const { snapshots } = parts

  const refresh: Handlers['reference:refresh'] = async ({ target, take }, { signal, report }) => {
    const found = await keysOf(parts, target)
    if (!found.ok) return found
    const { connection, keys } = found.value
    const client = createClient({ fetch: parts.fetch, keys, allowLoopbackHttp: parts.allowLoopbackHttp })
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
    'companies:search': async ({ target, text, limit, showHidden }) => {
      const snapshot = await snapshots.load(target)
      return ok(
        snapshot ? indexOf(snapshot).search(text, limit, showHidden) : { rows: [], total: 0, hidden: 0 },
      )
    },
    'companies:lookup': async ({ target, ids }) => {
      const snapshot = await snapshots.load(target)
      const companies = snapshot ? companiesById(snapshot) : new Map<number, Company>()
      return ok(ids.flatMap((id) => companies.get(id) ?? []))
    },
  }
}
