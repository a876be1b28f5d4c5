// Begins a relationship from a template: as it is in the same ConnectWise, matched by name in another.
import { matchReferences, openIn } from '../../shared/files/match/matchRecords.ts'
import { rebindDraft } from '../../shared/files/match/rebind.ts'
import { indexRecords } from '../../shared/files/recordIndex.ts'
import { sameOrganisation } from '../../shared/findings/connectionRules.ts'
import { emptyOverride, type RelationshipDraft } from '../../shared/relationship/draft.ts'
import { emptySettings } from '../../shared/relationship/relationship.ts'
import type { LeftOpen } from '../../shared/relationship/leftOpen.ts'
import { type Template, templateSettings } from '../../shared/relationship/template.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { createGiveWay } from '../background/giveWay.ts'
import type { Stores } from '../store/stores.ts'
import { connectionGone } from './apiTargets.ts'

type Head = Pick<RelationshipDraft, 'contractName' | 'partner' | 'role' | 'connectionId'>

/** Saves the latest revision's settings under a name. Errors: `unknown-item`, `write-failed`. */
export function saveTemplate(
  { connections, relationships, templates }: Stores,
  { relationshipId, name }: { relationshipId: string; name: string },
): Result<Template> {
  const stored = relationships.get(relationshipId)
  if (!stored.ok) return stored
  const { draft } = stored.value.latest
  const { site = '', companyId = '' } = draft.apiOverride.enabled
    ? draft.apiOverride
    : (connections.get(draft.connectionId) ?? {})
  return templates.save({
    name,
    origin: { site, companyId },
    role: draft.role,
    settings: templateSettings(draft),
  })
}

/** The first draft of a relationship. What a template names and the connection's lists do not know stays open. */
export async function firstDraft(
  { connections, snapshots, templates }: Stores,
  { templateId, ...head }: Head & { templateId: string | null },
): Promise<Result<{ draft: RelationshipDraft; leftOpen: LeftOpen }>> {
  const connection = connections.get(head.connectionId)
  if (!connection) return connectionGone
  const blank = { ...head, settings: emptySettings(), apiOverride: emptyOverride() }
  if (templateId === null) return ok({ draft: blank, leftOpen: [] })
  const template = templates.get(templateId)
  if (!template) return fail('unknown-item', 'This template is not in the store any more.')
  const draft = { ...blank, settings: template.settings }
  if (sameOrganisation(template.origin, connection)) return ok({ draft, leftOpen: [] })
  const snapshot = await snapshots.load({ connectionId: connection.id, overrideOf: null })
  const records = await indexRecords(snapshot, createGiveWay())
  const matches = matchReferences({ draft, records, sameOrganisation: false, choices: new Map() })
  return ok({ draft: rebindDraft(draft, matches, records), leftOpen: openIn(matches) })
}
