// Writes the relationships export: the same relationships give the same bytes, apart from the time of export.
import { isRecord } from './json/isRecord.ts'
import type { ConnectionRef } from '../connection/connectionRef.ts'
import { draftOf } from '../relationship/effective.ts'
import { settingAccess, valueAt } from '../relationship/fieldAccess.ts'
import { fieldPaths } from '../relationship/fields.ts'
import { commentTypes, type Relationship } from '../relationship/relationship.ts'
import { byText, orderKeys, stableJson } from './stableJson.ts'

export const relationshipsKind = 'syncwright.relationships'
export const relationshipsVersion = 1

const connectionOf = ({ name, environment, site, companyId }: ConnectionRef) => ({
  name,
  environment,
  site,
  companyId,
})

type Json = { [key: string]: unknown }

/** A reference with its keys in the published order, a list by id, comment types in theirs; anything else as it is. */
function written(value: unknown): unknown {
  if (isRecord(value)) return orderKeys(value, ['id', 'name', 'caption', 'identifier', 'boardId'])
  if (!Array.isArray(value)) return value
  const items: readonly unknown[] = value
  const refs = items.filter(isRecord)
  return refs.length > 0
    ? refs.sort((one, other) => Number(one['id']) - Number(other['id'])).map(written)
    : commentTypes.filter((type) => items.includes(type))
}

/** Every setting that counts at its path, in the order of the published form. */
function settingsOf(relationship: Relationship): Json {
  const draft = draftOf(relationship, '')
  const settings: Json = {}
  for (const path of fieldPaths) {
    if (path.startsWith('apiOverride.') || settingAccess(relationship.role, path, draft).mode !== 'edit')
      continue
    const places = path.split('.')
    const last = places.pop() ?? path
    let place = settings
    for (const name of places) {
      const inner = place[name]
      place = isRecord(inner) ? inner : (place[name] = {})
    }
    place[last] = written(valueAt(draft, path))
  }
  return settings
}

/** One relationship as the export lists it: keys in the published order, nothing but what the format names. */
export function exportedRelationship(relationship: Relationship): Record<string, unknown> {
  const { id, contractName, partner, role, connection, apiOverride } = relationship
  return {
    id,
    contractName,
    partner,
    role,
    connection: connectionOf(connection),
    apiOverride: apiOverride && { site: apiOverride.site, companyId: apiOverride.companyId },
    settings: settingsOf(relationship),
  }
}

/** ISO 8601 in UTC without fractions of a second. */
export const utcSeconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`

/** The text of a `*.syncwright.json` file. The relationships are effective ones, so it cannot hold a key or secret. */
export const exportRelationships = (relationships: readonly Relationship[], exportedAt: Date): string =>
  stableJson({
    kind: relationshipsKind,
    version: relationshipsVersion,
    exportedAt: utcSeconds(exportedAt),
    relationships: [...relationships]
      .sort((one, other) => byText(one.id, other.id))
      .map(exportedRelationship),
  })
