// The tickets of the sample as a virtual list: grouped by verdict, group headings stay on top, arrow keys move the choice.
import { IconCopy, IconEye, IconFilter } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react'
import { type Arrangement, stepLine, ticketOf } from './arrangeTickets.ts'
import { sayCopied } from '../../ui/behaviour/copyText.ts'
import { type MenuEntry, useContextMenu } from '../../ui/screen/ContextMenu.tsx'
import { codeWords } from './codeWords.ts'
import type { Entry } from '../judging/entries.ts'
import { drawnSections, type Lines, scrollFor, topOf } from './lines.ts'
import classes from './List.module.css'
import { outcomeAt, type Outcomes } from '../judging/outcomes.ts'
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

const pageStep = 10

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
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: pageStep, PageUp: -pageStep }[event.key]
    if (by !== undefined) choose(stepLine(arrangement, current, current < 0 ? 1 : by))
    else if (event.key === 'Home') choose(stepLine(arrangement, -1, 1))
    else if (event.key === 'End') choose(stepLine(arrangement, lines.length, -1))
    else if (event.key === 'Enter' && selected !== null) onOpen(selected, true)
    else return
    event.preventDefault()
  }

  const entriesOf = (ticket: number): MenuEntry[] => {
    const { key = '', title = '' } = entries[ticket] ?? {}
    const outcome = outcomeAt(outcomes, ticket)
    const codes = outcome ? [...outcome.reasons, ...outcome.warnings] : []
    return [
      { label: 'Show in full', icon: <IconEye size={16} />, run: () => onOpen(ticket, true) },
      { label: 'Copy its key', icon: <IconCopy size={16} />, run: () => sayCopied('The key', key) },
      { label: 'Copy its title', icon: <IconCopy size={16} />, run: () => sayCopied('The title', title) },
      ...codes.slice(0, 3).map((code) => ({
        label: `Only: ${codeWords(code).short}`,
        icon: <IconFilter size={16} />,
        run: () => onCode(code),
      })),
    ]
  }
  const positionOf = (line: number) => ({ id: `${base}-${line}`, 'aria-rowindex': line + 1 })
  const row = (line: number, start: number) => {
    const ticket = ticketOf(lines[line])
    if (ticket === null) return null
    const entry = entries[ticket]
    const outcome = outcomeAt(outcomes, ticket)
    return (
      entry &&
      outcome && (
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
            show(event, entriesOf(ticket))
          }}
        />
      )
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
          show(event, entriesOf(selected), document.getElementById(positionOf(current).id))
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
