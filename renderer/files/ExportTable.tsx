// What can leave as a file: every relationship with a mark, of which only those in sight are drawn.
import { Checkbox } from '@mantine/core'
import type { MouseEvent, ReactNode } from 'react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { environmentLabels } from '../../shared/connection/environments.ts'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { roleWords } from '../../shared/relationship/roles.ts'
import { useConnections } from '../state/queries.ts'
import { useRange, useSelectAllRows } from '../ui/keyboard/selectRows.ts'
import { Chip } from '../ui/Chip.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { columnHead, VirtualTable } from '../ui/VirtualTable.tsx'
import { readinessOf } from '../ui/words/readinessWords.ts'
import classes from './Files.module.css'

type ExportTableProps = {
  relationships: readonly RelationshipSummary[]
  marked: ReadonlySet<string>
  onMark: (marked: ReadonlySet<string>) => void
  onMenu: (id: string, event: MouseEvent) => void
}

export const withMarks = (
  marked: ReadonlySet<string>,
  ids: readonly string[],
  on: boolean,
): ReadonlySet<string> => new Set(on ? [...marked, ...ids] : [...marked].filter((id) => !ids.includes(id)))

type ExportCellsProps = {
  row: RelationshipSummary
  connection: ConnectionView | undefined
  isMarked: boolean
  onMark: (on: boolean, event: Event) => void
}

function exportCells({ row, connection, isMarked, onMark }: ExportCellsProps): ReactNode[] {
  const { kind, word } = readinessOf(row.readiness)
  return [
    <Checkbox
      key="name"
      size="xs"
      label={<bdi>{row.contractName}</bdi>}
      title={row.contractName}
      classNames={{ label: classes.contract ?? '' }}
      checked={isMarked}
      onChange={({ currentTarget, nativeEvent }) => onMark(currentTarget.checked, nativeEvent)}
    />,
    <span key="role">
      {roleWords[row.role]} · <bdi>{row.partner}</bdi>
    </span>,
    <span key="connection">
      <bdi>{connection?.name}</bdi>{' '}
      {connection && <Chip tone={connection.environment}>{environmentLabels[connection.environment]}</Chip>}
    </span>,
    <span key="readiness" className={classes.line}>
      <SeverityIcon kind={kind} /> {word}
    </span>,
  ]
}

export function ExportTable({ relationships, marked, onMark, onMenu }: ExportTableProps) {
  const connections = useConnections().data ?? []
  const ids = relationships.map(({ id }) => id)
  const meant = useRange(ids)
  useSelectAllRows(() => onMark(new Set(ids)))
  const count = relationships.filter(({ id }) => marked.has(id)).length
  return (
    <div className={classes.exported}>
      <VirtualTable
        label="Relationships to export"
        rows={relationships.map(({ id: key, contractName: name }) => ({ key, name, height: 34 }))}
        columns="minmax(150px, 1.6fr) minmax(110px, 1fr) minmax(170px, 1.2fr) 158px"
        head={[
          <span key="all" role="columnheader">
            <Checkbox
              size="xs"
              label="Select all"
              classNames={{ label: classes.contract ?? '' }}
              checked={count === relationships.length}
              indeterminate={count > 0 && count < relationships.length}
              onChange={(event) => onMark(new Set(event.currentTarget.checked ? ids : []))}
            />
          </span>,
          ...['Role', 'Connection', 'Readiness'].map(columnHead),
        ]}
        draw={(index) => {
          const row = relationships[index]
          return row
            ? exportCells({
                row,
                connection: connections.find(({ id }) => id === row.connectionId),
                isMarked: marked.has(row.id),
                onMark: (on, event) => onMark(withMarks(marked, meant(row.id, event), on)),
              })
            : []
        }}
        onMenu={(index, event) => {
          const row = relationships[index]
          if (row) onMenu(row.id, event)
        }}
      />
    </div>
  )
}
