// Many relationships at once: where a record is used, what replacing it would do, and doing it as one step.
import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import { type FindRecords, indexRecords } from '../../shared/files/recordIndex.ts'
import { type ChangedRecord, changedRecords } from '../../shared/fleet/changedRecords.ts'
import type { RecordKey } from '../../shared/fleet/recordKey.ts'
import { collectionWords } from '../../shared/reference/collectionNames.ts'
import { replaceRecord } from '../../shared/fleet/replaceRecord.ts'
import { belongsTo, usesOf } from '../../shared/fleet/whereUsed.ts'
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import { findingCounts } from '../../shared/findings/findingsOf.ts'
import type { ReviewRow } from '../../shared/ipc/areas/fleetCalls.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import type { LeftOpen } from '../../shared/relationship/leftOpen.ts'
import { draftOf } from '../../shared/relationship/effective.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { createGiveWay } from '../background/giveWay.ts'
import { latestEffective, resolveTarget } from './apiTargets.ts'
import type { AppServices } from './services.ts'
import type { NotedFile } from '../disk/journal.ts'
import type { StoredRelationship } from '../store/relationshipStore.ts'
import { type UndoStep, undoAll } from './undoSteps.ts'

type Replacement = { target: ApiTarget; record: RecordKey; withId: number }
type Rewritten = { member: Member; draft: RelationshipDraft; leftOpen: LeftOpen }
type Member = { stored: StoredRelationship; relationship: Relationship }

/** The sentences of `after` about places that had no such finding before. */
function newsOf(before: readonly Finding[], after: readonly Finding[]): string[] {
  const known = new Set(before.map(({ code, field }) => `${code} ${field}`))
  return after.filter(({ code, field }) => !known.has(`${code} ${field}`)).map(({ message }) => message)
}

export function createFleet(parts: AppServices) {
  const { connections, relationships, snapshots, readiness } = parts
  const undoable = new Map<string, { files: readonly NotedFile[]; steps: readonly UndoStep[] }>()

  /** The relationships of a connection whose ids mean the target's ConnectWise: an override elsewhere is another one. */
  const membersOf = async (target: ApiTarget): Promise<Result<Member[]>> => {
    const resolved = resolveTarget(parts, target)
    if (!resolved.ok) return resolved
    const stored = await relationships.listInTurns(createGiveWay())
    const known = connections.byId()
    return ok(
      stored
        .filter(({ latest }) => latest.draft.connectionId === target.connectionId)
        .map((each) => ({ stored: each, relationship: latestEffective(known, each) }))
        .filter(({ relationship }) => belongsTo(relationship, resolved.value.connection)),
    )
  }

  const recordsFor = async ({ target, record, withId }: Replacement): Promise<Result<FindRecords>> => {
    const snapshot = await snapshots.load(target)
    const records = await indexRecords(snapshot, createGiveWay(), record.collection)
    return records(record.collection).byId.has(withId)
      ? ok(records)
      : fail(
          'unknown-item',
          `The lists of this connection hold no ${collectionWords[record.collection].record} with the id ${withId}.`,
          {
            next: 'Refresh the reference data, then choose again.',
          },
        )
  }
  const draftAfter = ({ stored }: Member, relationship: Relationship): RelationshipDraft => {
    const { draft } = stored.latest
    return { ...draft, settings: draftOf(relationship, draft.connectionId, draft.settings).settings }
  }

  /** Those with a draft that nobody saved: what is replaced are saved revisions. */
  const unsavedIds = async (): Promise<ReadonlySet<string>> =>
    new Set((await parts.drafts.list()).map(({ id }) => id))

  const uses = async ({ target, record }: Omit<Replacement, 'withId'>) => {
    const members = await membersOf(target)
    if (!members.ok) return members
    const used = members.value
      .map(({ relationship }) => ({ id: relationship.id, uses: usesOf(relationship, record) }))
      .filter(({ uses: found }) => found.length > 0)
    return ok({
      name: used[0]?.uses[0]?.name ?? null,
      rows: used.map(({ id, uses: found }) => ({ id, fields: found.map(({ field }) => field) })),
    })
  }

  const review = async (replacement: Replacement): Promise<Result<ReviewRow[]>> => {
    const members = await membersOf(replacement.target)
    if (!members.ok) return members
    const records = await recordsFor(replacement)
    if (!records.ok) return records
    const unsaved = await unsavedIds()
    const look = readiness.look()
    const rows: ReviewRow[] = []
    for (const member of members.value) {
      const { stored, relationship } = member
      const after = replaceRecord(relationship, { ...replacement, records: records.value })
      if (after.changes.length === 0) continue
      const now = await readiness.findings(stored, look)
      const then = await readiness.findings(stored, look, draftAfter(member, after.relationship))
      rows.push({
        id: stored.id,
        revision: stored.latest.number,
        changes: [...after.changes],
        before: findingCounts(now),
        after: findingCounts(then),
        news: newsOf(now, then),
        statusCleared: after.statusCleared,
        unsaved: unsaved.has(stored.id),
      })
      // The window draws and listens between two of them.
      await nextTurn()
    }
    return ok(rows)
  }

  const replace = async (
    input: Replacement & { rows: readonly { id: string; revision: number }[]; note: string },
  ): Promise<Result<{ undo: string; replaced: number }>> => {
    const found = await membersOf(input.target)
    if (!found.ok) return found
    const records = await recordsFor(input)
    if (!records.ok) return records
    const members = new Map(found.value.map((each) => [each.stored.id, each]))
    const unsaved = await unsavedIds()
    const planned: Rewritten[] = []
    const giveWay = createGiveWay()
    for (const { id, revision } of input.rows) {
      await giveWay()
      const member = members.get(id)
      if (!member || unsaved.has(id) || member.stored.latest.number !== revision)
        return fail(
          'conflict',
          'One of the relationships was changed or deleted meanwhile. Nothing was replaced.',
          {
            next: 'Look at the review again, then replace.',
          },
        )
      const after = replaceRecord(member.relationship, { ...input, records: records.value })
      if (after.changes.length === 0) continue
      planned.push({ member, draft: draftAfter(member, after.relationship), leftOpen: after.leftOpen })
    }
    const files = relationships.placesOf(planned.map(({ member }) => member.stored.id))
    const stored = await parts.journal.run('The replacement', () => store(planned, input.note), files)
    if (!stored.ok) return stored
    const undo = randomUUID()
    undoable.set(undo, { files, steps: stored.value })
    return ok({ undo, replaced: planned.length })
  }

  /** Every revision with the step that takes it back; the journal takes back what was written before a failure. */
  const store = async (planned: readonly Rewritten[], note: string): Promise<Result<UndoStep[]>> => {
    const steps: UndoStep[] = []
    for (const { member, draft, leftOpen } of planned) {
      const { id, latest } = member.stored
      const saved = relationships.save({ id, draft, baseRevision: latest.number, note, leftOpen })
      if (!saved.ok) return saved
      const { number } = saved.value.latest
      steps.push({
        check: () => {
          const stored = relationships.get(id)
          return stored.ok && stored.value.latest.number === number
            ? ok(null)
            : fail('conflict', 'One of the relationships was saved or deleted since. Nothing was taken back.')
        },
        run: () => {
          const back = relationships.save({
            id,
            draft: latest.draft,
            baseRevision: number,
            note: `Undone: ${note}`,
          })
          return back.ok ? ok(null) : back
        },
      })
      await nextTurn()
    }
    return ok(steps)
  }

  const undo = async (token: string): Promise<Result<Record<string, never>>> => {
    const made = undoable.get(token)
    if (!made) return fail('unknown-item', 'There is nothing to take back.')
    const { files, steps } = made
    const done = await parts.journal.run('The undoing of a replacement', () => undoAll(steps), files)
    if (!done.ok) return done
    undoable.delete(token)
    return ok({})
  }

  const changed = async (connectionId: string): Promise<Result<ChangedRecord[]>> => {
    const members = await membersOf({ connectionId, overrideOf: null })
    if (!members.ok) return members
    const look = readiness.look()
    const judged: { relationship: Relationship; findings: Finding[] }[] = []
    for (const { stored, relationship } of members.value) {
      judged.push({ relationship, findings: await readiness.findings(stored, look) })
      await nextTurn()
    }
    return ok(changedRecords(judged))
  }

  return { uses, review, replace, undo, changed }
}
