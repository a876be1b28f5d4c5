// Many relationships at once: where a record is used, what replacing it would do, and doing it as one step.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Finding } from '../../../shared/findings/findingSeverities.ts'
import { type ChangedRecord, changedRecords } from '../../../shared/fleet/changedRecords.ts'
import { usesOf } from '../../../shared/fleet/whereUsed.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { AppServices } from '../services.ts'
import { fleetMembers, type ReplacementOrder } from './fleetMembers.ts'
import { createReplacements } from './replaceEverywhere.ts'
import { reviewReplacement } from './reviewReplacement.ts'

export function createFleet(parts: AppServices) {
  const uses = async ({ target, record }: Omit<ReplacementOrder, 'withId'>) => {
    const members = await fleetMembers(parts, target)
    if (!members.ok) return members
    const used = members.value
      .map(({ relationship }) => ({ id: relationship.id, uses: usesOf(relationship, record) }))
      .filter(({ uses: found }) => found.length > 0)
    return ok({
      name: used[0]?.uses[0]?.name ?? null,
      rows: used.map(({ id, uses: found }) => ({ id, fields: found.map(({ field }) => field) })),
    })
  }

  const changed = async (connectionId: string): Promise<Result<ChangedRecord[]>> => {
    const members = await fleetMembers(parts, { connectionId, overrideOf: null })
    if (!members.ok) return members
    const look = parts.readiness.look()
    const judged: { relationship: Relationship; findings: Finding[] }[] = []
    for (const { stored, relationship } of members.value) {
      judged.push({ relationship, findings: await parts.readiness.findings(stored, look) })
      await nextTurn()
    }
    return ok(changedRecords(judged))
  }

  return {
    uses,
    review: (replacement: ReplacementOrder) => reviewReplacement(parts, replacement),
    changed,
    ...createReplacements(parts),
  }
}
