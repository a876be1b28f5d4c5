// Says that something was deleted, with the way back for as long as the words are on the screen.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Main erases the key of what was deleted after 30 seconds at the latest. */
const patience = 20_000

type Ways = {
  undo: () => void
  /** The notice is gone, and nobody has undone it. */
  settle: () => void
}

/** Exactly one of the two ways is taken, once. */
export function sayDeleted(name: string, { undo, settle }: Ways): void {
  let undone = false
  const id = notifications.show({
    autoClose: patience,
    onClose: () => {
      if (!undone) settle()
    },
    message: (
      <>
        <bdi>{name}</bdi> is deleted. It is in the bin for 30 days.{' '}
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            undone = true
            notifications.hide(id)
            undo()
          }}
        >
          Undo
        </Button>
      </>
    ),
  })
}
