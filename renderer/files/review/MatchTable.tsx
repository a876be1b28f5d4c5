// The match table of one relationship: what each reference of the file means in the connection it is imported into.
import { Table } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { RecordMatch, MatchState } from '../../../shared/files/match/matchRecords.ts'
import type { ReferenceView } from '../../../shared/ipc/areas/referenceCalls.ts'
import { useReference } from '../../state/queries.ts'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { relativeTime } from '../../ui/words/time.ts'
import { labelOf } from './importedChanges.ts'
import { isByName, isOpen } from './decisions.ts'
import classes from '../Files.module.css'
import { MatchPicker } from './MatchPicker.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { TableHead } from '../../ui/screen/TableHead.tsx'
import { Segments } from '../../ui/screen/Segments.tsx'

type MatchTableProps = {
  matches: readonly RecordMatch[]
  listsAsOf: string | null
  /** Whose records are meant. */
  target: ApiTarget
  /** What the connection it goes into is called. */
  name: string
  /** The column of what is there now. */
  from?: string
  onChoose: (field: string, record: number | null) => void
}

const states: Record<MatchState, { tone: Tone; word: string; icon?: ReactNode }> = {
  same: { tone: 'ok', word: 'Same', icon: <IconCheck size={12} aria-hidden /> },
  renamed: { tone: 'warn', word: 'Same id, other name' },
  'other-id': { tone: 'warn', word: 'Name, other id' },
  ambiguous: { tone: 'err', word: 'Several of this name' },
  missing: { tone: 'err', word: 'Missing', icon: <IconX size={12} aria-hidden /> },
  unread: { tone: 'info', word: 'Not checked' },
}

const filters = { all: () => true, names: isByName, open: isOpen }
type Filter = keyof typeof filters

export function MatchTable(props: MatchTableProps) {
  const { matches, listsAsOf, target, name, from = 'In the file', onChoose } = props
  const allSame = matches.every(({ state }) => state === 'same')
  const [shown, setShown] = useState(false)
  const [filter, setFilter] = useState<Filter>('all')
  const { data: view } = useReference(target)
  const count = (which: Filter) => matches.filter(filters[which]).length

  if (matches.length === 0) return null
  if (allSame && !shown)
    return (
      <p className={classes.matchLine}>
        {matches.length === 1 ? 'Its record has' : `All ${matches.length} records have`} the same id and name
        in <bdi>{name}</bdi>. <LinkButton onClick={() => setShown(true)}>Show the matches</LinkButton>
      </p>
    )
  return (
    <div className={classes.matches}>
      <div className={classes.matchHead}>
        <div>
          <h2>Match settings</h2>
          <p className={classes.about}>
            Ids differ between instances. Check what each setting becomes in <bdi>{name}</bdi>.{' '}
            {listsAsOf
              ? `Lists as of ${relativeTime(listsAsOf)}.`
              : 'Nothing was read from it yet, so nothing can be matched by name: Refresh it under Connections first.'}
          </p>
        </div>
        <Segments
          small
          aria-label="Which matches"
          value={filter}
          onChange={setFilter}
          data={[
            { value: 'all', label: `All ${count('all')}` },
            { value: 'names', label: `Name matches ${count('names')}` },
            { value: 'open', label: `Open ${count('open')}` },
          ]}
        />
      </div>
      <div className={classes.scroll}>
        <Table verticalSpacing={6} horizontalSpacing={12} aria-label="Match settings">
          <TableHead titles={['Setting', from, 'Match']}>
            <Table.Th>
              In <bdi>{name}</bdi>
            </Table.Th>
          </TableHead>
          <Table.Tbody>
            {matches.filter(filters[filter]).map((match) => (
              <Row
                key={match.field}
                match={match}
                target={target}
                view={view ?? null}
                onChoose={(record) => onChoose(match.field, record)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {count('open') > 0 && (
        <p className={classes.about}>
          What is left open is not chosen in <bdi>{name}</bdi>. The relationship names it until you choose
          another, or say that it stays empty.
        </p>
      )}
    </div>
  )
}

type RowProps = {
  match: RecordMatch
  target: ApiTarget
  view: ReferenceView | null
  onChoose: (record: number | null) => void
}

function Row({ match, target, view, onChoose }: RowProps) {
  const label = useId()
  const [changing, setChanging] = useState(false)
  const { tone, word, icon } = states[match.state]
  const { inFile, chosen } = match
  const picking = view !== null && (changing || chosen === null)
  return (
    <Table.Tr data-open={chosen === null || undefined} className={classes.matchRow}>
      <Table.Td id={label}>{labelOf(match.field)}</Table.Td>
      <Table.Td>
        <RecordName record={inFile} />
      </Table.Td>
      <Table.Td>
        <Chip tone={tone} icon={icon}>
          {word}
        </Chip>
      </Table.Td>
      <Table.Td>
        {picking ? (
          <MatchPicker match={match} labelledBy={label} target={target} view={view} onChoose={onChoose} />
        ) : (
          <span className={classes.matched}>
            {chosen ? <RecordName record={chosen} /> : 'not chosen yet'}
            {view && match.state !== 'same' && (
              <LinkButton aria-label={`Change ${labelOf(match.field)}`} onClick={() => setChanging(true)}>
                Change
              </LinkButton>
            )}
          </span>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

/** "New, on Help Desk 31": the name first, the id after it in grey. */
function RecordName({ record: { id, name, board } }: { record: RecordMatch['inFile'] }) {
  return (
    <span>
      <bdi className={classes.value}>{name}</bdi>
      {board && (
        <>
          , on <bdi>{board}</bdi>
        </>
      )}{' '}
      <small className={classes.id}>{id}</small>
    </span>
  )
}
