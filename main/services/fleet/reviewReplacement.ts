// What replacing a record everywhere would do, relationship by relationship; nothing is stored.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Finding } from '../../../shared/findings/findingSeverities.ts'
import { findingCounts } from '../../../shared/findings/findingsOf.ts'
import { lostStatusWords, replaceRecord } from '../../../shared/fleet/replaceRecord.ts'
import type { ReviewRow } from '../../../shared/ipc/areas/fleetCalls.ts'
import { labelOfPlace } from '../../../shared/relationship/fields.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { AppServices } from '../services.ts'
import {
  draftAfter,
  fleetMembers,
  type ReplacementOrder,
  replacementRecords,
  unsavedIds,
} from './fleetMembers.ts'

/** The sentences of `after` about places that had no such finding before. */
function newsOf(before: readonly Finding[], after: readonly Finding[]): string[] {
  const known = new Set(before.map(({ code, field }) => `${code} ${field}`))
  return after.filter(({ code, field }) => !known.has(`${code} ${field}`)).map(({ message }) => message)
}

export async function reviewReplacement(
  parts: AppServices,
  replacement: ReplacementOrder,
): Promise<Result<ReviewRow[]>> {
  const members = await fleetMembers(parts, replacement.target)
  if (!members.ok) return members
  const records = await replacementRecords(parts, replacement)
  if (!records.ok) return records
  const unsaved = await unsavedIds(parts)
  const look = parts.readiness.look()
  const rows: ReviewRow[] = []
  for (const member of members.value) {
    const { stored, relationship } = member
    const after = replaceRecord(relationship, { ...replacement, records: records.value })
    if (after.changes.length === 0) continue
    const now = await parts.readiness.findings(stored, look)
    const then = await parts.readiness.findings(stored, look, draftAfter(member, after.relationship))
    rows.push({
      id: stored.id,
      revision: stored.latest.number,
      changes: [...after.changes],
      before: findingCounts(now),
      after: findingCounts(then),
      news: newsOf(now, then),
      lost: after.lost.map((status) => lostStatusWords(status, labelOfPlace(status.field))),
      unsaved: unsaved.has(stored.id),
    })
    // The window draws and listens between two of them.
    await nextTurn()
  }
  return ok(rows)
}
