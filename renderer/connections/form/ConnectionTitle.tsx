// The head of the connection form: its name, who uses it, and the way to delete it.
import { Button } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconTrash } from '@tabler/icons-react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import type { RelationshipSummary } from '../../../shared/ipc/relationshipCalls.ts'
import { useBin } from '../../bin/useBin.ts'
import { useNavigation } from '../../state/navigation.tsx'
import { Chip } from '../../ui/Chip.tsx'
import classes from '../ConnectionForm.module.css'

type ConnectionTitleProps = { connection: ConnectionView | null; uses: readonly RelationshipSummary[] }

export function ConnectionTitle({ connection, uses }: ConnectionTitleProps) {
  const { go, setUnsaved } = useNavigation()
  const { remove } = useBin()
  if (!connection)
    return (
      <header className={classes.title}>
        <div>
          <h1>Connect to ConnectWise</h1>
          <p>Everything can be tested before it is saved. Nothing is ever written to ConnectWise.</p>
        </div>
      </header>
    )
  const askRemove = () =>
    modals.openConfirmModal({
      title: `Delete ${connection.name}?`,
      children: <Consequences uses={uses} />,
      labels: { confirm: 'Delete connection', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        void remove({ kind: 'connection', id: connection.id, name: connection.name }, () => {
          setUnsaved(false)
          go({ name: 'connections' })
        }),
    })
  return (
    <header className={classes.title}>
      <div>
        <h1>
          <bdi>{connection.name}</bdi>
        </h1>
        <p>
          {usedBy(uses.length)}{' '}
          {connection.key === 'needed' && !connection.demo && <Chip tone="warn">Keys needed</Chip>}
        </p>
      </div>
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={askRemove}
      >
        Delete
      </Button>
    </header>
  )
}

const usedBy = (count: number): string => {
  if (count === 0) return 'Not used by any relationship yet'
  return count === 1 ? 'Used by 1 relationship' : `Used by ${count} relationships`
}

function Consequences({ uses }: { uses: readonly RelationshipSummary[] }) {
  return (
    <>
      {uses.length > 0 && (
        <>
          {uses.length === 1
            ? 'This relationship uses it. It stays, without a connection:'
            : 'These relationships use it. They stay, without a connection:'}
          <ul className={classes.used}>
            {uses.map(({ id, contractName, partner }) => (
              <li key={id}>
                <b>
                  <bdi>{contractName}</bdi>
                </b>
                , <bdi>{partner}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        It stays in the bin for 30 days with its lists and samples. Its private key is erased and has to be
        entered again. Nothing in ConnectWise changes.
      </p>
    </>
  )
}
