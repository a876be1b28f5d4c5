// All relationships in one table: role, connection, readiness, who sends internal notes, last change.
import { ActionIcon, Button, Menu, SegmentedControl, Table, TextInput } from '@mantine/core'
import {
  IconArrowsDiff,
  IconChevronDown,
  IconChevronUp,
  IconCopyPlus,
  IconDots,
  IconLayoutRows,
  IconSearch,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import type { RelationshipSummary } from '../../shared/ipc/relationshipCalls.ts'
import { environmentLabels } from '../ui/environment.ts'
import { Pane } from '../frame/Pane.tsx'
import { readinessOf, staleWords } from '../ui/readinessWords.ts'
import { CompareDialog } from '../history/CompareDialog.tsx'
import { useNavigation } from '../state/navigation.tsx'
import { useConnections, useRelationships } from '../state/queries.ts'
import { Chip } from '../ui/Chip.tsx'
import { Message } from '../ui/Message.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { fullTime, shortTime } from '../ui/time.ts'
import { arrange, type Column, type Filter, filterLabels, type Order } from './arrangeOverview.ts'
import classes from './Overview.module.css'
import { useRelationshipActions } from '../relationship/useRelationshipActions.ts'
import { LinkButton } from '../ui/LinkButton.tsx'

const columns: readonly [Column, string][] = [
  ['contractName', 'Relationship'],
  ['role', 'Role'],
  ['connection', 'Connection'],
  ['readiness', 'Readiness'],
  ['internalNotes', 'Internal notes'],
  ['savedAt', 'Last change'],
]

const filters = Object.entries(filterLabels).map(([value, label]) => ({ value: value as Filter, label }))

export default function Overview() {
  const { go } = useNavigation()
  const connections = useConnections().data ?? []
  const relationships = useRelationships().data ?? []
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [order, setOrder] = useState<Order>({ column: 'contractName', descending: false })
  const [compared, setCompared] = useState<RelationshipSummary | null>(null)
  const connectionOf = (connectionId: string) => connections.find(({ id }) => id === connectionId)
  const rows = arrange(relationships, { text, filter, order }, (id) => connectionOf(id)?.name ?? '')
  const head = (
    <header className={classes.head}>
      <h1>Overview</h1>
      <span className={classes.line}>
        <Button variant="default" onClick={() => go({ name: 'whereUsed', connectionId: null, record: null })}>
          Where used
        </Button>
        <Button variant="default" onClick={() => go({ name: 'connection', id: null })}>
          Connect to ConnectWise
        </Button>
      </span>
    </header>
  )
  if (relationships.length === 0)
    return (
      <Pane head={head}>
        <Message
          icon={<IconLayoutRows size={26} />}
          title="No relationship yet"
          actions={
            <Button onClick={() => go({ name: 'newRelationship', connectionId: null })}>
              Set up a relationship
            </Button>
          }
        >
          A relationship pairs your ConnectWise with one partner organisation.
        </Message>
      </Pane>
    )
  return (
    <Pane head={head}>
      <div className={classes.tools}>
        <TextInput
          aria-label="Search relationships"
          placeholder="Search by contract or partner"
          leftSection={<IconSearch size={15} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          w={280}
        />
        <SegmentedControl aria-label="Show" data={filters} value={filter} onChange={setFilter} />
      </div>
      <div className={classes.scroll}>
        <Table verticalSpacing={6} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {columns.map(([column, title]) => (
                <SortableHead key={column} column={column} title={title} order={order} onOrder={setOrder} />
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((each) => (
              <OverviewRow
                key={each.id}
                relationship={each}
                connection={connectionOf(each.connectionId)}
                comparable={relationships.length > 1}
                onCompare={() => setCompared(each)}
              />
            ))}
          </Table.Tbody>
        </Table>
        {rows.length === 0 && <p className={classes.none}>No relationship matches.</p>}
      </div>
      {compared && (
        <CompareDialog first={compared} relationships={relationships} onClose={() => setCompared(null)} />
      )}
    </Pane>
  )
}

type SortableHeadProps = { column: Column; title: string; order: Order; onOrder: (order: Order) => void }

function SortableHead({ column, title, order, onOrder }: SortableHeadProps) {
  const active = order.column === column
  const Icon = order.descending ? IconChevronDown : IconChevronUp
  return (
    <Table.Th aria-sort={active ? (order.descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => onOrder({ column, descending: active && !order.descending })}
      >
        {title}
        {active && <Icon size={13} aria-hidden />}
      </button>
    </Table.Th>
  )
}

type OverviewRowProps = {
  relationship: RelationshipSummary
  connection: ConnectionView | undefined
  comparable: boolean
  onCompare: () => void
}

function OverviewRow({ relationship, connection, comparable, onCompare }: OverviewRowProps) {
  const { go } = useNavigation()
  const { duplicate, remove } = useRelationshipActions(relationship.id, relationship.contractName)
  const { kind, word } = readinessOf(relationship.readiness)
  const { stale } = relationship.readiness
  return (
    <Table.Tr>
      <Table.Td>
        <LinkButton plain onClick={() => go({ name: 'relationship', id: relationship.id })}>
          <bdi>{relationship.contractName}</bdi>
        </LinkButton>
        <small className={classes.partner}>
          <bdi>{relationship.partner}</bdi>
        </small>
      </Table.Td>
      <Table.Td>{relationship.role === 'target' ? 'Target' : 'Source'}</Table.Td>
      <Table.Td>
        <span className={classes.line}>
          <bdi>{connection?.name ?? 'No connection'}</bdi>
          {connection && (
            <Chip tone={connection.environment}>{environmentLabels[connection.environment]}</Chip>
          )}
          {connection?.key === 'needed' && !connection.demo && <Chip tone="warn">Keys needed</Chip>}
        </span>
      </Table.Td>
      <Table.Td>
        <span className={classes.line}>
          <SeverityIcon kind={kind} />
          {word}
        </span>
        {stale > 0 && <small className={classes.partner}>{staleWords(stale)}</small>}
      </Table.Td>
      <Table.Td>{relationship.internalNotes ? <Chip tone="warn">on</Chip> : 'off'}</Table.Td>
      <Table.Td title={fullTime(relationship.savedAt)} className="tabular">
        {shortTime(relationship.savedAt)}
      </Table.Td>
      <Table.Td>
        <Menu position="bottom-end" portalProps={{ target: 'main' }} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`More about ${relationship.contractName}`}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {comparable && (
              <Menu.Item leftSection={<IconArrowsDiff size={16} />} onClick={onCompare}>
                Compare
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconCopyPlus size={16} />} onClick={duplicate}>
              Duplicate as a template
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} />} color="red" onClick={() => remove()}>
              Delete relationship
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  )
}
