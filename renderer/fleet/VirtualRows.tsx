// A table of which only the rows in sight are drawn, so that a thousand relationships scroll as ten do.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import classes from './Fleet.module.css'

type VirtualRowsProps = {
  label: string
  rows: readonly { key: string; height: number; dimmed?: boolean }[]
  /** As in `grid-template-columns`. */
  columns: string
  head: readonly ReactNode[]
  /** The cells of a row. */
  draw: (index: number) => readonly ReactNode[]
}

export function VirtualRows({ label, rows, columns, head, draw }: VirtualRowsProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rows[index]?.height ?? 42,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  })
  const style = { gridTemplateColumns: columns }
  return (
    <div
      ref={scroller}
      className={classes.table}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
    >
      <div role="rowgroup" className={classes.tableHead}>
        <div role="row" aria-rowindex={1} className={classes.row} style={style}>
          {head.map((title, column) => (
            <span key={columnKey(column)} role="columnheader">
              {title}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ key, index, start, size }) => (
          <div
            key={key}
            role="row"
            aria-rowindex={index + 2}
            className={classes.row}
            data-dimmed={rows[index]?.dimmed || undefined}
            style={{ ...style, position: 'absolute', insetInline: 0, top: start, height: size }}
          >
            {draw(index).map((cell, column) => (
              <span key={columnKey(column)} role="cell">
                {cell}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Columns never change their place. */
const columnKey = (column: number): string => `column ${column}`
