// Relationships: list with readiness, create, open, save as a revision, remove.
import { fail, ok, withoutValue } from '../../shared/result.ts'
import { storedDraft } from '../../shared/relationship/draft.ts'
import type { AreaHandlers, Handlers } from './handlerContract.ts'
import type { AppServices } from '../services/services.ts'
import { moveRelationship, planMove } from '../services/moveRelationship.ts'
import { firstDraft } from '../services/templates.ts'
import { checkSite } from '../services/policy/policyFile.ts'
import { createRelationshipViews } from './relationshipViews.ts'

const longestName = 200

/** Handlers of the area. */
export function relationshipHandlers(parts: AppServices): AreaHandlers<'relationships'> {
  const { relationships, keyPairs, removals } = parts
  const { detail, summaries } = createRelationshipViews(parts)

  const save: Handlers['relationships:save'] = async ({
    id,
    draft,
    baseRevision,
    note,
    overrideKey: key,
    settled,
  }) => {
    const { enabled, site } = draft.apiOverride
    const allowed = enabled && site.trim() !== '' ? checkSite(parts.policy, site) : ok(null)
    if (!allowed.ok) return allowed
    const saved = await keyPairs.commit({
      owner: { kind: 'override', id, site },
      privateKey: key,
      write: (keyId) =>
        relationships.save({ id, draft: storedDraft(draft), baseRevision, note, keyId, settled }),
    })
    if (!saved.ok) return saved
    parts.keysTested.keySaved({ connectionId: draft.connectionId, overrideOf: id }, key)
    parts.goLive.tell(id)
    return ok(await detail(saved.value))
  }

  return {
    'relationships:list': async () => {
      await parts.demo.opened()
      return ok(await summaries())
    },
    'relationships:create': async (input) => {
      const first = await firstDraft(parts, input)
      if (!first.ok) return first
      const { draft, leftOpen } = first.value
      const created = relationships.create(draft, { leftOpen })
      return created.ok ? ok(await detail(created.value)) : created
    },
    'relationships:get': async ({ id }) => {
      const stored = relationships.get(id)
      return stored.ok ? ok(await detail(stored.value)) : stored
    },
    'relationships:save': save,
    'relationships:planMove': (input) => planMove(parts, input),
    'relationships:move': async (input) => {
      const moved = await moveRelationship(parts, input)
      if (!moved.ok) return moved
      parts.goLive.tell(moved.value.id)
      return ok(await detail(moved.value))
    },
    'relationships:remove': ({ id }) => withoutValue(removals.removeRelationship(id)),
    'relationships:duplicate': async ({ id }) => {
      const stored = relationships.get(id)
      if (!stored.ok) return stored
      const { draft, leftOpen = [] } = stored.value.latest
      const contractName = `${draft.contractName} (copy)`.slice(0, longestName)
      const created = relationships.create({ ...draft, contractName }, { leftOpen })
      return created.ok ? ok(await detail(created.value)) : created
    },
    'relationships:revisions': async ({ id }) => {
      const stored = relationships.get(id)
      return stored.ok ? ok(stored.value.revisions.toReversed()) : stored
    },
    'relationships:revision': async ({ id, number }) => {
      const stored = relationships.get(id)
      if (!stored.ok) return stored
      const revision = stored.value.revisions.find((each) => each.number === number)
      return revision ? ok(revision.draft) : fail('unknown-item', `There is no revision ${number}.`)
    },
  }
}
