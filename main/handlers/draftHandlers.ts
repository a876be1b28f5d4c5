// Unsaved drafts: kept while somebody edits, offered again at the next start, forgotten when they were saved or given up.
import { isDeepStrictEqual } from 'node:util'
import { ok, withoutValue } from '../../shared/result.ts'
import type { AppServices } from '../services/services.ts'
import type { AreaHandlers } from './handlerContract.ts'
import type { StoredDraft } from '../store/draftStore.ts'

/** Handlers of the area. */
export function draftHandlers({ drafts, relationships }: AppServices): AreaHandlers<'drafts'> {
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
      return withoutValue(await drafts.keep(draft))
    },
    'drafts:list': async ({ windowId }) => {
      const isOffered = ({ id }: StoredDraft) => (editedIn.get(id) ?? windowId) === windowId
      return ok((await drafts.list()).filter(isOffered).filter(hasChanges))
    },
    'drafts:forget': async ({ id }) => {
      editedIn.delete(id)
      return withoutValue(await drafts.forget(id))
    },
  }
}
