// A file that was written, for as long as a person needs it: its name, where it is, and what can be done with it.
import { Button, CloseButton, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { problemOf, requestValue } from '../../state/queries.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'
import { sayCopied } from '../behaviour/copyText.ts'
import { Notice } from '../Notice.tsx'

/** `about`: what is true of it that a person may not expect. */
export type Written = { path: string; verb?: string; about?: string }

const writtenBy = windowState<Written | null>(null)

/** The last file that a screen has written; it stays until it is dismissed or another one is written. */
export const useWritten = (screen: string) => useWindowState(writtenBy, screen)

const nameIn = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

type WrittenNoticeProps = {
  written: Written
  onDismiss?: () => void
  /** What it holds. */
  children?: ReactNode
}

export function WrittenNotice({ written, onDismiss, children }: WrittenNoticeProps) {
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
