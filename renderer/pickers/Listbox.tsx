// The open list of a picker: virtual rows in a popover, with what is hidden and how old the data is at its foot.
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { Key } from '../ui/Key.tsx'
import classes from './Picker.module.css'

export type ListboxRow = {
  id: number
  label: string
  meta: string
  hidden: string | null
  badge: string | null
  chosen: boolean
}

type ListboxProps = {
  id: string
  rows: readonly ListboxRow[]
  /** So many of them, the last ones, only resemble the text that was typed. */
  guesses: number
  text: string
  active: number
  multiple: boolean
  empty: string
  /** What Esc leaves chosen; empty when that is nothing, or several. */
  kept: string
  foot: ReactNode
  onChoose: (index: number) => void
  onHover: (index: number) => void
}

const rowHeight = 32
/** Above and below the rows, as in the style sheet. */
const padding = 4

/** Nine rows, fewer in a low window, and half a one that says there are more. */
const listHeight = (): number =>
  Math.min(9, Math.floor((window.innerHeight * 0.4) / rowHeight)) * rowHeight + rowHeight / 2

/** The element id of the option at `index`, for aria-activedescendant. */
export const optionId = (listId: string, index: number) => `${listId}-${index}`

export function Listbox(props: ListboxProps) {
  const { id, rows, guesses, active, multiple, empty, kept, foot, onChoose, onHover } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // As high as the list can get, whatever it is now: measuring it would render every list that grows twice.
    observeElementRect: (_list, report) => report({ width: 400, height: listHeight() }),
  })
  useEffect(() => {
    if (active < 0 || active >= rows.length) return
    const [top, seenFrom] = [active * rowHeight, virtual.scrollOffset ?? 0]
    // Scrolling reads how long the list is, for which the browser lays out the whole page: not while the row is in sight.
    const isInSight = top >= seenFrom && top + rowHeight <= seenFrom + listHeight()
    if (!isInSight) virtual.scrollToIndex(active, { align: 'auto' })
  }, [active, rows.length, virtual])

  return (
    <>
      {guesses > 0 && guesses === rows.length && (
        <p className={classes.guesses} role="status">
          No name matches “<bdi>{props.text.trim()}</bdi>”. Similar:
        </p>
      )}
      <div
        ref={scroller}
        id={id}
        role="listbox"
        aria-label="Choices"
        aria-multiselectable={multiple || undefined}
        className={classes.scroller}
        // Keeps the focus in the text box, so that typing goes on after a click.
        onMouseDown={(event) => event.preventDefault()}
        style={{ maxHeight: listHeight() + 2 * padding }}
      >
        <div
          role="presentation"
          style={{ height: virtual.getTotalSize(), position: 'relative' }}
          onClick={(event) => withIndex(event, onChoose)}
          // The list moving below a mouse at rest is not pointing at anything.
          onMouseMove={(event) => {
            if (event.movementX !== 0 || event.movementY !== 0) withIndex(event, onHover)
          }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            return (
              row && (
                <Option
                  key={row.id}
                  id={optionId(id, index)}
                  row={row}
                  index={index}
                  count={rows.length}
                  start={start}
                  active={index === active}
                  isGuess={index >= rows.length - guesses}
                />
              )
            )
          })}
        </div>
      </div>
      {rows.length === 0 && (
        <p className={classes.empty} role="status">
          {empty}
        </p>
      )}
      <div className={classes.foot} onMouseDown={(event) => event.preventDefault()}>
        {foot}
      </div>
      <p className={classes.keys} aria-hidden>
        {rows.length > 0 && (
          <span>
            <Key>↑</Key> <Key>↓</Key> move
          </span>
        )}
        {active >= 0 && (
          <span>
            <Key>Enter</Key> {multiple ? 'add or remove' : 'choose'}
          </span>
        )}
        <span>
          <Key>Esc</Key> {kept === '' ? 'close' : 'keep'} <bdi>{kept}</bdi>
        </span>
      </p>
    </>
  )
}

/** Hands on which option the mouse is at. */
function withIndex(event: MouseEvent, hand: (index: number) => void): void {
  const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
  if (option) hand(Number(option.dataset['index']))
}

type OptionProps = {
  id: string
  row: ListboxRow
  index: number
  count: number
  /** Where it begins in the list, pixels. */
  start: number
  active: boolean
  isGuess: boolean
}

/** Drawn anew only when it shows something else: a key press draws the box before its answer draws the list. */
const Option = memo(function Option({ id, row, index, count, start, active, isGuess }: OptionProps) {
  const remarks = [isGuess && 'similar', row.badge, row.hidden].filter(Boolean).join(', ')
  return (
    <div
      id={id}
      role="option"
      aria-selected={row.chosen}
      aria-setsize={count}
      aria-posinset={index + 1}
      // The name is the label alone; identifier, id and state are its description.
      aria-description={[row.meta, remarks].filter(Boolean).join(', ')}
      className={classes.option}
      data-index={index}
      data-active={active || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span className={classes.check} aria-hidden>
        {row.chosen ? '✓' : ''}
      </span>
      <bdi className={classes.optionLabel}>{row.label}</bdi>
      {remarks && (
        <span className={classes.optionBadge} aria-hidden>
          {remarks}
        </span>
      )}
      <bdi className={classes.optionMeta} aria-hidden>
        {row.meta}
      </bdi>
    </div>
  )
})
