// The tickets of the sample as a virtual list: grouped by verdict, group headings stay on top, arrow keys move the choice.
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef } from 'react'
import { type Arrangement, step, ticketOf } from './arrange.ts'
import type { Entry } from './entries.ts'
import classes from './List.module.css'
import { outcomeAt, type Outcomes } from './outcomes.ts'
import { GroupRow, TicketRow } from './TicketRow.tsx'

type TicketListProps = {
  arrangement: Arrangement
  entries: readonly Entry[]
  outcomes: Outcomes
  /** What the comparison says per ticket key; null while nothing is compared. */
  changes: ReadonlyMap<string, string> | null
  /** Position in the sample of the chosen ticket. */
  selected: number | null
  onSelect: (index: number) => void
  /** The ticket is to be looked at in full. */
  onOpen: (index: number) => void
}

const rowHeight = 57
const headingHeight = 28
const pageStep = 10

/** Keys of the lines: their numbers. A new function tells the virtual list that heights have moved. */
const keysOf = (_shape: string) => (line: number) => line

/** The headings that stick: the last one at or above the first visible line, on top of whatever is visible. */
function useStickyHeadings({ headings }: Arrangement) {
  const active = useRef(-1)
  const lines = useMemo(() => headings.map(({ line }) => line).filter((line) => line >= 0), [headings])
  const rangeExtractor = useCallback(
    (range: Range) => {
      active.current = lines.findLast((line) => line <= range.startIndex) ?? -1
      const visible = defaultRangeExtractor(range)
      return active.current < 0 || visible.includes(active.current) ? visible : [active.current, ...visible]
    },
    [lines],
  )
  return { active, rangeExtractor }
}

export function TicketList(props: TicketListProps) {
  const { arrangement, entries, outcomes, changes, selected, onSelect, onOpen } = props
  const { lines, headings } = arrangement
  const scroller = useRef<HTMLDivElement>(null)
  const base = useId()
  const { active, rangeExtractor } = useStickyHeadings(arrangement)
  // Lines are measured anew, which takes time in a long list, only when a heading (a lower line) stands elsewhere.
  const shape = headings.map(({ line }) => line).join()
  const getItemKey = useMemo(() => keysOf(shape), [shape])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => (ticketOf(lines[line]) === null ? headingHeight : rowHeight),
    getItemKey,
    rangeExtractor,
    overscan: 8,
    scrollPaddingStart: headingHeight,
    initialRect: { width: 400, height: 600 },
  })
  const current = selected === null ? -1 : lines.indexOf(selected)
  // Opening the wide layout changes the list's height, and the chosen ticket has to stay in sight.
  const height = virtual.scrollRect?.height ?? 0
  useEffect(() => {
    if (current >= 0 && height > 0) virtual.scrollToIndex(current, { align: 'auto' })
  }, [current, height, virtual])

  const choose = (line: number) => {
    const ticket = ticketOf(lines[line])
    if (ticket !== null) onSelect(ticket)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: pageStep, PageUp: -pageStep }[event.key]
    if (by !== undefined) choose(step(arrangement, current, current < 0 ? 1 : by))
    else if (event.key === 'Home') choose(step(arrangement, -1, 1))
    else if (event.key === 'End') choose(step(arrangement, lines.length, -1))
    else if (event.key === 'Enter' && selected !== null) onOpen(selected)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label="Tickets of the sample"
      aria-rowcount={lines.length}
      aria-activedescendant={current >= 0 ? `${base}-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index: line, start, key }) => {
          const ticket = ticketOf(lines[line])
          const position = { id: `${base}-${line}`, 'aria-rowindex': line + 1 }
          if (ticket === null) {
            const heading = headings.find((each) => each.line === line)
            return (
              heading && (
                <GroupRow
                  key={key}
                  position={position}
                  heading={heading}
                  start={start}
                  sticky={line === active.current}
                />
              )
            )
          }
          const entry = entries[ticket]
          const outcome = outcomeAt(outcomes, ticket)
          return (
            entry &&
            outcome && (
              <TicketRow
                key={key}
                position={position}
                entry={entry}
                outcome={outcome}
                change={changes?.get(entry.key) ?? null}
                start={start}
                selected={ticket === selected}
                onClick={() => onOpen(ticket)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
