// Replaces a record in many relationships as one step, and takes that step back.
import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FindRecords } from '../../../shared/files/recordIndex.ts'
import { replaceRecord } from '../../../shared/fleet/replaceRecord.ts'
import type { RelationshipDraft } from '../../../shared/relationship/draft.ts'
import type { LeftOpen } from '../../../shared/relationship/leftOpen.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { createGiveWay } from '../../background/giveWay.ts'
import type { NotedFile } from '../../disk/journal.ts'
import type { AppServices } from '../services.ts'
import { type UndoStep, undoAll } from '../undoSteps.ts'
import {
  draftAfter,
  type FleetMember,
  fleetMembers,
  type ReplacementOrder,
  replacementRecords,
  unsavedIds,
} from './fleetMembers.ts'

type ReviewedOrder = ReplacementOrder & {
  /** The relationships with the revisions that were reviewed. */
  rows: readonly { id: string; revision: number }[]
  note: string
}
type Rewritten = { member: FleetMember; draft: RelationshipDraft; leftOpen: LeftOpen }

/** The drafts to save; a relationship that is not as it was reviewed stops them all. */
async function planRevisions(
  parts: AppServices,
  input: ReviewedOrder,
  found: readonly FleetMember[],
  records: FindRecords,
): Promise<Result<Rewritten[]>> {
  const members = new Map(found.map((each) => [each.stored.id, each]))
  const unsaved = await unsavedIds(parts)
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
    const after = replaceRecord(member.relationship, { ...input, records })
    if (after.changes.length === 0) continue
    planned.push({ member, draft: draftAfter(member, after.relationship), leftOpen: after.leftOpen })
  }
  return ok(planned)
}

/** Saves the draft as it was, as long as nobody has saved since. */
const wayBack = (
  relationships: AppServices['relationships'],
  id: string,
  number: number,
  draft: RelationshipDraft,
  note: string,
): UndoStep => ({
  check: () => {
    const stored = relationships.get(id)
    return stored.ok && stored.value.latest.number === number
      ? ok(null)
      : fail('conflict', 'One of the relationships was saved or deleted since. Nothing was taken back.')
  },
  run: () => {
    const back = relationships.save({ id, draft, baseRevision: number, note: `Undone: ${note}` })
    return back.ok ? ok(null) : back
  },
})

/** Every revision with the step that takes it back; the journal takes back what was written before a failure. */
async function storeRevisions(
  relationships: AppServices['relationships'],
  planned: readonly Rewritten[],
  note: string,
): Promise<Result<UndoStep[]>> {
  const steps: UndoStep[] = []
  for (const { member, draft, leftOpen } of planned) {
    const { id, latest } = member.stored
    const saved = relationships.save({ id, draft, baseRevision: latest.number, note, leftOpen })
    if (!saved.ok) return saved
    const { number } = saved.value.latest
    steps.push(wayBack(relationships, id, number, latest.draft, note))
    await nextTurn()
  }
  return ok(steps)
}

export function createReplacements(parts: AppServices) {
  const { relationships } = parts
  const undoable = new Map<string, { files: readonly NotedFile[]; steps: readonly UndoStep[] }>()

  const replace = async (input: ReviewedOrder): Promise<Result<{ undo: string; replaced: number }>> => {
    const found = await fleetMembers(parts, input.target)
    if (!found.ok) return found
    const records = await replacementRecords(parts, input)
    if (!records.ok) return records
    const planned = await planRevisions(parts, input, found.value, records.value)
    if (!planned.ok) return planned
    const files = relationships.placesOf(planned.value.map(({ member }) => member.stored.id))
    const stored = await parts.journal.run(
      'The replacement',
      () => storeRevisions(relationships, planned.value, input.note),
      files,
    )
    if (!stored.ok) return stored
    const undo = randomUUID()
    undoable.set(undo, { files, steps: stored.value })
    return ok({ undo, replaced: planned.value.length })
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

  return { replace, undo }
}
