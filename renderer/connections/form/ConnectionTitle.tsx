// The head of the connection form: its name, who uses it, and the way to delete it.
import { ActionIcon, Button, Menu } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconDots, IconDownload, IconTrash } from '@tabler/icons-react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import type { RelationshipSummary } from '../../../shared/ipc/relationshipCalls.ts'
import { useBin } from '../../bin/useBin.tsx'
import { useWritten } from '../../ui/screen/WrittenNotice.tsx'
import { problemOf, request } from '../../state/queries.ts'
import { useNavigation } from '../../state/navigation.tsx'
import { Chip } from '../../ui/Chip.tsx'
import classes from './ConnectionFields.module.css'

type ConnectionTitleProps = { connection: ConnectionView | null; uses: readonly RelationshipSummary[] }

export function ConnectionTitle({ connection, uses }: ConnectionTitleProps) {
  const { goFromHere, setUnsaved } = useNavigation()
  const { remove } = useBin()
  const [, setWritten] = useWritten(`connection ${connection?.id ?? ''}`)
  if (!connection)
    return (
      <header className={classes.title}>
        <div>
          <h1>Connect to ConnectWise</h1>
          <p>Everything can be tested before it is saved. Nothing is ever written to ConnectWise.</p>
        </div>
      </header>
    )
  const exportReference = () =>
    request('files:exportReference', { connectionId: connection.id }).then(
      (result) => result && setWritten({ ...result, verb: 'Exported' }),
      (error: unknown) =>
        notifications.show({
          color: 'red',
          title: 'Not exported',
          message: `${problemOf(error).message} ${problemOf(error).next ?? ''}`,
        }),
    )
  const askRemove = () =>
    modals.openConfirmModal({
      title: `Delete ${connection.name}?`,
      children: <Consequences uses={uses} />,
      labels: { confirm: 'Delete connection', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => {
        const goOn = goFromHere()
        void remove({ kind: 'connection', id: connection.id, name: connection.name }, () => {
          setUnsaved(false)
          goOn({ name: 'connections' })
        })
      },
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
      <Menu position="bottom-end" portalProps={{ target: 'main' }} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label="More about this connection">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconDownload size={16} />}
            disabled={connection.fetchedAt === null}
            onClick={exportReference}
          >
            Export reference data
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
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
