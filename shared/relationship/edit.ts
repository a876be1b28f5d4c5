// Changing one setting of a draft, with the rules that follow from it; what the form does by itself comes back as notes.
import { boardOfStatus, namesakesOf, noNamesakeWords, type Reference } from '../reference/lookup.ts'
import type { RelationshipDraft } from './draft.ts'
import { type FieldPath, recordFields, type RecordPath } from './fields.ts'
import type { Ref } from './relationship.ts'
import type { RecordRef } from './fieldRow.ts'
import { copySetting, type FieldValues, type SettingPath, writeSetting } from './values.ts'

/** What the form did by itself, per setting, in words. */
export type EditNotes = Partial<Record<FieldPath, string>>
export type Edited = { draft: RelationshipDraft; notes: EditNotes }

/** The board on which created tickets land: the service board of a target, the default board of a source. */
export const draftLandingBoard = ({ role, settings }: RelationshipDraft): Ref | null =>
  role === 'source' ? settings.defaultBoard : settings.serviceBoard

const hasBoard = ({ settings }: RelationshipDraft, id: number): boolean =>
  settings.boards.some((board) => board.id === id)

/** A default board that was taken out of the boards is cleared, and said so. One that never was in them is a finding. */
function dropRemovedDefault(before: RelationshipDraft, draft: RelationshipDraft): Edited {
  const { defaultBoard } = draft.settings
  if (!defaultBoard || !hasBoard(before, defaultBoard.id) || hasBoard(draft, defaultBoard.id))
    return { draft, notes: {} }
  return {
    draft: writeSetting(draft, 'defaultBoard', null),
    notes: { defaultBoard: `Cleared: ${defaultBoard.name} is no longer one of the boards.` },
  }
}

/** Finds the status of the same name on the landing board, else clears it, and says which of the two and why. */
function rematchStatus(draft: RelationshipDraft, reference: Reference | null): Edited {
  const { status } = draft.settings
  const board = draftLandingBoard(draft)
  if (!status) return { draft, notes: {} }
  const cleared = (why: string): Edited => ({
    draft: writeSetting(draft, 'status', null),
    notes: { status: `Cleared: ${why}.` },
  })
  if (!board) return cleared(`${status.name} belongs to the board that was removed`)
  if (boardOfStatus(reference, status) === board.id) return { draft, notes: {} }
  const twin = namesakesOf(reference, reference?.statuses?.get(status.id)?.name ?? status.name).on(board.id)
  if (twin === 'missing' || twin === 'unread') return cleared(noNamesakeWords(twin, status.name, board.name))
  const { id, name } = twin
  return {
    draft: writeSetting(draft, 'status', { id, name: name ?? status.name, boardId: board.id }),
    notes: { status: `Re-matched by name: ${name} on ${board.name}.` },
  }
}

/** What a change brings along, given the draft before and after it. */
function followUp(before: RelationshipDraft, after: RelationshipDraft, reference: Reference | null): Edited {
  const changed = dropRemovedDefault(before, after)
  if (draftLandingBoard(changed.draft)?.id === draftLandingBoard(before)?.id) return changed
  const matched = rematchStatus(changed.draft, reference)
  return { draft: matched.draft, notes: { ...changed.notes, ...matched.notes } }
}

/**
 * Sets one setting and keeps the rules that hang on it: a removed board clears the default board, another landing
 * board re-matches the status by name. Without reference data no namesake is known.
 */
export const editSetting = <Path extends SettingPath>(
  draft: RelationshipDraft,
  path: Path,
  value: FieldValues[Path],
  reference: Reference | null,
): Edited => followUp(draft, writeSetting(draft, path, value), reference)

/** As `editSetting`, of a setting that points at records. */
export const chooseRecords = (
  draft: RelationshipDraft,
  path: RecordPath,
  chosen: readonly RecordRef[],
  reference: Reference | null,
): Edited => followUp(draft, recordFields[path].records.write(draft, chosen), reference)

/** Puts one setting back to what `saved` holds, with the same rules as any other change. */
export const restoreSetting = (
  draft: RelationshipDraft,
  saved: RelationshipDraft,
  path: SettingPath,
  reference: Reference | null,
): Edited => followUp(draft, copySetting(draft, saved, path), reference)
