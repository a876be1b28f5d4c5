// Says what was done, with the way back for as long as the words are on the screen.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactNode, useEffect } from 'react'
import { countOf } from '../../../shared/text/counts.ts'
import { offerUndo } from './takeBack.ts'

type Offer = {
  /** Runs at most once. */
  undo: () => void
  /** The notice is gone, and nobody has undone it. */
  settle?: () => void
  /** Milliseconds it stays. */
  patience?: number
}

/** Exactly one of the two ways is taken, once. Answers with the id of the notice. */
export function sayWithUndo(words: ReactNode, { undo, settle, patience = 20_000 }: Offer): string {
  let undone = false
  const takeBack = () => {
    undone = true
    notifications.hide(id)
    undo()
  }
  const withdraw = offerUndo(takeBack)
  const id = notifications.show({
    autoClose: patience,
    onClose: () => {
      withdraw()
      if (!undone) settle?.()
    },
    message: (
      <>
        {words}
        <Button size="xs" variant="default" onClick={takeBack}>
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
function forgetDiscarded(): void {
  if (discarded !== null) notifications.hide(discarded)
  discarded = null
}

export function sayDiscarded(count: number, undo: () => void): void {
  forgetDiscarded()
  discarded = sayWithUndo(`${countOf(count, 'change')} discarded.`, { undo, patience: 15_000 })
}

/** The way back belongs to the form as it was when it was discarded: it goes with the next change, and with the form. */
export function useDiscarded(changes: number): void {
  useEffect(() => {
    if (changes > 0) forgetDiscarded()
  }, [changes])
  useEffect(() => forgetDiscarded, [])
}
