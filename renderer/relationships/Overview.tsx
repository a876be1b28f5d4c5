// All relationships in one table: role, connection, readiness, who sends internal notes, last change.
import { Button, Table, TextInput } from '@mantine/core'
import { IconLayoutRows, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { rank } from '../../shared/reference/rank.ts'
import { environmentLabels } from '../frame/environment.ts'
import { Pane } from '../frame/Pane.tsx'
import { readinessOf } from '../frame/readiness.ts'
import { useNavigation } from '../navigation.tsx'
import { useConnections, useRelationships } from '../queries.ts'
import { Chip } from '../ui/Chip.tsx'
import { Message } from '../ui/Message.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { fullTime, shortTime } from '../ui/time.ts'
import classes from './Overview.module.css'

export function Overview() {
  const { go } = useNavigation()
  const connections = useConnections().data ?? []
  const relationships = useRelationships().data ?? []
  const [text, setText] = useState('')
  const rows =
    text.trim() === ''
      ? relationships
      : rank(relationships, text, (each) => [each.contractName, each.partner])
  const head = (
    <header className={classes.head}>
      <h1>Overview</h1>
      <Button variant="default" onClick={() => go({ name: 'connection', id: null })}>
        Connect to ConnectWise
      </Button>
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
      <TextInput
        aria-label="Search relationships"
        placeholder="Search by contract or partner"
        leftSection={<IconSearch size={15} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maw={320}
        mb="md"
      />
      <div className={classes.scroll}>
        <Table verticalSpacing={6} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {['Relationship', 'Role', 'Connection', 'Readiness', 'Internal notes', 'Last change'].map(
                (title) => (
                  <Table.Th key={title}>{title}</Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((each) => {
              const connection = connections.find(({ id }) => id === each.connectionId)
              const { kind, word } = readinessOf(each.readiness)
              return (
                <Table.Tr key={each.id}>
                  <Table.Td>
                    <button
                      type="button"
                      className={classes.open}
                      onClick={() => go({ name: 'relationship', id: each.id })}
                    >
                      <bdi>{each.contractName}</bdi>
                    </button>
                    <small className={classes.partner}>
                      <bdi>{each.partner}</bdi>
                    </small>
                  </Table.Td>
                  <Table.Td>{each.role === 'target' ? 'Target' : 'Source'}</Table.Td>
                  <Table.Td>
                    <span className={classes.line}>
                      <bdi>{connection?.name}</bdi>
                      {connection && (
                        <Chip tone={connection.environment}>{environmentLabels[connection.environment]}</Chip>
                      )}
                      {connection?.key === 'needed' && !connection.demo && (
                        <Chip tone="warn">Keys needed</Chip>
                      )}
                    </span>
                  </Table.Td>
                  <Table.Td>
                    <span className={classes.line}>
                      <SeverityIcon kind={kind} />
                      {word}
                    </span>
                  </Table.Td>
                  <Table.Td>{each.internalNotes ? <Chip tone="warn">on</Chip> : 'off'}</Table.Td>
                  <Table.Td title={fullTime(each.savedAt)} className="tabular">
                    {shortTime(each.savedAt)}
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
    </Pane>
  )
}
