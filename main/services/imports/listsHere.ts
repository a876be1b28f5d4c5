// Lists that come in a file beside those that are here: what was read from a ConnectWise itself is not replaced unasked.
import { sameOrganisation } from '../../../shared/findings/connectionRules.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import type { ConnectionRef } from '../../../shared/connection/connectionRef.ts'
import type { AppServices } from '../services.ts'

export type Organisation = Pick<ConnectionRef, 'site' | 'companyId'>
type ListsTarget = { connectionId: string; overrideOf: string | null }
/** An API whose lists can be here, with the organisation it is of. */
export type ListPlace = { target: ListsTarget; organisation: Organisation }
type Here = { fetchedAt: string; wasRead: boolean }

/** As far as the clocks of two computers may be apart. */
const clocksApart = 24 * 3_600_000

/** Lists from a time that is still to come were never read. */
export const isStillToCome = (fetchedAt: string): boolean => Date.parse(fetchedAt) > Date.now() + clocksApart

/** The newest reference data of an organisation. */
export const newestOf = (organisation: Organisation, snapshots: readonly Snapshot[]): Snapshot | undefined =>
  snapshots
    .filter(({ connection }) => sameOrganisation(connection, organisation))
    .toSorted((one, other) => Date.parse(other.fetchedAt) - Date.parse(one.fetchedAt))[0]

const isOlder = ({ fetchedAt }: Here, than: Snapshot): boolean =>
  Date.parse(fetchedAt) < Date.parse(than.fetchedAt)

/** What is here of one organisation, if anything, and whether it was read from there. */
async function listsHere(
  snapshots: AppServices['snapshots'],
  target: ListsTarget,
  organisation: Organisation,
): Promise<Here | null> {
  const head = await snapshots.head(target)
  if (!head || !sameOrganisation(head.connection, organisation)) return null
  return { fetchedAt: head.fetchedAt, wasRead: !(await snapshots.notes(target)).cameInFile }
}

/** Whether lists of a file may be stored: where none are, older ones that came in a file too, or any older ones where a person said so. */
export async function mayStore(
  snapshots: AppServices['snapshots'],
  { target, organisation }: ListPlace,
  carried: Snapshot,
  replaceLists: boolean,
): Promise<boolean> {
  const here = await listsHere(snapshots, target, organisation)
  return !here || (isOlder(here, carried) && (!here.wasRead || replaceLists))
}

/** Those of the connections, then those of the overrides that are on. */
export const listPlaces = ({
  connections,
  relationships,
}: Pick<AppServices, 'connections' | 'relationships'>): ListPlace[] => [
  ...connections.list().map((connection) => ({
    target: { connectionId: connection.id, overrideOf: null },
    organisation: connection,
  })),
  ...relationships.list().flatMap((stored) => {
    const { connectionId, apiOverride } = stored.latest.draft
    return apiOverride.enabled
      ? [{ target: { connectionId, overrideOf: stored.id }, organisation: apiOverride }]
      : []
  }),
]

/** When the lists were read here that those of the file would replace; null where there are none. */
export async function replacedBy(
  parts: Pick<AppServices, 'connections' | 'relationships' | 'snapshots'>,
  carried: Snapshot,
): Promise<string | null> {
  const times: string[] = []
  for (const { target, organisation } of listPlaces(parts)) {
    if (!sameOrganisation(organisation, carried.connection)) continue
    const here = await listsHere(parts.snapshots, target, organisation)
    if (here?.wasRead && isOlder(here, carried)) times.push(here.fetchedAt)
  }
  return times.toSorted().at(-1) ?? null
}
