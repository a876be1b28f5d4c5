// The table of the overview: groups that fold, rows that open, a menu on every row.
import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconChevronUp, IconDots } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { useNavigation } from '../state/navigation.tsx'
import { useRename } from '../ui/keyboard/renaming.ts'
import { Chip } from '../ui/Chip.tsx'
import { useWidth } from '../ui/behaviour/laidOut.ts'
import type { WriteOutcome } from '../ui/screen/WrittenNotice.tsx'
import { answerRowKey, type MenuPlace, menuPlaceOf } from '../ui/screen/menuPlace.ts'
import { relativeTime } from '../ui/words/time.ts'
import { VirtualTable } from '../ui/VirtualTable.tsx'
import {
  type OverviewSort,
  groupWords,
  isByFit,
  type OverviewLine,
  type OverviewQuery,
} from './arrangeOverview.ts'
import classes from './Overview.module.css'
import { columnsFor, type OverviewColumn } from './overviewColumns.tsx'
import RowMenu from './RowMenu.tsx'
import { environmentLabels } from '../../shared/connection/environments.ts'

type OverviewTableProps = {
  lines: readonly OverviewLine[]
  /** What the lines answer. */
  question: string
  query: OverviewQuery
  onQuery: (change: (before: OverviewQuery) => OverviewQuery) => void
  onWritten: (outcome: WriteOutcome) => void
}

const keyOf = (line: OverviewLine): string =>
  line.kind === 'group' ? `group ${line.group.connectionId}` : line.row.id

export function OverviewTable({ lines, question, query, onQuery, onWritten }: OverviewTableProps) {
  const { go } = useNavigation()
  const rename = useRename()
  const [ref, width] = useWidth<HTMLDivElement>()
  const [menu, setMenu] = useState<(MenuPlace & { row: RelationshipSummary }) | null>(null)
  const columns = columnsFor(width || 1000)
  const open = (row: RelationshipSummary) => go({ name: 'relationship', id: row.id })
  const rowAt = (index: number): RelationshipSummary | null => {
    const line = lines[index]
    return line?.kind === 'row' ? line.row : null
  }
  const showMenu = (index: number, place: MenuPlace | null) => {
    const row = rowAt(index)
    if (row && place) setMenu({ row, ...place })
  }
  const fold = (id: string, folded: boolean) =>
    onQuery((before) => ({
      ...before,
      folded: folded ? [...before.folded, id] : before.folded.filter((each) => each !== id),
    }))
  return (
    <div ref={ref} className={classes.tableBox}>
      <VirtualTable
        label="Relationships"
        question={question}
        rows={lines.map((line) => ({
          key: keyOf(line),
          height: 34,
          heading: line.kind === 'group',
          name: line.kind === 'group' ? '' : line.row.contractName,
        }))}
        columns={[...columns.map(({ width: track }) => track), '28px'].join(' ')}
        head={[
          ...columns.map((column) =>
            headOf(column, query, (sort) => onQuery((before) => orderBy(before, sort))),
          ),
          <span key="menu" role="columnheader">
            <VisuallyHidden>Menu</VisuallyHidden>
          </span>,
        ]}
        draw={(index) => cellsOf(lines[index], columns, { open, fold, showMenu: setMenu })}
        onOpen={(index) => {
          const row = rowAt(index)
          if (row) open(row)
        }}
        onMenu={(index, event) => showMenu(index, menuPlaceOf(event))}
        onKey={(index, event) =>
          answerRowKey(event, {
            show: (place) => showMenu(index, place),
            rename: () => {
              const row = rowAt(index)
              if (row) rename(row.id)
            },
          })
        }
      />
      {menu && (
        <RowMenu relationship={menu.row} place={menu} onClose={() => setMenu(null)} onWritten={onWritten} />
      )}
    </div>
  )
}

const orderBy = (query: OverviewQuery, column: OverviewSort): OverviewQuery => ({
  ...query,
  column,
  descending: query.column === column && !query.descending,
})

function headOf(
  column: OverviewColumn,
  query: OverviewQuery,
  onSort: (column: OverviewSort) => void,
): ReactNode {
  const { key, title, sort } = column
  if (sort === null)
    return (
      <span key={key} role="columnheader">
        {title}
      </span>
    )
  const active = query.column === sort && !isByFit(query)
  const Icon = query.descending ? IconChevronDown : IconChevronUp
  return (
    <span
      key={key}
      role="columnheader"
      aria-sort={active ? (query.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className={classes.sort} onClick={() => onSort(sort)}>
        {title}
        {active && <Icon size={13} aria-hidden />}
      </button>
    </span>
  )
}

type Does = {
  open: (row: RelationshipSummary) => void
  fold: (id: string, folded: boolean) => void
  showMenu: (menu: MenuPlace & { row: RelationshipSummary }) => void
}

function cellsOf(
  line: OverviewLine | undefined,
  columns: readonly OverviewColumn[],
  { open, fold, showMenu }: Does,
): ReactNode[] {
  if (!line) return []
  if (line.kind === 'group') {
    const { group, folded } = line
    const { connection, connectionId, rows } = group
    const Icon = folded ? IconChevronRight : IconChevronDown
    return [
      <span key="group" className={classes.group}>
        <button
          type="button"
          className={classes.sort}
          aria-expanded={!folded}
          onClick={() => fold(connectionId, !folded)}
        >
          <Icon size={14} aria-hidden />
          <bdi>{connection?.name ?? 'No connection'}</bdi>
        </button>
        {connection && <Chip tone={connection.environment}>{environmentLabels[connection.environment]}</Chip>}
        {connection?.key === 'needed' && !connection.demo && <Chip tone="warn">Keys needed</Chip>}
        <span className={classes.grey}>{groupWords(rows)}</span>
        {connection?.fetchedAt && (
          <span className={classes.age}>Lists as of {relativeTime(connection.fetchedAt)}</span>
        )}
      </span>,
    ]
  }
  const { row } = line
  return [
    ...columns.map(({ cell }) => cell(row, () => open(row))),
    <ActionIcon
      key="menu"
      variant="subtle"
      color="gray"
      size={24}
      aria-label={`More about ${row.contractName}`}
      aria-haspopup="menu"
      onClick={(event) => {
        const { right, bottom } = event.currentTarget.getBoundingClientRect()
        showMenu({ row, x: right, y: bottom })
      }}
    >
      <IconDots size={16} />
    </ActionIcon>,
  ]
}
