// Says that unsaved changes have come back after the page was reloaded, and what to look at before saving them.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '../ui/Notice.tsx'
import { keptDraftOf, useKeepDraft } from './keptDraft.ts'
import type { DraftForm } from './useDraft.ts'

/** Shown from the reload until the changes are saved, discarded, or the notice is dismissed. */
export function KeptDraftNotice({ id, form }: { id: string; form: DraftForm }) {
  const [restored, setRestored] = useState(() => keptDraftOf(id))
  useKeepDraft(id, form)
  if (!restored || !form.dirty) return null
  const moved = restored.revision !== form.base.revision.number
  return (
    <Notice
      kind="info"
      role="status"
      title="Your unsaved changes are back"
      action={
        <>
          <Button size="xs" variant="default" onClick={form.discard}>
            Discard changes
          </Button>
          <Button size="xs" variant="default" onClick={() => setRestored(null)}>
            Keep editing
          </Button>
        </>
      }
    >
      The window was reloaded before they were saved.
      {moved &&
        ` They were made upon revision ${restored.revision}; revision ${form.base.revision.number} was saved since, so look at what differs before you save.`}
      {restored.keyTyped && ' The private key of the override has to be typed again.'}
    </Notice>
  )
}
