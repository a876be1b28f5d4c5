// Replace everywhere: one record by another, reviewed relationship by relationship before anything is stored.
import { Button, Checkbox, VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReviewRow } from '../../shared/ipc/areas/fleetCalls.ts'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import { EnvironmentBand, Pane } from '../ui/screen/Pane.tsx'
import { recordOptions, RecordPicker } from '../pickers/pickersFront.ts'
import { compareNaturally } from '../state/naturalOrder.ts'
import { type NamedRecord, useNavigation } from '../state/navigation.tsx'
import { problemOf, useChange, useConnections, useReference, useRelationships } from '../state/queries.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { Chip } from '../ui/Chip.tsx'
import { Key } from '../ui/Key.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { useLayer } from '../ui/behaviour/layers.ts'
import { useRange, useSelectAllRows } from '../ui/keyboard/selectRows.ts'
import { showFailure } from '../ui/behaviour/showFailure.ts'
import { sayWithUndo } from '../ui/behaviour/undoNotice.tsx'
import { countOf } from '../../shared/text/counts.ts'
import classes from './Fleet.module.css'
import { reviewCells } from './ReviewCells.tsx'
import { heightOf, type ReviewFilter, reviewFilters, rowsOf } from './reviewRows.ts'
import { useReview } from './useReview.ts'
import { columnHead, VirtualTable } from '../ui/VirtualTable.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { Segments } from '../ui/screen/Segments.tsx'

type Named = { id: number; name: string }
type ReplaceProps = { target: ApiTarget; record: NamedRecord }

/** What was chosen to take the place of each record, while it is not done. */
const replacements = windowState<Named | null>(null)

const pickerIds = {
  id: 'replace-with',
  'aria-labelledby': 'replace-with-label',
  'aria-describedby': undefined,
  'aria-invalid': false,
}

export default function ReplaceEverywhere({ target, record }: ReplaceProps) {
  const { go, goFromHere } = useNavigation()
  const view = useReference(target).data ?? null
  const connection = useConnections().data?.find(({ id }) => id === target.connectionId)
  const key = JSON.stringify([target, record.collection, record.id])
  const [replacement, setReplacement] = useWindowState(replacements, key)
  const replaced = useChange('fleet:replace')
  const review = useReview(target, record, replacement?.id ?? null, replaced.isPending)
  const undone = useChange('fleet:undo')
  const note = `Replaced ${record.name} with ${replacement?.name ?? ''}`
  const back = () => go({ name: 'whereUsed', target, record })
  useLayer(true, 'page', back)
  const hidden = view && recordOptions(view, record.collection).find(({ id }) => id === record.id)?.hidden
  const known = view && recordOptions(view, record.collection).some(({ id }) => id === record.id)
  const state = record.collection === 'companies' ? null : known === false ? 'Not in the list' : hidden

  const undo = (token: string) =>
    undone.mutate(
      { undo: token },
      {
        onSuccess: () => notifications.show({ message: 'The replacement is taken back.' }),
        onError: (error) => showFailure('Not taken back', error),
      },
    )
  const apply = () => {
    if (!replacement) return
    const goOn = goFromHere()
    const rows = review.rows
      .filter(({ id }) => review.chosen.has(id))
      .map(({ id, revision }) => ({ id, revision }))
    replaced.mutate(
      {
        target,
        record: { collection: record.collection, id: record.id },
        withId: replacement.id,
        rows,
        note,
      },
      {
        onSuccess: ({ undo: token, replaced: count }) => {
          sayWithUndo(`${note} in ${countOf(count, 'relationship')}.`, {
            undo: () => undo(token),
            patience: 30_000,
          })
          setReplacement(null)
          review.forget()
          goOn({ name: 'whereUsed', target, record })
        },
      },
    )
  }

  return (
    <>
      {connection && (
        <EnvironmentBand
          environment={connection.environment}
          words={
            <>
              <bdi>{connection.name}</bdi> · {connection.site}
            </>
          }
          aside="Nothing has been changed yet"
        />
      )}
      <Pane
        head={
          <header className={`${classes.head} ${classes.path}`}>
            <LinkButton onClick={back}>Where used</LinkButton>
            <span aria-hidden>/</span>
            <h1>Replace everywhere</h1>
          </header>
        }
        footer={
          <>
            <b role="status">{review.summary}</b>
            <span className={classes.note} title={replacement ? note : undefined}>
              {replacement && `One revision each: ${note}`}
            </span>
            <Button variant="default" rightSection={<Key>Esc</Key>} onClick={back}>
              Cancel
            </Button>
            <Button disabled={review.chosen.size === 0} loading={replaced.isPending} onClick={apply}>
              Replace in {countOf(review.chosen.size, 'relationship')}
            </Button>
          </>
        }
      >
        <div className={classes.fromTo}>
          <p className={classes.from}>
            <bdi>{record.name}</bdi> <span>{record.id}</span>
            {state && <Chip tone="warn">{state}</Chip>}
          </p>
          <IconArrowRight size={18} aria-hidden />
          <div>
            <VisuallyHidden id="replace-with-label">Replace with</VisuallyHidden>
            {view && (
              <RecordPicker
                ids={{ ...pickerIds, autoFocus: replacement === null }}
                collection={record.collection}
                target={target}
                view={view}
                value={replacement}
                placeholder="Choose what takes its place…"
                onChoose={(id, name) => setReplacement(id === null ? null : { id, name })}
              />
            )}
          </div>
        </div>
        <ErrorNotice title="Nothing was replaced" problem={replaced.error && problemOf(replaced.error)} />
        <ErrorNotice title="Not reviewed" problem={review.error} />
        {replacement && review.rows.length > 0 && (
          <ReviewTable rows={review.rows} chosen={review.chosen} onChoose={review.choose} />
        )}
      </Pane>
    </>
  )
}

type ReviewTableProps = {
  rows: readonly ReviewRow[]
  chosen: ReadonlySet<string>
  onChoose: (ids: readonly string[], on: boolean) => void
}

function ReviewTable({ rows, chosen, onChoose }: ReviewTableProps) {
  const { go } = useNavigation()
  const relationships = useRelationships().data ?? []
  const [filter, setFilter] = useState<ReviewFilter>('all')
  const names = new Map(relationships.map((each) => [each.id, each]))
  const nameOf = ({ id }: ReviewRow): string => names.get(id)?.contractName ?? id
  const shown = rowsOf(rows, filter, chosen).toSorted((one, other) =>
    compareNaturally(nameOf(one), nameOf(other)),
  )
  const able = shown.filter(({ unsaved }) => !unsaved).map(({ id }) => id)
  const on = able.filter((id) => chosen.has(id)).length
  const meant = useRange(able)
  useSelectAllRows(() => onChoose(able, true))
  return (
    <div className={classes.review}>
      <div className={classes.filters}>
        <Segments aria-label="Show" data={reviewFilters(rows, chosen)} value={filter} onChange={setFilter} />
        <span>Other connections are not touched.</span>
      </div>
      <VirtualTable
        label="Review"
        rows={shown.map((row) => ({ key: row.id, height: heightOf(row), dimmed: !chosen.has(row.id) }))}
        columns="32px minmax(150px, 1fr) minmax(260px, 2fr) minmax(180px, 1.1fr) 92px"
        head={[
          <span key="all" role="columnheader">
            <Checkbox
              size="xs"
              aria-label="All rows"
              checked={able.length > 0 && on === able.length}
              indeterminate={on > 0 && on < able.length}
              onChange={(event) => onChoose(able, event.currentTarget.checked)}
            />
          </span>,
          ...['Relationship', 'Field', 'Findings, now and after', 'After'].map(columnHead),
        ]}
        draw={(index) => {
          const row = shown[index]
          return row
            ? reviewCells({
                row,
                relationship: names.get(row.id),
                on: chosen.has(row.id),
                onOpen: () => go({ name: 'relationship', id: row.id }),
                onToggle: (checked, event) => onChoose(meant(row.id, event), checked),
              })
            : []
        }}
      />
    </div>
  )
}
