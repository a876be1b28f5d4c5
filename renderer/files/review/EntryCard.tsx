// One relationship of a file: new, different field by field, or already here, and the connection it would use.
import { Checkbox, Table } from '@mantine/core'
import { IconCheck, IconPlus, IconReplace } from '@tabler/icons-react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import type { ImportEntry, ImportMode } from '../../../shared/ipc/areas/fileCalls.ts'
import { Chip } from '../../ui/Chip.tsx'
import { isOpen } from './decisions.ts'
import { labelOf, valueParts } from './importedChanges.ts'
import classes from '../Files.module.css'
import { MatchTable } from './MatchTable.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { TableHead } from '../../ui/screen/TableHead.tsx'
import { environmentLabels } from '../../../shared/connection/environments.ts'
import { roleWords } from '../../../shared/relationship/roles.ts'
import { Segments } from '../../ui/screen/Segments.tsx'

type EntryCardProps = {
  entry: ImportEntry
  /** The stored connection it would use, null when one is created for it. */
  connection: ConnectionView | null
  chosen: boolean
  onChoose: (chosen: boolean) => void
  /** Among many, one at a time is looked into. */
  open: boolean
  onOpen: (open: boolean) => void
  onMode: (mode: ImportMode) => void
  /** Chooses the record a reference means, or leaves it open with null. */
  onMatch: (field: string, record: number | null) => void
}

export const entryStates = {
  new: { tone: 'accent', Icon: IconPlus, word: 'New' },
  differs: { tone: 'warn', Icon: IconReplace, word: 'Differs' },
  same: { tone: 'ok', Icon: IconCheck, word: 'Already here' },
} as const

export function EntryCard({ entry, connection, chosen, open, ...on }: EntryCardProps) {
  const { relationship, state, changes } = entry
  const { onChoose, onMatch, onOpen, onMode } = on
  const { tone, Icon, word } = entryStates[state]
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
          {roleWords[relationship.role]} · <bdi>{relationship.partner}</bdi>
        </span>
        {state === 'differs' && (
          <Segments
            small
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
        {(chosen || state !== 'same' || entry.matches.some(isOpen)) && (
          <LinkButton aria-expanded={open} onClick={() => onOpen(!open)}>
            {open ? 'Hide details' : 'Show details'}
          </LinkButton>
        )}
      </div>
      <Acquainted entry={entry} chosen={chosen} onMode={onMode} />
      {open && state === 'differs' && (
        <div className={classes.scroll}>
          <Table
            verticalSpacing={4}
            horizontalSpacing={12}
            className={classes.changes}
            aria-label="What the import changes"
          >
            <TableHead titles={['Setting', 'Here', 'After the import']} />
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
      {open && (chosen || (state === 'same' && entry.matches.some(isOpen))) && (
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

type AcquaintedProps = Pick<EntryCardProps, 'entry' | 'chosen' | 'onMode'>

/** What is here already and may be meant: the same relationship under another connection, or one of the same name. */
function Acquainted({ entry, chosen, onMode }: AcquaintedProps) {
  const { elsewhere, mode, namesake, relationship } = entry
  return (
    <>
      {elsewhere && chosen && (
        <div className={classes.elsewhere}>
          <span>
            It is here already, under <bdi className={classes.value}>{elsewhere.connectionName}</bdi>.
          </span>
          <Segments
            small
            aria-label={`How to import ${relationship.contractName}`}
            value={mode}
            onChange={onMode}
            data={[
              { value: 'new', label: 'As a new relationship' },
              { value: 'replace', label: 'Replace' },
            ]}
          />
          <span className={classes.about}>
            {mode === 'new'
              ? 'Both stay, linked to each other for comparison.'
              : 'The one that is here moves to the connection above, as a new revision.'}
          </span>
        </div>
      )}
      {namesake && (
        <p className={classes.about}>
          Another relationship here has this name, under <bdi>{namesake.connectionName}</bdi>.
        </p>
      )}
    </>
  )
}

/** Names first, the id after them in grey: it decides. */
function Words({ field, value }: { field: string; value: unknown }) {
  return valueParts(field, value).map(({ text, id }, index) => (
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
