// Chooses the record a reference of a file means, out of the lists of the connection it is imported into.
import { useId } from 'react'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { Match } from '../../shared/files/match/matchRecords.ts'
import type { ReferenceView } from '../../shared/ipc/referenceCalls.ts'
import { assertNever } from '../../shared/result.ts'
import { CompanyPicker } from '../pickers/CompanyPicker.tsx'
import {
  allStatusOptions,
  boardOptions,
  checkboxOptions,
  memberOptions,
  type Option,
  plainOptions,
  statusOptions,
  workRoleOptions,
} from '../pickers/option.ts'
import { type ListState, Picker } from '../pickers/Picker.tsx'

type MatchPickerProps = {
  match: Match
  /** The id of the row's title, which names the box. */
  labelledBy: string
  target: ApiTarget
  view: ReferenceView
  onChoose: (id: number | null) => void
}

function optionsOf(
  { collection, onBoard }: Match,
  { collections }: ReferenceView,
): readonly Option<{ id: number }>[] {
  const { boards = [], statuses = [], members = [], workRoles = [], customFields = [] } = collections
  switch (collection) {
    case 'boards':
      return boardOptions(boards)
    case 'statuses':
      return onBoard === null
        ? allStatusOptions(
            statuses,
            boards.map(({ id }) => id),
          )
        : statusOptions(statuses, onBoard)
    case 'priorities':
      return plainOptions(collections.priorities ?? [])
    case 'sources':
      return plainOptions(collections.sources ?? [])
    case 'members':
      return memberOptions(members)
    case 'workRoles':
      return workRoleOptions(workRoles)
    case 'customFields':
      return checkboxOptions(customFields)
    case 'companies':
    case 'companyStatuses':
      return []
    default:
      return assertNever(collection)
  }
}

export function MatchPicker({ match, labelledBy, target, view, onChoose }: MatchPickerProps) {
  const id = useId()
  const { collection, chosen, closest } = match
  const ids = { id, 'aria-labelledby': labelledBy, 'aria-describedby': undefined, 'aria-invalid': false }
  const list: ListState = {
    asOf: view.counts[collection] === undefined ? null : view.fetchedAt,
    partial: view.partial.includes(collection),
    missing: 'ConnectWise did not let this list be read.',
  }
  const common = { ids, list, required: false }
  if (collection === 'companies') {
    return (
      <CompanyPicker
        {...common}
        target={target}
        value={chosen && { id: chosen.id, name: chosen.name }}
        trouble={null}
        onChange={(value) => onChoose(value?.id ?? null)}
      />
    )
  }
  return (
    <Picker
      {...common}
      options={optionsOf(match, view)}
      placeholder={closest ? `Choose… (closest: ${closest.name})` : 'Choose…'}
      value={chosen && { id: chosen.id, label: chosen.name }}
      onChange={(value) => onChoose(value?.id ?? null)}
    />
  )
}
