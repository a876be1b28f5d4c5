// All connections: environment, address, whether their keys are at hand, how old their lists are, who uses them.
import { Button, Table } from '@mantine/core'
import { IconDownload, IconExternalLink, IconPlug, IconPlus, IconTrash } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { useWritten, WrittenNotice } from '../ui/screen/WrittenNotice.tsx'
import { Pane } from '../ui/screen/Pane.tsx'
import { useNavigation } from '../state/navigation.tsx'
import { problemOf, useAppInfo, useConnections, useRelationships } from '../state/queries.ts'
import { Chip } from '../ui/Chip.tsx'
import { type MenuEntry, useContextMenu } from '../ui/screen/ContextMenu.tsx'
import { isMarkingText, moveFocus } from '../ui/behaviour/rowHabits.ts'
import { Message } from '../ui/Message.tsx'
import { fullTime, relativeTime } from '../ui/words/time.ts'
import classes from './Connections.module.css'
import { LinkButton } from '../ui/LinkButton.tsx'
import { useConnectionActions } from './form/useConnectionActions.tsx'
import { environmentLabels } from '../../shared/connection/environments.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

const columns = ['Connection', 'Environment', 'Site', 'Company ID', 'Keys', 'Reference data', 'Used by']

export default function ConnectionsPage() {
  const { go } = useNavigation()
  const connections = useConnections()
  const relationships = useRelationships().data ?? []
  const connect = <Button onClick={() => go({ name: 'connection', id: null })}>Connect to ConnectWise</Button>
  const empty = connections.data?.length === 0
  const { show, menu } = useContextMenu()
  const { askRemove, exportReference } = useConnectionActions()
  const [written, setWritten] = useWritten('connections')
  const entriesOf = (connection: ConnectionView): MenuEntry[] => [
    {
      label: 'Open',
      icon: <IconExternalLink size={16} />,
      run: () => go({ name: 'connection', id: connection.id }),
    },
    {
      label: 'New relationship',
      icon: <IconPlus size={16} />,
      run: () => go({ name: 'newRelationship', connectionId: connection.id }),
    },
    {
      label: 'Export reference data',
      icon: <IconDownload size={16} />,
      disabled: connection.fetchedAt === null,
      run: () => void exportReference(connection, setWritten),
    },
    {
      label: 'Delete connection',
      icon: <IconTrash size={16} />,
      danger: true,
      run: () => askRemove(connection),
    },
  ]
  return (
    <Pane
      head={
        <header className={classes.head}>
          <h1>Connections</h1>
          {!empty && connect}
        </header>
      }
    >
      <ErrorNotice
        title="The stored connections cannot be read"
        problem={connections.error && problemOf(connections.error)}
      />
      {written && <WrittenNotice written={written} onDismiss={() => setWritten(null)} />}
      {empty && (
        <Message icon={<IconPlug size={26} />} title="No connection yet" actions={connect}>
          Have the site, company ID, API keys and client ID at hand. They can be tested before they are saved.
        </Message>
      )}
      {connections.data && !empty && (
        <div className={classes.scroll}>
          <Table verticalSpacing={6} highlightOnHover aria-label="Connections">
            <Table.Thead>
              <Table.Tr>
                {columns.map((title) => (
                  <Table.Th key={title} className={title === 'Used by' ? classes.number : undefined}>
                    {title}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody onKeyDown={(event) => void moveFocus(event, 'button')}>
              {connections.data.map((connection) => (
                <Row
                  key={connection.id}
                  connection={connection}
                  uses={relationships.filter(({ connectionId }) => connectionId === connection.id).length}
                  onOpen={() => go({ name: 'connection', id: connection.id })}
                  onMenu={(event) => show(event, entriesOf(connection))}
                />
              ))}
            </Table.Tbody>
          </Table>
          {menu}
        </div>
      )}
    </Pane>
  )
}

type RowProps = {
  connection: ConnectionView
  uses: number
  onOpen: () => void
  onMenu: (event: MouseEvent) => void
}

function Row({ connection, uses, onOpen, onMenu }: RowProps) {
  const { name, environment, site, companyId, fetchedAt } = connection
  return (
    <Table.Tr
      className={classes.row}
      onClick={(event) => !isMarkingText(event) && onOpen()}
      onContextMenu={onMenu}
    >
      <Table.Td>
        {/* The click reaches the row around it, which opens it. */}
        <LinkButton plain>
          <bdi>{name}</bdi>
        </LinkButton>
      </Table.Td>
      <Table.Td>
        <Chip tone={environment}>{environmentLabels[environment]}</Chip>
      </Table.Td>
      <Table.Td className={classes.site}>{site}</Table.Td>
      <Table.Td>
        <bdi>{companyId}</bdi>
      </Table.Td>
      <Table.Td>
        <Keys connection={connection} />
      </Table.Td>
      <Table.Td className="tabular" title={fetchedAt ? fullTime(fetchedAt) : undefined}>
        {fetchedAt ? `As of ${relativeTime(fetchedAt)}` : <span className={classes.grey}>Not read yet</span>}
      </Table.Td>
      <Table.Td className={`${classes.number} tabular`}>
        {uses === 0 ? <span className={classes.grey}>0</span> : uses}
      </Table.Td>
    </Table.Tr>
  )
}

function Keys({ connection }: { connection: ConnectionView }) {
  const inMemory = useAppInfo().data?.keystore === 'memory'
  if (connection.demo) return <Chip tone="info">Demo</Chip>
  if (connection.key === 'needed') return <Chip tone="warn">Keys needed</Chip>
  return <>{inMemory ? 'In memory' : 'Saved'}</>
}
