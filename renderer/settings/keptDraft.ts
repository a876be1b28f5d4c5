// The unsaved draft, kept by the window itself, so that it is there again after the page has crashed and was reloaded.
import { useEffect } from 'react'
import { relationshipDraftSchema } from '../../shared/relationship/draft.ts'
import { z } from '../../shared/zod.ts'
import { forgetKeptDraft, place } from './keptDraftPlace.ts'
import type { DraftForm } from './useDraft.ts'

const keptSchema = z.strictObject({
  id: z.string(),
  /** The revision the changes were made upon. */
  revision: z.int(),
  draft: relationshipDraftSchema,
  /** Whether a private key was typed; the key itself is not kept. */
  keyTyped: z.boolean(),
})

type KeptDraft = z.infer<typeof keptSchema>

function kept(): KeptDraft | null {
  try {
    return keptSchema.parse(JSON.parse(sessionStorage.getItem(place) ?? ''))
  } catch {
    return null
  }
}

/** The draft kept of this relationship, null when there is none. */
export const keptDraftOf = (id: string): KeptDraft | null => {
  const found = kept()
  return found?.id === id ? found : null
}

/** Keeps the draft while it differs from what is saved; the typed private key is left out. */
export function useKeepDraft(id: string, { draft, dirty, base, overrideKey }: DraftForm): void {
  const keyTyped = overrideKey !== ''
  const revision = base.revision.number
  useEffect(() => {
    if (!dirty) return forgetKeptDraft()
    try {
      sessionStorage.setItem(place, JSON.stringify({ id, revision, draft, keyTyped } satisfies KeptDraft))
    } catch {
      // A draft too large for the storage is lost with a crash, as it was before.
    }
  }, [id, draft, dirty, revision, keyTyped])
}
