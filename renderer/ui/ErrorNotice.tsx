// A failure where it happened: what did not work, why, what to do next, and the way to put the words aside.
import { Button } from '@mantine/core'
import type { AppError } from '../../shared/result.ts'
import { Notice } from './Notice.tsx'

type ErrorNoticeProps = {
  title: string
  problem: Pick<AppError, 'message' | 'next'>
  onDismiss?: () => void
}

export function ErrorNotice({ title, problem, onDismiss }: ErrorNoticeProps) {
  return (
    <Notice
      kind="error"
      role="alert"
      title={title}
      action={
        onDismiss && (
          <Button size="xs" variant="default" onClick={onDismiss}>
            Dismiss
          </Button>
        )
      }
    >
      {problem.message} {problem.next}
    </Notice>
  )
}
