// The two kinds of lines in the ticket list: a group's heading and a ticket.
import type { MouseEvent } from 'react'
import { rowText } from './codeWords.ts'
import type { Entry } from '../judging/entries.ts'
import { type Group } from '../judging/groups.ts'
import look from '../../ui/screen/GroupHeading.module.css'
import classes from './List.module.css'
import type { TicketOutcome } from '../judging/outcomes.ts'
import { GroupIcon, VerdictMark } from './Verdict.tsx'
import { isMarkingText } from '../../ui/behaviour/rowHabits.ts'
import { formatCount } from '../../../shared/text/counts.ts'

type Position = { id: string; 'aria-rowindex': number }

type GroupRowProps = { position: Position; heading: { group: Group; count: number } }

export function GroupRow({ position, heading }: GroupRowProps) {
  return (
    <div {...position} role="row" className={look.heading}>
      <span role="rowheader" className={look.words}>
        <GroupIcon group={heading.group.id} />
        {heading.group.label} <span className={look.count}>{formatCount(heading.count)}</span>
      </span>
    </div>
  )
}

type TicketRowProps = {
  position: Position
  entry: Entry
  outcome: TicketOutcome
  change: string | null
  /** What a made-up ticket is for; said where nothing else is, and the ticket itself says it too. */
  purpose: string | undefined
  /** Distance from the top of its group in pixels. */
  start: number
  selected: boolean
  onClick: () => void
  onMenu: (event: MouseEvent) => void
}

export function TicketRow(props: TicketRowProps) {
  const { position, entry, outcome, change, purpose, start, selected, onClick, onMenu } = props
  return (
    <div
      {...position}
      role="row"
      aria-selected={selected}
      className={classes.row}
      data-selected={selected || undefined}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => !isMarkingText(event) && onClick()}
      onContextMenu={onMenu}
    >
      <bdi role="gridcell" className={classes.title} title={entry.title}>
        {entry.title}
      </bdi>
      <bdi role="gridcell" className={classes.key} title={entry.key}>
        {entry.key}
      </bdi>
      <span role="gridcell" className={classes.said}>
        <VerdictMark outcome={outcome} />
        <span className={classes.words}>
          {rowText(outcome) || (!change && purpose !== entry.title && purpose)}
        </span>
        {change && <span className={classes.change}>{change}</span>}
      </span>
    </div>
  )
}
