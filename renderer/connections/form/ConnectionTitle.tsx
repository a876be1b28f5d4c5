// The head of the connection form: its name, who uses it, and the way to delete it.
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconDownload, IconTrash } from '@tabler/icons-react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import type { RelationshipSummary } from '../../../shared/ipc/areas/relationshipCalls.ts'
import { useWritten } from '../../ui/screen/WrittenNotice.tsx'
import { Chip } from '../../ui/Chip.tsx'
import classes from './ConnectionFields.module.css'
import { useConnectionActions } from './useConnectionActions.tsx'
import { countOf } from '../../../shared/text/counts.ts'

type ConnectionTitleProps = { connection: ConnectionView | null; uses: readonly RelationshipSummary[] }

export function ConnectionTitle({ connection, uses }: ConnectionTitleProps) {
  const { askRemove, exportReference } = useConnectionActions()
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
            onClick={() => void exportReference(connection, setWritten)}
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
        onClick={() => askRemove(connection)}
      >
        Delete
      </Button>
    </header>
  )
}

const usedBy = (count: number): string => {
  if (count === 0) return 'Not used by any relationship yet'
  return `Used by ${countOf(count, 'relationship')}`
}
