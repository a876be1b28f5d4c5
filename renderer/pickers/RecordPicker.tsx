// Chooses any one record of a connection's lists by the name of its collection.
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { ReferenceView } from '../../shared/ipc/areas/referenceCalls.ts'
import type { CollectionName } from '../../shared/reference/collectionNames.ts'
import type { Collections } from '../../shared/reference/collections.ts'
import { useCompanies } from '../state/queries.ts'
import type { FieldIds } from '../ui/Field.tsx'
import { useChosenUses } from './chosenUses.ts'
import { CompanyPicker, type CompanyPickerProps } from './CompanyPicker.tsx'
import {
  allStatusOptions,
  boardOptions,
  checkboxOptions,
  memberOptions,
  type Option,
  plainOptions,
  statusOptions,
  workRoleOptions,
} from './option.ts'
import type { ListState } from './listState.ts'
import { Picker } from './Picker.tsx'

type Offer = (collections: Collections, onBoard: number | null) => readonly Option[]

/** What each small collection offers; a status is told apart by its board unless one is given. */
const optionsByCollection: Readonly<Partial<Record<CollectionName, Offer>>> = {
  boards: ({ boards = [] }) => boardOptions(boards),
  statuses: ({ statuses = [], boards = [] }, onBoard) =>
    onBoard === null
      ? allStatusOptions(
          statuses,
          boards.map(({ id }) => id),
        )
      : statusOptions(statuses, onBoard),
  priorities: ({ priorities = [] }) => plainOptions(priorities),
  sources: ({ sources = [] }) => plainOptions(sources),
  members: ({ members = [] }) => memberOptions(members),
  workRoles: ({ workRoles = [] }) => workRoleOptions(workRoles),
  customFields: ({ customFields = [] }) => checkboxOptions(customFields),
} satisfies Record<Exclude<CollectionName, 'companies' | 'companyStatuses'>, Offer>

export const recordOptions = (
  { collections }: { collections: Collections },
  collection: CollectionName,
  onBoard: number | null = null,
): readonly Option[] => optionsByCollection[collection]?.(collections, onBoard) ?? []

type RecordPickerProps = {
  collection: CollectionName
  onBoard?: number | null
  ids: FieldIds
  target: ApiTarget
  view: ReferenceView
  value: { id: number; name: string } | null
  placeholder?: string
  /** Where this is the very question: the chosen record needs no way to where it is used. */
  asksForUses?: boolean
  onChoose: (id: number | null, name: string) => void
}

/** Two companies may have one name: the identifier of the chosen one is looked up beside it. */
function NamedCompanyPicker(props: Omit<CompanyPickerProps, 'trouble'>) {
  const { target, value } = props
  const found = useCompanies(target, value ? [value.id] : []).data?.find(({ id }) => id === value?.id)
  const named = value && found?.identifier ? { ...value, identifier: found.identifier } : value
  return <CompanyPicker {...props} value={named} trouble={null} />
}

export function RecordPicker(props: RecordPickerProps) {
  const { collection, onBoard = null, ids, target, view, value, placeholder = 'Choose…', onChoose } = props
  const uses = useChosenUses(target, collection, value && !props.asksForUses ? [value] : [])
  const list: ListState = {
    asOf: view.counts[collection] === undefined ? null : view.fetchedAt,
    partial: view.partial.includes(collection),
    missing: 'ConnectWise did not let this list be read.',
    chosen: uses,
  }
  const common = { ids, list }
  if (collection === 'companies')
    return (
      <NamedCompanyPicker
        {...common}
        target={target}
        value={value}
        onChange={(chosen) => onChoose(chosen?.id ?? null, chosen?.name ?? '')}
      />
    )
  const options = recordOptions(view, collection, onBoard)
  return (
    <Picker
      {...common}
      options={options}
      placeholder={placeholder}
      value={value && { id: value.id, label: value.name }}
      onChange={(chosen) =>
        onChoose(chosen?.id ?? null, options.find(({ id }) => id === chosen?.id)?.label ?? '')
      }
    />
  )
}
