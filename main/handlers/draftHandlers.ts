// Unsaved drafts: kept while somebody edits, offered again at the next start, forgotten when they were saved or given up.
import { isDeepStrictEqual } from 'node:util'
import { ok } from '../../shared/result.ts'
import type { AppServices } from '../services/services.ts'
import type { Handlers } from './handlerContract.ts'
import type { StoredDraft } from '../store/draftStore.ts'

type Area = 'drafts:keep' | 'drafts:list' | 'drafts:forget'

/** Handlers of the area. */
export function draftHandlers({ drafts, relationships }: AppServices): Pick<Handlers, Area> {
  /** Which window edits a relationship, since the start. */
  const editedIn = new Map<string, string>()

  /** One that holds what is saved, or whose relationship is gone, has nothing to offer. */
  const hasChanges = ({ id, draft }: StoredDraft): boolean => {
    const stored = relationships.get(id)
    return stored.ok && !isDeepStrictEqual(stored.value.latest.draft, draft)
  }
  return {
    'drafts:keep': async ({ windowId, ...draft }) => {
      editedIn.set(draft.id, windowId)
      const kept = await drafts.keep(draft)
      return kept.ok ? ok({}) : kept
    },
    'drafts:list': async ({ windowId }) => {
      const isOffered = ({ id }: StoredDraft) => (editedIn.get(id) ?? windowId) === windowId
      return ok((await drafts.list()).filter(isOffered).filter(hasChanges))
    },
    'drafts:forget': async ({ id }) => {
      editedIn.delete(id)
      const forgotten = await drafts.forget(id)
      return forgotten.ok ? ok({}) : forgotten
    },
  }
}
