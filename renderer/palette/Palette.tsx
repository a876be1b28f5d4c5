// The command palette on Ctrl K: relationships, settings of the open one, commands, in this order.
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { fieldPaths, fields } from '../../shared/settings/fields.ts'
import { useNavigation } from '../navigation.tsx'
import { useRelationships } from '../queries.ts'
import { goToField } from '../relationships/goToField.ts'
import { copyDiagnostics } from './copyDiagnostics.ts'

export function Palette() {
  const { view, go } = useNavigation()
  const relationships = useRelationships().data ?? []
  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Relationships',
      actions: relationships.map((each) => ({
        id: each.id,
        label: each.contractName,
        description: `${each.role === 'target' ? 'Target' : 'Source'} · ${each.partner}`,
        onClick: () => go({ name: 'relationship', id: each.id }),
      })),
    },
    {
      group: 'Settings of this relationship',
      actions:
        view.name === 'relationship'
          ? fieldPaths
              .filter((path) => document.querySelector(`[data-path="${CSS.escape(path)}"]`))
              .map((path) => ({ id: path, label: fields[path].label, onClick: () => goToField(path) }))
          : [],
    },
    {
      group: 'Commands',
      actions: [
        { id: 'overview', label: 'Overview', onClick: () => go({ name: 'start' }) },
        {
          id: 'new',
          label: 'Set up a new relationship',
          onClick: () => go({ name: 'newRelationship', connectionId: null }),
        },
        {
          id: 'connect',
          label: 'Connect to another ConnectWise',
          onClick: () => go({ name: 'connection', id: null }),
        },
        { id: 'connections', label: 'Open the connections', onClick: () => go({ name: 'connections' }) },
        { id: 'files', label: 'Open a configuration file', onClick: () => go({ name: 'files' }) },
        { id: 'diagnostics', label: 'Copy diagnostics', onClick: () => void copyDiagnostics() },
      ],
    },
  ]
  return (
    <Spotlight
      actions={groups.filter(({ actions }) => actions.length > 0)}
      shortcut="mod + K"
      nothingFound="Nothing matches"
      highlightQuery
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={16} />,
        placeholder: 'Jump to a relationship, a setting or a command',
        'aria-label': 'Jump to',
      }}
    />
  )
}
