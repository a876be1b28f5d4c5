// Says that a relationship was deleted, with the way back for as long as the words are on the screen.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'

const patience = 15_000

/** `undo` runs at most once. */
export function sayDeleted(contractName: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: patience,
    message: (
      <Deleted
        contractName={contractName}
        onUndo={() => {
          notifications.hide(id)
          undo()
        }}
      />
    ),
  })
}

function Deleted({ contractName, onUndo }: { contractName: string; onUndo: () => void }) {
  return (
    <>
      <bdi>{contractName}</bdi> is deleted.{' '}
      <Button size="xs" variant="default" onClick={onUndo}>
        Undo
      </Button>
    </>
  )
}
