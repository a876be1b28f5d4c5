// What stands above the form when a save failed, or when another revision came in between.
import { Button } from '@mantine/core'
import type { AppError } from '../../shared/result.ts'
import type { DraftForm } from '../settings/useDraft.ts'
import { Notice } from '../ui/Notice.tsx'
import { shortTime } from '../ui/time.ts'

type SaveNoticesProps = { form: DraftForm; problem: AppError | null; onDismiss: () => void }

export function SaveNotices({ form, problem, onDismiss }: SaveNoticesProps) {
  const { conflict } = form
  return (
    <>
      {problem && problem.code !== 'conflict' && (
        <Notice
          kind="error"
          role="alert"
          title="Not saved"
          action={
            <Button size="xs" variant="default" onClick={onDismiss}>
              Dismiss
            </Button>
          }
        >
          {problem.message} {problem.next}
        </Notice>
      )}
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
