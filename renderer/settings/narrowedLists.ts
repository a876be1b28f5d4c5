// The lists of which another setting leaves a part, or nothing as long as it is not chosen itself.
import type { Collections } from '../../shared/reference/collections.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import { draftLandingBoard } from '../../shared/relationship/edit.ts'
import type { RecordPath } from '../../shared/relationship/fields.ts'
import { allStatusOptions, boardOptions, type Option, statusOptions } from '../pickers/pickersFront.ts'

export type NarrowedList = {
  /** What is offered in place of the whole list. */
  options?: (collections: Collections, draft: RelationshipDraft) => readonly Option[]
  /** What to choose before this list holds anything; null when nothing is. */
  missing?: (draft: RelationshipDraft) => string | null
  /** Until then nothing is known of the list, so a saved value is not called missing. */
  unknownUntilThen?: boolean
}

const unless = (chosen: readonly unknown[], first: string) => (chosen.length > 0 ? null : first)

export const narrowedLists: { readonly [Path in RecordPath]?: NarrowedList } = {
  defaultBoard: {
    options: ({ boards = [] }, { settings }) =>
      boardOptions(boards.filter((each) => settings.boards.some(({ id }) => id === each.id))),
    missing: ({ settings }) => unless(settings.boards, 'Choose the boards above first.'),
  },
  status: {
    options: ({ statuses = [] }, draft) => statusOptions(statuses, draftLandingBoard(draft)?.id ?? null),
    missing: (draft) =>
      draftLandingBoard(draft)
        ? null
        : `Choose the ${draft.role === 'source' ? 'default' : 'service'} board first.`,
    unknownUntilThen: true,
  },
  'reverseSync.filter.statuses': {
    options: ({ statuses = [] }, { settings }) =>
      allStatusOptions(
        statuses,
        settings.reverseSync.filter.boards.map(({ id }) => id),
      ),
    missing: ({ settings }) =>
      unless(settings.reverseSync.filter.boards, 'Choose boards in the filter above first.'),
  },
}

/** What has to be chosen before anything can be chosen here; null when nothing has. */
export const chooseFirst = (path: RecordPath, draft: RelationshipDraft): string | null =>
  narrowedLists[path]?.missing?.(draft) ?? null
