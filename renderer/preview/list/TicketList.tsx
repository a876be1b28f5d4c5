// The tickets of the sample as a virtual list: grouped by verdict, group headings stay on top, arrow keys move the choice.
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react'
import { type Arrangement, lineByKey, ticketOf } from './arrangeTickets.ts'
import { useContextMenu } from '../../ui/screen/ContextMenu.tsx'
import type { Entry } from '../judging/entries.ts'
import { drawnSections, type Lines, scrollFor, topOf } from './lines.ts'
import classes from './List.module.css'
import { outcomeAt, type Outcomes } from '../judging/outcomes.ts'
import { ticketMenu } from './ticketMenu.tsx'
import { GroupRow, TicketRow } from './TicketRow.tsx'
import { useScrolled } from './useScrolled.ts'

type TicketListProps = {
  arrangement: Arrangement
  entries: readonly Entry[]
  outcomes: Outcomes
  /** What the comparison says per ticket key; null while nothing is compared. */
  changes: ReadonlyMap<string, string> | null
  /** What the made-up tickets are for, by key. */
  purposes: ReadonlyMap<string, string>
  /** Position in the sample of the chosen ticket. */
  selected: number | null
  onSelect: (index: number) => void
  /** The ticket is to be looked at in full; by key, the focus goes along. */
  onOpen: (index: number, byKey: boolean) => void
  /** Only tickets with this reason or warning are wanted. */
  onCode: (code: string) => void
}

export function TicketList(props: TicketListProps) {
  const { arrangement, entries, outcomes, changes, purposes, selected, onSelect, onOpen, onCode } = props
  const { show, menu } = useContextMenu()
  const { lines, headings } = arrangement
  const scroller = useRef<HTMLDivElement>(null)
  const base = useId()
  const shape = useMemo<Lines>(
    () => ({ count: lines.length, headings: headings.map(({ line }) => line).filter((line) => line >= 0) }),
    [lines, headings],
  )
  const { top, height, seen } = useScrolled(scroller)
  const sections = drawnSections(shape, top, height)
  const current = selected === null ? -1 : lines.indexOf(selected)
  // Opening the wide layout, or a strip above, changes the list's height, and the chosen ticket has to stay in sight.
  useEffect(() => {
    const list = scroller.current
    if (!list || current < 0 || seen === 0) return
    const wanted = scrollFor(shape, current, list.scrollTop, seen)
    if (wanted !== list.scrollTop) list.scrollTop = wanted
  }, [current, seen, shape])

  const choose = (line: number) => {
    const ticket = ticketOf(lines[line])
    if (ticket !== null) onSelect(ticket)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lineByKey(arrangement, current, event.key)
    if (line !== null) choose(line)
    else if (event.key === 'Enter' && selected !== null) onOpen(selected, true)
    else return
    event.preventDefault()
  }

  const menuOf = (ticket: number) => {
    const entry = entries[ticket]
    const outcome = outcomeAt(outcomes, ticket)
    return entry && outcome ? ticketMenu(entry, outcome, () => onOpen(ticket, true), onCode) : []
  }
  const positionOf = (line: number) => ({ id: `${base}-${line}`, 'aria-rowindex': line + 1 })
  const row = (line: number, start: number) => {
    const ticket = ticketOf(lines[line])
    const entry = ticket === null ? undefined : entries[ticket]
    const outcome = ticket === null ? undefined : outcomeAt(outcomes, ticket)
    if (ticket === null || !entry || !outcome) return null
    return (
      <TicketRow
        key={line}
        position={positionOf(line)}
        entry={entry}
        outcome={outcome}
        change={changes?.get(entry.key) ?? null}
        purpose={purposes.get(entry.key)}
        start={start}
        selected={ticket === selected}
        onClick={() => onOpen(ticket, false)}
        onMenu={(event) => {
          // The key is pressed in the list itself, the mouse on a row.
          event.stopPropagation()
          onSelect(ticket)
          show(event, menuOf(ticket))
        }}
      />
    )
  }

  return (
    <>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        aria-label="Tickets of the sample"
        aria-rowcount={lines.length}
        aria-activedescendant={
          sections.some(({ rows }) => rows.includes(current)) ? positionOf(current).id : undefined
        }
        tabIndex={0}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          if (selected === null) return
          show(event, menuOf(selected), document.getElementById(positionOf(current).id))
        }}
      >
        <div role="presentation" style={{ height: topOf(shape, shape.count), position: 'relative' }}>
          {sections.map(({ heading, end, rows }) => {
            const group = headings.find(({ line }) => line === heading)
            const top = topOf(shape, heading)
            return (
              group && (
                <div
                  key={heading}
                  role="rowgroup"
                  className={classes.group}
                  style={{ top, height: topOf(shape, end) - top }}
                >
                  <GroupRow position={positionOf(heading)} heading={group} />
                  {rows.map((line) => row(line, topOf(shape, line) - top))}
                </div>
              )
            )
          })}
        </div>
      </div>
      {menu}
    </>
  )
}
