// Replace everywhere: one record by another, reviewed relationship by relationship before anything is stored.
import { Button, Checkbox, VisuallyHidden } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReviewRow } from '../../shared/ipc/areas/fleetCalls.ts'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import { EnvironmentBand, Pane } from '../ui/screen/Pane.tsx'
import { recordOptions, RecordPicker } from '../pickers/pickersFront.ts'
import { compareNaturally } from '../state/naturalOrder.ts'
import { type NamedRecord, useNavigation } from '../state/navigation.tsx'
import { useConnections, useReference, useRelationships } from '../state/queries.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { Chip } from '../ui/Chip.tsx'
import { Key } from '../ui/Key.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { useLayer } from '../ui/behaviour/layers.ts'
import { useRange, useSelectAllRows } from '../ui/keyboard/selectRows.ts'
import { countOf } from '../../shared/text/counts.ts'
import classes from './Fleet.module.css'
import { reviewCells } from './ReviewCells.tsx'
import { heightOf, type ReviewFilter, reviewFilters, rowsOf } from './reviewRows.ts'
import { useReplacing } from './useReplacing.ts'
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
  const { go } = useNavigation()
  const connection = useConnections().data?.find(({ id }) => id === target.connectionId)
  const key = JSON.stringify([target, record.collection, record.id])
  const [replacement, setReplacement] = useWindowState(replacements, key)
  const replacing = useReplacing(target, record)
  const review = useReview(target, record, replacement?.id ?? null, replacing.isPending)
  const note = replacement && `Replaced ${record.name} with ${replacement.name}`
  const back = () => go({ name: 'whereUsed', target, record })
  useLayer(true, 'page', back)
  const apply = () => {
    if (!replacement || note === null) return
    const rows = review.rows.filter(({ id }) => review.chosen.has(id))
    replacing.replace({ withId: replacement.id, note, rows }, () => {
      setReplacement(null)
      review.forget()
    })
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
            <span className={classes.note} title={note ?? undefined}>
              {note && `One revision each: ${note}`}
            </span>
            <Button variant="default" rightSection={<Key>Esc</Key>} onClick={back}>
              Cancel
            </Button>
            <Button disabled={review.chosen.size === 0} loading={replacing.isPending} onClick={apply}>
              Replace in {countOf(review.chosen.size, 'relationship')}
            </Button>
          </>
        }
      >
        <FromTo target={target} record={record} replacement={replacement} onChoose={setReplacement} />
        <ErrorNotice title="Nothing was replaced" problem={replacing.problem} />
        <ErrorNotice title="Not reviewed" problem={review.error} />
        {replacement && review.rows.length > 0 && (
          <ReviewTable rows={review.rows} chosen={review.chosen} onChoose={review.choose} />
        )}
      </Pane>
    </>
  )
}

type FromToProps = ReplaceProps & {
  replacement: Named | null
  onChoose: (replacement: Named | null) => void
}

/** The record that goes, with what is wrong with it, and the choice of the one that comes. */
function FromTo({ target, record, replacement, onChoose }: FromToProps) {
  const view = useReference(target).data ?? null
  const option = view && recordOptions(view, record.collection).find(({ id }) => id === record.id)
  const missing = view && !option ? 'Not in the list' : null
  const state = record.collection === 'companies' ? null : (missing ?? option?.hidden)
  return (
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
            onChoose={(id, name) => onChoose(id === null ? null : { id, name })}
          />
        )}
      </div>
    </div>
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
