// The chosen ticket in full beside or above the list, or why there is none.
import { IconListSearch } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Comparison } from '../../../shared/preview/compare.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { Message } from '../../ui/Message.tsx'
import { type Arrangement, ticketOf } from '../list/arrangeTickets.ts'
import { newParts } from '../judging/comparison.ts'
import type { Names } from './requests/recordNames.ts'
import classes from '../Preview.module.css'
import { type DetailTab, TicketDetail } from './TicketDetail.tsx'
import { useDetail, type JudgedView } from '../judging/useJudged.ts'
import { useRowBefore } from '../judging/useRowBefore.ts'
import { type ChangeInForm, compareRows } from './ticketChange.ts'

const noParts: ReadonlySet<number> = new Set()

type SelectedTicketProps = {
  view: JudgedView | null
  updating: boolean
  /** Position in the sample. */
  index: number | null
  arrangement: Arrangement | null
  /** The draft against what is saved, null while nothing is compared. */
  comparison: Comparison | null
  changes: ReadonlyMap<string, string> | null
  /** The last change of the form; what it did to this ticket is shown until the next one. */
  lastChange: ChangeInForm | null
  /** Goes back to the list; null where the list stays beside the ticket. */
  onBack: (() => void) | null
  onStep: (by: 1 | -1) => void
  tab: DetailTab
  onTab: (tab: DetailTab) => void
  names: Names
  relationship: Relationship
}

/** The ticket's place among the listed ones, counted from 1; 0 when it is not listed. */
function placeOf(index: number, { lines, shown }: Arrangement): { at: number; of: number } {
  const line = lines.indexOf(index)
  let at = 0
  for (let each = 0; each <= line; each += 1) if (ticketOf(lines[each]) !== null) at += 1
  return { at, of: shown }
}

export function SelectedTicket(props: SelectedTicketProps) {
  const { view, updating, index, arrangement, comparison, changes, lastChange, ...rest } = props
  const { detail, pending } = useDetail(view, index)
  const before = useRowBefore(view, index, lastChange?.before ?? null)
  const change = useMemo(
    () => (before && detail && before.key === detail.row.key ? compareRows(before, detail.row) : null),
    [before, detail],
  )
  const entry = view && index !== null ? view.sample.entries[index] : undefined
  if (!view || !entry || !detail || index === null || !arrangement)
    return (
      <div className={classes.noDetail}>
        {!pending && (
          <Message icon={<IconListSearch size={26} />} title="No ticket chosen">
            Choose a ticket in the list to see what would become of it.
          </Message>
        )}
      </div>
    )
  return (
    <TicketDetail
      {...rest}
      detail={detail}
      title={entry.title}
      purpose={view.sample.purposes.get(entry.key)}
      change={changes?.get(entry.key) ?? null}
      lastChange={lastChange && change && { ...change, ...lastChange }}
      fresh={comparison ? newParts(comparison, entry.key) : noParts}
      stale={updating || pending}
      place={placeOf(index, arrangement)}
    />
  )
}
