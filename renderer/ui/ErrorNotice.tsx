// A failure where it happened: what did not work, why, what to do next, and the way to put the words aside.
import { Button } from '@mantine/core'
import type { AppError } from '../../shared/result.ts'
import { Notice } from './Notice.tsx'

type ErrorNoticeProps = {
  /** What did not work; without it the failure's own sentence is the title. */
  title?: string
  /** Nothing is shown while there is none. */
  problem: Pick<AppError, 'message' | 'next'> | null | undefined
  onDismiss?: () => void
}

export function ErrorNotice({ title, problem, onDismiss }: ErrorNoticeProps) {
  if (!problem) return null
  const { message, next } = problem
  return (
    <Notice
      kind="error"
      role="alert"
      title={title ?? message}
      action={
        onDismiss && (
          <Button size="xs" variant="default" onClick={onDismiss}>
            Dismiss
          </Button>
        )
      }
    >
      {title === undefined ? next : `${message} ${next ?? ''}`.trim()}
    </Notice>
  )
}
