// One relationship of a file: new, different field by field, or already here, and the connection it would use.
import { Checkbox, SegmentedControl, Table } from '@mantine/core'
import { IconCheck, IconPlus, IconReplace } from '@tabler/icons-react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import type { ImportEntry } from '../../shared/ipc/fileCalls.ts'
import { environmentLabels } from '../ui/environment.ts'
import { Chip } from '../ui/Chip.tsx'
import { labelOf, partsOf } from './importedChanges.ts'
import classes from './Files.module.css'
import { MatchTable } from './MatchTable.tsx'

type EntryCardProps = {
  entry: ImportEntry
  /** The stored connection it would use, null when one is created for it. */
  connection: ConnectionView | null
  chosen: boolean
  onChoose: (chosen: boolean) => void
  /** Chooses the record a reference means, or leaves it open with null. */
  onMatch: (field: string, record: number | null) => void
}

const states = {
  new: { tone: 'accent', Icon: IconPlus, word: 'New' },
  differs: { tone: 'warn', Icon: IconReplace, word: 'Differs' },
  same: { tone: 'ok', Icon: IconCheck, word: 'Already here' },
} as const

export function EntryCard({ entry, connection, chosen, onChoose, onMatch }: EntryCardProps) {
  const { relationship, state, changes } = entry
  const { tone, Icon, word } = states[state]
  return (
    <li className={classes.entry}>
      <div className={classes.entryHead}>
        <Checkbox
          size="xs"
          label={<bdi>{relationship.contractName}</bdi>}
          classNames={{ label: classes.contract ?? '' }}
          checked={chosen}
          disabled={state === 'same'}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
          {word}
        </Chip>
        <span className={classes.facts}>
          {relationship.role === 'target' ? 'Target' : 'Source'} · <bdi>{relationship.partner}</bdi>
        </span>
        {state === 'differs' && (
          <SegmentedControl
            size="xs"
            aria-label={`Which ${relationship.contractName} to keep`}
            value={chosen ? 'file' : 'stored'}
            onChange={(value) => onChoose(value === 'file')}
            data={[
              { value: 'stored', label: 'Keep what is here' },
              { value: 'file', label: 'Take the file' },
            ]}
          />
        )}
        <Uses entry={entry} connection={connection} />
      </div>
      {state === 'differs' && (
        <div className={classes.scroll}>
          <Table verticalSpacing={4} horizontalSpacing={12} className={classes.changes}>
            <Table.Thead>
              <Table.Tr>
                {['Setting', 'Here', 'In the file'].map((title) => (
                  <Table.Th key={title}>{title}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.map(({ field, before, after }) => (
                <Table.Tr key={field}>
                  <Table.Td>{labelOf(field)}</Table.Td>
                  <Table.Td>
                    <Words field={field} value={before} />
                  </Table.Td>
                  <Table.Td>
                    <Words field={field} value={after} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {chosen && (
        <MatchTable
          matches={entry.matches}
          listsAsOf={entry.listsAsOf}
          target={{
            connectionId: connection?.id ?? '',
            overrideOf: relationship.apiOverride ? relationship.id : null,
          }}
          name={connection?.name ?? relationship.connection.name}
          onChoose={onMatch}
        />
      )}
    </li>
  )
}

/** Names first, the id after them in grey: it decides. */
function Words({ field, value }: { field: string; value: unknown }) {
  return partsOf(field, value).map(({ text, id }, index) => (
    <span key={`${text} ${id}`}>
      {index > 0 && ', '}
      <bdi className={classes.value}>{text}</bdi>
      {id !== null && <small className={classes.id}> {id}</small>}
    </span>
  ))
}

function Uses({ entry, connection }: Pick<EntryCardProps, 'entry' | 'connection'>) {
  if (connection)
    return (
      <span className={classes.uses}>
        Uses <bdi>{connection.name}</bdi>{' '}
        <Chip tone={connection.environment}>{environmentLabels[connection.environment]}</Chip>
      </span>
    )
  const { name, environment } = entry.relationship.connection
  return (
    <span className={classes.uses}>
      Creates the connection <bdi>{name}</bdi> without keys{' '}
      <Chip tone={environment}>{environmentLabels[environment]}</Chip>
    </span>
  )
}
