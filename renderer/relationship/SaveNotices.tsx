// What stands above the form when another revision came in between.
import { Button } from '@mantine/core'
import type { DraftForm } from '../settings/useDraft.ts'
import { Notice } from '../ui/Notice.tsx'
import { shortTime } from '../ui/time.ts'

export function SaveNotices({ form }: { form: DraftForm }) {
  const { conflict } = form
  return (
    <>
      {conflict && (
        <Notice
          kind="warning"
          role="alert"
          title={`Revision ${conflict.revision.number} was saved in the meantime`}
          action={
            <>
              <Button size="xs" variant="default" onClick={form.discard}>
                Take that revision
              </Button>
              <Button size="xs" variant="default" onClick={form.keepMine}>
                Keep my changes
              </Button>
            </>
          }
        >
          {conflict.revision.user} saved it {shortTime(conflict.revision.savedAt)}. Your changes are still
          here and nothing was overwritten.
        </Notice>
      )}
    </>
  )
}
