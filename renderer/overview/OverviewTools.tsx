// What narrows and orders the overview: search, state, internal notes, environment, role, grouping.
import { NativeSelect, TextInput, UnstyledButton } from '@mantine/core'
import { IconEye, IconSearch } from '@tabler/icons-react'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { roles, roleWords } from '../../shared/relationship/roles.ts'
import { environments, environmentLabels } from '../../shared/connection/environments.ts'
import { type OverviewQuery, stateFilters } from './arrangeOverview.ts'
import classes from './Overview.module.css'
import { Key } from '../ui/Key.tsx'
import { formatCount } from '../../shared/text/counts.ts'
import { Segments } from '../ui/screen/Segments.tsx'

type OverviewToolsProps = {
  relationships: readonly RelationshipSummary[]
  query: OverviewQuery
  onQuery: (change: Partial<OverviewQuery>) => void
  /** The search is left for what it found. */
  onLeave: () => void
}

const roleOptions = [
  { value: '', label: 'Role' },
  ...roles.map((value) => ({ value, label: roleWords[value] })),
]
const environmentOptions = [
  { value: '', label: 'Environment' },
  ...environments.map((value) => ({ value, label: environmentLabels[value] })),
]
const groupingOptions = [
  { value: 'connection', label: 'By connection' },
  { value: 'none', label: 'Not grouped' },
]

export function OverviewTools({ relationships, query, onQuery, onLeave }: OverviewToolsProps) {
  const internal = relationships.filter(({ internalNotes }) => internalNotes).length
  return (
    <div className={classes.tools} role="search">
      <TextInput
        type="search"
        aria-label="Search relationships"
        placeholder="Search"
        title="Searches contract, partner, company and owner"
        leftSection={<IconSearch size={15} />}
        rightSection={<Key>Ctrl F</Key>}
        rightSectionWidth={54}
        rightSectionPointerEvents="none"
        value={query.text}
        onChange={(event) => onQuery({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onLeave()
        }}
        className={classes.search ?? ''}
      />
      <Segments
        aria-label="Show"
        data={stateFilters(relationships)}
        value={query.state}
        onChange={(state) => onQuery({ state })}
      />
      <UnstyledButton
        className={classes.toggle}
        aria-pressed={query.internal}
        onClick={() => onQuery({ internal: !query.internal })}
      >
        <IconEye size={15} aria-hidden />{' '}
        <span>
          Internal<i> notes on</i> <b>{formatCount(internal)}</b>
        </span>
      </UnstyledButton>
      <NativeSelect
        aria-label="Environment"
        data={environmentOptions}
        value={query.environment ?? ''}
        onChange={(event) => {
          const value = event.currentTarget.value
          onQuery({ environment: environments.find((each) => each === value) ?? null })
        }}
      />
      <NativeSelect
        aria-label="Role"
        data={roleOptions}
        value={query.role ?? ''}
        onChange={(event) => {
          const value = event.currentTarget.value
          onQuery({ role: roles.find((each) => each === value) ?? null })
        }}
      />
      <NativeSelect
        aria-label="Grouping"
        data={groupingOptions}
        value={query.grouping}
        onChange={(event) =>
          onQuery({ grouping: event.currentTarget.value === 'none' ? 'none' : 'connection' })
        }
      />
    </div>
  )
}
