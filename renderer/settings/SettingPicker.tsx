// The picker of a setting: which rows it offers, and how a choice becomes the setting's value.
import { isRecordKind } from '../../shared/fleet/recordKey.ts'
import type { CollectionName } from '../../shared/reference/collectionNames.ts'
import { isInactiveStatus } from '../../shared/reference/collections.ts'
import { landingBoard } from '../../shared/relationship/edit.ts'
import type { FieldPath } from '../../shared/relationship/fields.ts'
import { fields } from '../../shared/relationship/fields.ts'
import type { Ref } from '../../shared/relationship/relationship.ts'
import { CompanyMultiPicker, CompanyPicker } from '../pickers/CompanyPicker.tsx'
import {
  allStatusOptions,
  boardOptions,
  checkboxOptions,
  isRenamed,
  memberOptions,
  plainOptions,
  statusOptions,
  workRoleOptions,
} from '../pickers/option.ts'
import { type ListState, MultiPicker, Picker } from '../pickers/Picker.tsx'
import { useNavigation } from '../state/navigation.tsx'
import type { FieldIds } from '../ui/Field.tsx'
import { chosenValues, shownValue } from './chosenValues.ts'
import type { SettingContext } from './SettingField.tsx'
import type { ReferenceData } from './useReferenceData.ts'

type SettingPickerProps = SettingContext & { path: FieldPath; ids: FieldIds; required: boolean }

/** How old the list behind a picker is, and what to say where there is none. */
function listState({ view, loading }: ReferenceData, collection: CollectionName): ListState {
  const read = view !== null && view.counts[collection] !== undefined
  return {
    asOf: read ? view.fetchedAt : null,
    partial: view?.partial.includes(collection) ?? false,
    missing: loading
      ? 'Loading the list.'
      : view
        ? 'ConnectWise did not let this list be read.'
        : 'Nothing was read from ConnectWise yet. Refresh reads the lists.',
  }
}

const without = <Item extends { id: number }>(items: readonly Item[], id: number): Item[] =>
  items.filter((item) => item.id !== id)

/** Why a chosen company is not what is offered any more; null when it is, or when the list cannot tell. */
function companyTrouble(data: ReferenceData, chosen: Ref | null): string | null {
  const companies = data.reference?.companies
  if (chosen === null || !companies) return null
  const row = companies.get(chosen.id)
  if (!row) return 'Not in the list'
  if (row.deletedFlag) return 'Deleted'
  const status = row.status ? data.reference?.companyStatuses?.get(row.status.id) : undefined
  if (isInactiveStatus(status)) return status?.name ?? 'Inactive'
  return isRenamed(chosen.name, row.name ? [row.name] : []) ? 'Renamed' : null
}

/** Renders the picker that belongs to `path`; nothing for settings without one. */
export function SettingPicker({ path, ids, required, form, target, data }: SettingPickerProps) {
  const { settings } = form.draft
  const { boards = [], statuses = [], priorities = [], sources = [] } = data.collections
  const { members = [], workRoles = [], customFields = [] } = data.collections
  const { filter } = settings.reverseSync
  const collection = fields[path].collection ?? 'boards'
  const { go } = useNavigation()
  const showUses = (record: { id: number; name: string }) => () => {
    if (isRecordKind(collection))
      go({ name: 'whereUsed', connectionId: target.connectionId, record: { ...record, collection } })
  }
  const list: ListState = {
    ...listState(data, collection),
    // Ids of an override mean records of its own ConnectWise.
    chosen:
      target.overrideOf === null
        ? chosenValues(form.draft, path).map((record) => ({ ...record, showUses: showUses(record) }))
        : [],
  }
  const common = { ids, required, list }

  switch (path) {
    case 'company':
      return (
        <CompanyPicker
          {...common}
          target={target}
          value={settings.company}
          trouble={companyTrouble(data, settings.company)}
          onChange={(value) => form.set('company', value)}
        />
      )
    case 'boards':
      return (
        <MultiPicker
          {...common}
          options={boardOptions(boards)}
          values={settings.boards.map((ref) => ({ id: ref.id, label: ref.name }))}
          onAdd={(value) => form.set('boards', [...settings.boards, value])}
          onRemove={(id) => form.set('boards', without(settings.boards, id))}
        />
      )
    case 'defaultBoard':
      return (
        <Picker
          {...common}
          options={boardOptions(boards).filter((each) => settings.boards.some(({ id }) => id === each.id))}
          list={{ ...common.list, missing: 'Choose the boards above first.' }}
          value={shownValue(settings.defaultBoard)}
          onChange={(value) => form.set('defaultBoard', value)}
        />
      )
    case 'serviceBoard':
      return (
        <Picker
          {...common}
          options={boardOptions(boards)}
          value={shownValue(settings.serviceBoard)}
          onChange={(value) => form.set('serviceBoard', value)}
        />
      )
    case 'status': {
      const board = landingBoard(form.draft)
      const boardLabel = fields[form.draft.role === 'source' ? 'defaultBoard' : 'serviceBoard'].label
      return (
        <Picker
          {...common}
          options={statusOptions(statuses, board?.id ?? null)}
          list={
            board
              ? common.list
              : { ...common.list, asOf: null, missing: `Choose the ${boardLabel.toLowerCase()} first.` }
          }
          value={shownValue(settings.status)}
          onChange={(value) => form.set('status', value)}
        />
      )
    }
    case 'priority':
      return (
        <Picker
          {...common}
          options={plainOptions(priorities)}
          value={shownValue(settings.priority)}
          onChange={(value) => form.set('priority', value)}
        />
      )
    case 'source':
      return (
        <Picker
          {...common}
          options={plainOptions(sources)}
          value={shownValue(settings.source)}
          onChange={(value) => form.set('source', value)}
        />
      )
    case 'owner':
      return (
        <Picker
          {...common}
          options={memberOptions(members)}
          value={shownValue(settings.owner)}
          onChange={(value) => form.set('owner', value)}
        />
      )
    case 'timeEntries.defaultWorkRole':
      return (
        <Picker
          {...common}
          options={workRoleOptions(workRoles)}
          value={shownValue(settings.timeEntries.defaultWorkRole)}
          onChange={(value) => form.set('timeEntries.defaultWorkRole', value)}
        />
      )
    case 'timeEntries.defaultMember':
      return (
        <Picker
          {...common}
          options={memberOptions(members)}
          value={shownValue(settings.timeEntries.defaultMember)}
          onChange={(value) => form.set('timeEntries.defaultMember', value)}
        />
      )
    case 'reverseSync.filter.boards':
      return (
        <MultiPicker
          {...common}
          options={boardOptions(boards)}
          values={filter.boards.map((ref) => ({ id: ref.id, label: ref.name }))}
          onAdd={(value) => form.set('reverseSync.filter.boards', [...filter.boards, value])}
          onRemove={(id) => form.set('reverseSync.filter.boards', without(filter.boards, id))}
        />
      )
    case 'reverseSync.filter.companies':
      return (
        <CompanyMultiPicker
          {...common}
          target={target}
          values={filter.companies}
          trouble={(value) => companyTrouble(data, value)}
          onChange={(values) => form.set('reverseSync.filter.companies', values)}
        />
      )
    case 'reverseSync.filter.statuses':
      return (
        <MultiPicker
          {...common}
          options={allStatusOptions(
            statuses,
            filter.boards.map(({ id }) => id),
          )}
          list={{ ...common.list, missing: 'Choose boards in the reverse sync filter first.' }}
          values={filter.statuses.map((ref) => ({ id: ref.id, label: ref.name }))}
          onAdd={(value) => form.set('reverseSync.filter.statuses', [...filter.statuses, value])}
          onRemove={(id) => form.set('reverseSync.filter.statuses', without(filter.statuses, id))}
        />
      )
    case 'reverseSync.filter.priorities':
      return (
        <MultiPicker
          {...common}
          options={plainOptions(priorities)}
          values={filter.priorities.map((ref) => ({ id: ref.id, label: ref.name }))}
          onAdd={(value) => form.set('reverseSync.filter.priorities', [...filter.priorities, value])}
          onRemove={(id) => form.set('reverseSync.filter.priorities', without(filter.priorities, id))}
        />
      )
    case 'reverseSync.fieldFilter':
      return (
        <Picker
          {...common}
          options={checkboxOptions(customFields)}
          placeholder="All tickets of the boards above"
          value={shownValue(settings.reverseSync.fieldFilter)}
          onChange={(value) => form.set('reverseSync.fieldFilter', value)}
        />
      )
    default:
      return null
  }
}
