// The companies of snapshot files, searched where the files are read: beside main, indexed once as long as a file stays the same.
import type { Company } from '../../shared/reference/collections.ts'
import { loadSnapshotFile } from '../disk/snapshotDisk.ts'
import { buildCompanyIndex, type CompanyIndex, type CompanyMatches } from './companySearch.ts'

/** `print` tells this writing of the file from every other. */
export type SnapshotPlace = { readonly path: string; readonly print: string }

type Companies = { index: CompanyIndex; byId: Map<number, Company> }

/** The index of a large organisation takes tens of megabytes in memory, so only those in use are kept. */
const keptInMemory = 3
const kept = new Map<string, { print: string; companies: Promise<Companies | null> }>()

async function open(path: string): Promise<Companies | null> {
  const read = await loadSnapshotFile(path)
  if (read.kind !== 'snapshot') return null
  const { companies = [], companyStatuses } = read.snapshot.collections
  return {
    index: buildCompanyIndex(companies, companyStatuses),
    byId: new Map(companies.map((company) => [company.id, company])),
  }
}

function companiesOf({ path, print }: SnapshotPlace): Promise<Companies | null> {
  const known = kept.get(path)
  const entry = known?.print === print ? known : { print, companies: open(path) }
  // Set again even when known: the map's order is the order of use.
  kept.delete(path)
  kept.set(path, entry)
  for (const oldest of [...kept.keys()].slice(0, -keptInMemory)) kept.delete(oldest)
  return entry.companies
}

type Query = { text: string; limit: number; showHidden: boolean }

/** Null when the file cannot be read. */
export async function searchCompanies(
  place: SnapshotPlace,
  { text, limit, showHidden }: Query,
): Promise<CompanyMatches | null> {
  const companies = await companiesOf(place)
  return companies?.index.search(text, limit, showHidden) ?? null
}

/** The companies of these ids, as far as they are there; null when the file cannot be read. */
export async function findCompanies(place: SnapshotPlace, ids: readonly number[]): Promise<Company[] | null> {
  const companies = await companiesOf(place)
  return companies && ids.flatMap((id) => companies.byId.get(id) ?? [])
}
