// Says that a relationship was moved, with the way back for as long as the words are on the screen.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'

const patience = 20_000

/** `undo` runs at most once. */
export function sayMoved(connectionName: string, undo: () => Promise<unknown>): void {
  const id = notifications.show({
    autoClose: patience,
    message: (
      <>
        Moved to <bdi>{connectionName}</bdi>.{' '}
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            notifications.hide(id)
            void undo()
          }}
        >
          Undo
        </Button>
      </>
    ),
  })
}
