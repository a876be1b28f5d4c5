// A table of which only the rows in sight are drawn, so that a thousand relationships scroll as ten do.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { usePrinting } from '../state/breakpoint.ts'
import { windowState } from '../state/windowState.ts'
import { observeScroller } from './behaviour/laidOut.ts'
import { isMarkingText, moveThroughRows, returnToRow, rowControlOf } from './behaviour/rowHabits.ts'
import classes from './VirtualTable.module.css'

/** As in the style sheet, with its line. */
const headHeight = 35

export type VirtualRow = {
  key: string
  /** In pixels. */
  height: number
  dimmed?: boolean
  /** One cell over the whole width: the heading of a group. */
  heading?: boolean
  /** What letters typed in the table find it by. */
  name?: string
}

/** How far each answer was scrolled: who opens a row and comes back goes on from there. */
const scrolled = windowState(0)
/** And which row's control had the focus last. */
const stoodOn = windowState<{ key: string; column: number } | null>(null)

type VirtualTableProps = {
  label: string
  /** What its rows answer: another question is answered from its beginning. */
  question?: string
  rows: readonly VirtualRow[]
  /** As in `grid-template-columns`. */
  columns: string
  /** The cells of the head, each a `columnheader`. */
  head: readonly ReactNode[]
  /** The cells of a row; one of a heading. */
  draw: (index: number) => readonly ReactNode[]
  /** A row is clicked beside its buttons. */
  onOpen?: (index: number) => void
  /** The context menu of a row is asked for, by mouse or keyboard. */
  onMenu?: (index: number, event: MouseEvent) => void
  /** A key is pressed on a row. */
  onKey?: (index: number, event: KeyboardEvent) => void
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, label') !== null

export function VirtualTable(props: VirtualTableProps) {
  const { label, question = '', rows, columns, head, draw, onOpen, onMenu, onKey } = props
  const place = scrolled(`${label} ${question}`)
  const stood = stoodOn(`${label} ${question}`)
  const scroller = useRef<HTMLDivElement>(null)
  const printing = usePrinting()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rows[index]?.height ?? 42,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: printing ? rows.length : 4,
    observeElementRect: observeScroller,
    // The head lies over the first rows.
    scrollPaddingEnd: headHeight,
    initialOffset: place.get,
    onChange: ({ scrollOffset }, isScrolling) => {
      if (isScrolling) place.set(scrollOffset ?? 0)
    },
  })
  const showAnswer = useEffectEvent(() => virtual.scrollToOffset(place.get()))
  useEffect(() => showAnswer(), [question])
  const comeBack = useEffectEvent(() => {
    const { key, column } = stood.get() ?? {}
    const index = rows.findIndex((row) => row.key === key)
    if (index >= 0 && column !== undefined) returnToRow(scroller.current, { index, column })
  })
  const isDrawn = virtual.getVirtualItems().length > 0
  useEffect(() => {
    if (isDrawn) comeBack()
  }, [isDrawn])
  return (
    <div
      ref={scroller}
      className={classes.table}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      onKeyDown={moveThroughRows(virtual, (index) => rows[index]?.name ?? '')}
      onFocus={({ target }) => {
        const control = rowControlOf(target)
        const row = control && rows[control.index]
        if (row) stood.set({ key: row.key, column: control.column })
      }}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row} style={{ gridTemplateColumns: columns }}>
          {head}
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ key, index, start, size }) => {
          const heading = rows[index]?.heading === true
          return (
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              className={classes.row}
              data-dimmed={rows[index]?.dimmed || undefined}
              data-heading={heading || undefined}
              data-opens={(onOpen && !heading) || undefined}
              style={{ gridTemplateColumns: heading ? '1fr' : columns, top: start, height: size }}
              onClick={(event) => {
                if (onOpen && !heading && !isControl(event.target) && !isMarkingText(event)) onOpen(index)
              }}
              onContextMenu={(event) => {
                if (onMenu && !heading) onMenu(index, event)
              }}
              onKeyDown={(event) => {
                if (onKey && !heading) onKey(index, event)
              }}
            >
              {draw(index).map((cell, column) => (
                <span key={columnKey(column)} role="cell">
                  {cell}
                </span>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Columns never change their place. */
const columnKey = (column: number): string => `column ${column}`

/** A plain title over a column. */
export const columnHead = (title: string): ReactNode => (
  <span key={title} role="columnheader">
    {title}
  </span>
)
