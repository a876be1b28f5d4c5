// The company picker: searched in the main process on every key press, because a snapshot may hold 100,000 companies.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiTarget } from '../../shared/connections/schema.ts'
import type { IdentifiedRef } from '../../shared/settings/schema.ts'
import { request } from '../queries.ts'
import { Chip } from '../ui/Chip.tsx'
import type { FieldIds } from '../ui/Field.tsx'
import { Combobox } from './Combobox.tsx'
import type { ListState } from './Picker.tsx'
import { PickerFoot } from './PickerFoot.tsx'

type CompanyPickerProps = {
  ids: FieldIds
  target: ApiTarget
  list: ListState
  value: IdentifiedRef | null
  /** Why the chosen company is not offered any more, in one word; null when all is well. */
  trouble: string | null
  onChange: (value: IdentifiedRef | null) => void
}

const pageSize = 200

/** One company by name, identifier or id. */
export function CompanyPicker({ ids, target, list, value, trouble, onChange }: CompanyPickerProps) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [showHidden, setShowHidden] = useState(false)
  const { data } = useQuery({
    queryKey: ['reference', target, 'companySearch', text, showHidden],
    queryFn: () => request('companies:search', { target, text, limit: pageSize, showHidden }),
    enabled: open,
    gcTime: 30_000,
    placeholderData: (previous) => previous,
  })
  const rows = data?.rows ?? []
  const more = data && data.total > rows.length ? `${rows.length} of ${data.total} shown, type to narrow` : ''
  return (
    <Combobox
      ids={ids}
      shown={value?.name ?? ''}
      shownMeta={value ? [value.identifier, value.id].filter(Boolean).join(' · ') : ''}
      placeholder="Search by name, identifier or id"
      rows={rows.map((row) => ({
        id: row.id,
        label: row.name || `#${row.id}`,
        meta: [row.identifier, row.id].filter(Boolean).join(' · '),
        hidden: row.deletedFlag ? 'deleted' : row.inactive ? (row.status?.name ?? 'inactive') : null,
        badge: null,
        chosen: row.id === value?.id,
      }))}
      text={text}
      onText={setText}
      onOpenChange={setOpen}
      onChoose={(id) => {
        const row = rows.find((each) => each.id === id)
        if (!row) return
        const name = row.name || `#${row.id}`
        onChange(row.identifier ? { id, name, identifier: row.identifier } : { id, name })
      }}
      onClear={value ? () => onChange(null) : undefined}
      badge={trouble && <Chip tone="warn">{trouble}</Chip>}
      warn={trouble !== null}
      required
      empty={list.asOf ? `No company matches “${text}”.` : list.missing}
      foot={
        <>
          <PickerFoot
            list={list}
            hiddenWords={data?.hidden ? `${data.hidden} deleted or inactive` : ''}
            showHidden={showHidden}
            onShowHidden={setShowHidden}
          />
          <span>{more}</span>
        </>
      }
    />
  )
}
