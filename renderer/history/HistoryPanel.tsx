// The revisions of a relationship: who saved what when, compared field by field, and restored as a new revision.
import { Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { IconArrowsDiff, IconFileDiff, IconHistory } from '@tabler/icons-react'
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import type { Revision } from '../../shared/ipc/areas/relationshipCalls.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import { problemOf, readingQuery, requestValue } from '../state/queries.ts'
import { queryKey } from '../state/queryKeys.ts'
import { attempt } from '../ui/behaviour/showFailure.ts'
import { type MenuEntry, useContextMenu } from '../ui/screen/ContextMenu.tsx'
import { Message } from '../ui/Message.tsx'
import { fullTime, relativeTime } from '../ui/words/time.ts'
import { ChangeList } from './ChangeList.tsx'
import { changesBetween } from './changesBetween.ts'
import classes from './History.module.css'
import { useConnectionName } from './useConnectionName.ts'

type HistoryPanelProps = {
  id: string
  /** The revision the form works on. */
  current: number
  /** Puts an old revision into the form, to be looked at and saved. */
  onRestore: (draft: RelationshipDraft, number: number) => void
}

const rowHeight = 53

export function HistoryPanel({ id, current, onRestore }: HistoryPanelProps) {
  const revisions = useQuery(readingQuery('relationships:revisions', { id }))
  const [chosen, setChosen] = useState<readonly number[]>([])
  const { show, menu } = useContextMenu()
  if (revisions.error)
    return (
      <Message icon={<IconHistory size={26} />} title="The history cannot be read" role="alert">
        {problemOf(revisions.error).message}
      </Message>
    )
  if (!revisions.data) return <Message icon={<Loader size={20} />} title="Reading the history" />
  const rows = revisions.data
  // The newer of the two chosen stands against the older; one alone stands against the one before it.
  const [high = current, low] = chosen.toSorted((a, b) => b - a)
  const older = low ?? rows.find(({ number }) => number < high)?.number ?? null
  const choose = (number: number, extend: boolean) => {
    const last = chosen.at(-1)
    setChosen(extend && last !== undefined && last !== number ? [last, number] : [number])
  }
  const restore = (number: number) =>
    void attempt('Not restored', async () =>
      onRestore(await requestValue('relationships:revision', { id, number }), number),
    )
  const entriesOf = (number: number): MenuEntry[] => [
    {
      label: 'Show what it changed',
      icon: <IconFileDiff size={16} />,
      run: () => choose(number, false),
    },
    {
      label: 'Compare with the form',
      icon: <IconArrowsDiff size={16} />,
      disabled: number === current,
      run: () => setChosen([current, number]),
    },
    {
      label: `Restore revision ${number}`,
      icon: <IconHistory size={16} />,
      disabled: number === current,
      run: () => restore(number),
    },
  ]
  return (
    <div className={classes.panel}>
      <p className={classes.hint}>
        Choose one revision to see what it changed, a second with Ctrl or Shift to compare.
      </p>
      <RevisionList
        rows={rows}
        shown={low === undefined ? [high] : [high, low]}
        current={current}
        onChoose={choose}
        onMenu={(event, { number }) => show(event, entriesOf(number))}
      />
      {menu}
      <Comparison id={id} high={high} low={older} current={current} onRestore={onRestore} />
    </div>
  )
}

type RevisionListProps = {
  rows: readonly Revision[]
  shown: readonly number[]
  current: number
  onChoose: (number: number, extend: boolean) => void
  onMenu: (event: MouseEvent, row: Revision) => void
}

type Modified = { ctrlKey: boolean; shiftKey: boolean; metaKey: boolean }

const withKey = ({ ctrlKey, shiftKey, metaKey }: Modified): boolean => ctrlKey || shiftKey || metaKey

const moveFocus = (
  { currentTarget }: KeyboardEvent<HTMLElement>,
  to: 'nextElementSibling' | 'previousElementSibling',
): void => currentTarget.parentElement?.[to]?.querySelector('button')?.focus()

function RevisionList({ rows, shown, current, onChoose, onMenu }: RevisionListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 400, height: 6 * rowHeight },
  })
  return (
    <div ref={scroller} className={classes.list}>
      <ol style={{ height: virtual.getTotalSize() }} aria-label="Revisions">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <li key={row.number} style={{ transform: `translateY(${start}px)` }}>
              <button
                type="button"
                aria-pressed={shown.includes(row.number)}
                onClick={(event) => onChoose(row.number, withKey(event))}
                onContextMenu={(event) => onMenu(event, row)}
                onKeyDown={(event) => {
                  if (event.key === 'ArrowDown') moveFocus(event, 'nextElementSibling')
                  else if (event.key === 'ArrowUp') moveFocus(event, 'previousElementSibling')
                  // A browser makes no click of Enter with Ctrl.
                  else if (event.key === 'Enter' && withKey(event)) onChoose(row.number, true)
                  else return
                  event.preventDefault()
                }}
              >
                <b>Revision {row.number}</b>
                <span title={fullTime(row.savedAt)} className="tabular">
                  {relativeTime(row.savedAt)}
                </span>
                <small>
                  <bdi>{row.user}</bdi>
                  {row.number === current && ' · in the form'}
                  {row.note && (
                    <>
                      {' · '}
                      <bdi>{row.note}</bdi>
                    </>
                  )}
                </small>
                <code className="mono" title="The same content has the same mark">
                  {row.hash.slice(0, 7)}
                </code>
              </button>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

type ComparisonProps = {
  id: string
  high: number
  low: number | null
  current: number
  onRestore: (draft: RelationshipDraft, number: number) => void
}

function Comparison({ id, high, low, current, onRestore }: ComparisonProps) {
  const revision = (number: number) => requestValue('relationships:revision', { id, number })
  const connectionName = useConnectionName()
  const { data, error } = useQuery({
    queryKey: queryKey('relationships:revision', { id, low, high }),
    queryFn: async () => ({
      after: await revision(high),
      before: low === null ? null : await revision(low),
    }),
    placeholderData: (previous) => previous,
  })
  if (error) return <p className={classes.hint}>{problemOf(error).message}</p>
  if (!data) return null
  return (
    // Its content may be taller than its place and hold nothing to focus.
    <section className={classes.comparison} aria-label="Comparison" tabIndex={0}>
      <header>
        <h3>{low === null ? `Revision ${high}, the first` : `Revision ${low} → ${high}`}</h3>
        {high !== current && (
          <Button size="xs" variant="default" onClick={() => onRestore(data.after, high)}>
            Restore revision {high}
          </Button>
        )}
      </header>
      {data.before ? (
        <ChangeList changes={changesBetween(data.before, data.after, connectionName)} />
      ) : (
        <p className={classes.hint}>There is nothing before it to compare with.</p>
      )}
    </section>
  )
}
