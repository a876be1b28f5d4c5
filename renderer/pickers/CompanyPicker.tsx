// The company picker: searched in the main process on every key press, because a snapshot may hold 100,000 companies.
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { RecordRef } from '../../shared/relationship/fieldRow.ts'
import { queryClient, readingQuery } from '../state/queries.ts'
import { Chip } from '../ui/Chip.tsx'
import type { FieldIds } from '../ui/Field.tsx'
import { Combobox } from './Combobox.tsx'
import { withChosen } from './comboboxRows.ts'
import type { ListState } from './listState.ts'
import { PickerFoot } from './PickerFoot.tsx'
import { formatCount } from '../../shared/text/counts.ts'

type Shared = { ids: FieldIds; target: ApiTarget; list: ListState }

/** More than anybody reads: who does not see it among these types another letter. */
const pageSize = 50

const noRows: Output<'companies:search'>['rows'] = []
const none: readonly { id: number }[] = []

/** Tells two companies of one name apart. */
const metaOf = ({ identifier, id }: { identifier?: string | null | undefined; id: number }): string =>
  [identifier, id].filter(Boolean).join(' · ')

/** The search behind the open list: rows ready for the box, and the line at its foot. */
function useCompanySearch(target: ApiTarget, list: ListState, chosen: readonly { id: number }[]) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [showHidden, setShowHidden] = useState(false)
  const queryOf = (sought: string) => {
    // A whole mail may be pasted; no name is as long.
    const input = { target, text: sought.slice(0, 200), limit: pageSize, showHidden }
    const query = readingQuery('companies:search', input)
    return { ...query, queryFn: async () => ({ sought, ...(await query.queryFn()) }), gcTime: 30_000 }
  }
  const { data, isPending, isPlaceholderData } = useQuery({
    ...queryOf(text),
    enabled: open,
    placeholderData: (previous) => previous,
  })
  /** Main searches while the page draws what was typed. */
  const type = (typed: string) => {
    if (typed !== '') void queryClient.prefetchQuery(queryOf(typed))
    setText(typed)
  }
  const found = data?.rows ?? noRows
  const rows = useMemo(() => {
    const ids = new Set(chosen.map(({ id }) => id))
    return found.map((row) => ({
      id: row.id,
      label: row.name || `#${row.id}`,
      meta: metaOf(row),
      hidden: row.deletedFlag ? 'deleted' : row.inactive ? (row.status?.name ?? 'inactive') : null,
      badge: null,
      chosen: ids.has(row.id),
    }))
  }, [found, chosen])
  const refOf = (id: number): RecordRef | null => {
    const row = found.find((each) => each.id === id)
    if (!row) return null
    const name = row.name || `#${row.id}`
    return row.identifier ? { id, name, identifier: row.identifier } : { id, name }
  }
  const box = {
    text,
    guesses: data?.guesses ?? 0,
    waiting: open && (isPending || isPlaceholderData),
    onText: type,
    onOpenChange: setOpen,
    empty: list.asOf ? `No company matches “${text}”.` : list.missing,
    rows,
    foot: (
      <>
        <PickerFoot
          list={list}
          hiddenWords={data?.hidden ? `${data.hidden} deleted or inactive` : ''}
          showHidden={showHidden}
          onShowHidden={setShowHidden}
        />
        {data && data.total > found.length && (
          <span className="tabular">
            {found.length} of {formatCount(data.total)}
          </span>
        )}
      </>
    ),
  }
  // What the rows were found by: until the list of what is typed is there, the earlier one stays as it is.
  return { box, sought: data?.sought ?? text, refOf }
}

export type CompanyPickerProps = Shared & {
  value: RecordRef | null
  /** Why the chosen company is not offered any more, in one word; null when all is well. */
  trouble: string | null
  onChange: (value: RecordRef | null) => void
}

/** One company by name, identifier or id. */
export function CompanyPicker({ ids, target, list, value, trouble, onChange }: CompanyPickerProps) {
  const chosen = useMemo(() => (value ? [value] : none), [value])
  const { box, sought, refOf } = useCompanySearch(target, list, chosen)
  const meta = value ? metaOf(value) : ''
  const kept = value && { id: value.id, label: value.name, meta, hidden: trouble, badge: null, chosen: true }
  return (
    <Combobox
      {...box}
      rows={withChosen(box.rows, kept, sought)}
      ids={ids}
      shown={value?.name ?? ''}
      shownMeta={meta}
      placeholder="Search by name, identifier or id"
      onChoose={(id) => {
        const ref = refOf(id)
        if (ref) onChange(ref)
      }}
      onClear={value ? () => onChange(null) : undefined}
      badge={trouble && <Chip tone="warn">{trouble}</Chip>}
      warn={trouble !== null}
    />
  )
}

type CompanyMultiPickerProps = Shared & {
  values: readonly RecordRef[]
  trouble: (value: RecordRef) => string | null
  onChange: (values: RecordRef[]) => void
}

/** Several companies as chips; choosing one again removes it. */
export function CompanyMultiPicker(props: CompanyMultiPickerProps) {
  const { ids, target, list, values, onChange } = props
  const { box, refOf } = useCompanySearch(target, list, values)
  const remove = (id: number) => onChange(values.filter((value) => value.id !== id))
  return (
    <Combobox
      {...box}
      ids={ids}
      multiple
      shown=""
      placeholder={values.length === 0 ? 'Search by name, identifier or id' : ''}
      onChoose={(id) => {
        const ref = refOf(id)
        if (values.some((value) => value.id === id)) remove(id)
        else if (ref) onChange([...values, ref])
      }}
      chosen={values.map((value) => ({
        id: value.id,
        label: value.name,
        meta: metaOf(value),
        trouble: props.trouble(value),
      }))}
      onRemove={remove}
    />
  )
}
