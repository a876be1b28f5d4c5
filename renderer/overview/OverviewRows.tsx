// What the overview's question finds. It is asked a moment after it was typed, and until then nothing of it is drawn again.
import { memo } from 'react'
import { useConnections, useRelationships } from '../state/queries.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import type { WriteOutcome } from '../ui/screen/WrittenNotice.tsx'
import { formatCount } from '../../shared/text/counts.ts'
import {
  arrangeOverview,
  firstQuery,
  overviewLines,
  type OverviewQuery,
  questionOf,
} from './arrangeOverview.ts'
import classes from './Overview.module.css'
import { OverviewTable } from './OverviewTable.tsx'

type OverviewRowsProps = {
  query: OverviewQuery
  onQuery: (change: (before: OverviewQuery) => OverviewQuery) => void
  onWritten: (outcome: WriteOutcome) => void
}

export const OverviewRows = memo(function OverviewRows({ query, onQuery, onWritten }: OverviewRowsProps) {
  const connections = useConnections().data ?? []
  const relationships = useRelationships().data ?? []
  const byId = new Map(connections.map((each) => [each.id, each]))
  const connectionOf = (id: string) => byId.get(id)
  const rows = arrangeOverview(relationships, query, connectionOf)
  const showAll = () => {
    const { text, state, internal, environment, role } = firstQuery
    onQuery((before) => ({ ...before, text, state, internal, environment, role }))
  }
  if (rows.length === 0)
    return (
      <p className={classes.none}>
        No relationship matches.{' '}
        <LinkButton onClick={showAll}>Show all {formatCount(relationships.length)}</LinkButton>
      </p>
    )
  return (
    <OverviewTable
      lines={overviewLines(rows, query, connectionOf)}
      question={questionOf(query)}
      query={query}
      onQuery={onQuery}
      onWritten={onWritten}
    />
  )
})
