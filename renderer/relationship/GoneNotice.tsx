// Another window has deleted what is open here: said above the form, which stays with all that is typed, and the way back.
import { Button } from '@mantine/core'
import { useBin } from '../bin/useBin.tsx'
import type { AppError } from '../../shared/result.ts'
import { Notice } from '../ui/Notice.tsx'

type GoneNoticeProps = { id: string; name: string; problem: AppError }

export function GoneNotice({ id, name, problem }: GoneNoticeProps) {
  const { bringBack } = useBin()
  return (
    <Notice
      kind="error"
      role="alert"
      title={problem.message}
      action={
        problem.code === 'unknown-item' && (
          <Button size="xs" onClick={() => void bringBack({ kind: 'relationship', id, name })}>
            Bring back
          </Button>
        )
      }
    >
      {problem.next}
    </Notice>
  )
}
