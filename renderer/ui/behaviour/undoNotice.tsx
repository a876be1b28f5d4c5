// Says that something is gone, with the way back for as long as the words are on the screen.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { countOf } from '../words/counts.ts'

const patience = 15_000

/** `undo` runs at most once. */
function sayWithUndo(words: ReactNode, undo: () => void): string {
  const id = notifications.show({
    autoClose: patience,
    message: (
      <>
        {words}{' '}
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          Undo
        </Button>
      </>
    ),
  })
  return id
}

/** Only the last thing that was discarded can be brought back: the form has moved on since the one before. */
let discarded: string | null = null

/** Hides the offer to bring back what was discarded, because the form it belongs to has gone or moved on. */
export function forgetDiscarded(): void {
  if (discarded !== null) notifications.hide(discarded)
  discarded = null
}

export function sayDiscarded(count: number, undo: () => void): void {
  forgetDiscarded()
  discarded = sayWithUndo(`${countOf(count, 'change')} discarded.`, undo)
}
