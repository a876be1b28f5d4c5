// What came of a file that was to be written, for as long as a person needs it: where it is and what can be done with it, or why it is not there.
import { Button, CloseButton, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import type { AppError } from '../../../shared/result.ts'
import { problemOf, requestValue } from '../../state/queries.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'
import { sayCopied } from '../behaviour/copyText.ts'
import { attempt } from '../behaviour/showFailure.ts'
import { ErrorNotice } from '../ErrorNotice.tsx'
import { Notice } from '../Notice.tsx'

/** `about`: what is true of it that a person may not expect. */
export type Written = { path: string; verb?: string; about?: string }
type NotWritten = { title: string; problem: AppError }
/** What came of the last file that a screen was to write. */
export type WriteOutcome = Written | NotWritten

const writtenBy = windowState<WriteOutcome | null>(null)

/** It stays until it is dismissed or another file is written. */
export const useWritten = (screen: string) => useWindowState(writtenBy, screen)

/**
 * Writes a file and gives the screen what came of it; nothing where somebody cancelled. A failure, under `title`, is said
 * by a notification as well: the screen may be scrolled, or left by then.
 */
export const writeFor = (
  keep: (outcome: WriteOutcome) => void,
  title: string,
  work: () => Promise<Written | null>,
): Promise<boolean> =>
  attempt(title, async () => {
    try {
      const written = await work()
      if (written) keep(written)
    } catch (error) {
      keep({ title, problem: problemOf(error) })
      throw error
    }
  })

const nameIn = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

type WrittenNoticeProps = {
  written: WriteOutcome
  onDismiss?: () => void
  /** What it holds. */
  children?: ReactNode
}

export function WrittenNotice({ written, onDismiss, children }: WrittenNoticeProps) {
  if ('problem' in written) return <ErrorNotice {...written} {...(onDismiss && { onDismiss })} />
  const { path, verb = 'Written', about = '' } = written
  const ask = (channel: 'files:show' | 'files:open') => () =>
    void requestValue(channel, { path }).catch((error: unknown) =>
      notifications.show({ color: 'red', message: `${problemOf(error).message} ${problemOf(error).next}` }),
    )
  return (
    <Notice
      kind="ok"
      role="status"
      title={<bdi>{nameIn(path)}</bdi>}
      action={onDismiss && <CloseButton size="sm" aria-label="Dismiss" onClick={onDismiss} />}
    >
      <Group component="span" gap="4px 14px">
        <span>
          {children} {verb} to <span className="mono">{path}</span>
          {about && `. ${about}`}
        </span>
        <Group component="span" gap={8}>
          <Button size="xs" variant="default" onClick={ask('files:show')}>
            Show in folder
          </Button>
          <Button size="xs" variant="default" onClick={() => sayCopied('The path', path)}>
            Copy path
          </Button>
          <Button size="xs" variant="default" onClick={ask('files:open')}>
            Open
          </Button>
        </Group>
      </Group>
    </Notice>
  )
}
