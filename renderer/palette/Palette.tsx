// The command palette on Ctrl K: relationships, settings of the open one, commands, in this order.
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { fieldPaths, fields } from '../../shared/relationship/fields.ts'
import { showAbout, showAppSettings, showHelp, showShortcuts } from '../help/showHelp.ts'
import { showCompare } from '../history/showCompare.ts'
import { useNavigation } from '../state/navigation.tsx'
import { useConnections, useRelationships } from '../state/queries.ts'
import { bringIntoView } from '../ui/behaviour/bringIntoView.ts'
import { Key } from '../ui/Key.tsx'
import { sayCopiedDiagnostics } from '../ui/behaviour/copyDiagnostics.ts'
import { isolated } from '../ui/words/visibleSigns.ts'
import classes from './Palette.module.css'
import { searchPalette } from './paletteSearch.ts'
import { type ScreenAction, useOfferedActions } from '../ui/screen/screenActions.tsx'
import { roleWords } from '../../shared/relationship/roles.ts'

/** What the open screen adds, as it was when the palette opened. */
type Here = { settings: SpotlightActionData[]; actions: SpotlightActionData[] }

const settingsOnScreen = (): SpotlightActionData[] =>
  fieldPaths
    .filter((path) => document.querySelector(`[data-path="${CSS.escape(path)}"]`))
    .map((path) => ({ id: path, label: fields[path].label, onClick: () => bringIntoView(path) }))

const actionsOf = (offered: readonly ScreenAction[]): SpotlightActionData[] =>
  offered.map(({ label, hint, run }) => ({
    id: `here ${label}`,
    label,
    rightSection: hint && <Key>{hint}</Key>,
    onClick: run,
  }))

const commandsOf = ({ go, back, forward }: ReturnType<typeof useNavigation>): SpotlightActionData[] => [
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
  { id: 'bin', label: 'Open the bin', onClick: () => go({ name: 'bin' }) },
  {
    id: 'whereUsed',
    label: 'Where used',
    onClick: () => go({ name: 'whereUsed', target: null, record: null }),
  },
  { id: 'files', label: 'Files', onClick: () => go({ name: 'files' }) },
  { id: 'import', label: 'Import a configuration file', onClick: () => go({ name: 'files' }) },
  { id: 'compare', label: 'Compare relationships', onClick: () => showCompare() },
  { id: 'back', label: 'Back', rightSection: <Key>Alt ←</Key>, onClick: back },
  { id: 'forward', label: 'Forward', rightSection: <Key>Alt →</Key>, onClick: forward },
  { id: 'settings', label: 'Settings of the app', onClick: showAppSettings },
  { id: 'help', label: 'Help', rightSection: <Key>F1</Key>, onClick: showHelp },
  { id: 'about', label: 'About Syncwright', onClick: showAbout },
  {
    id: 'shortcuts',
    label: 'Keyboard shortcuts',
    rightSection: <Key>?</Key>,
    onClick: showShortcuts,
  },
  { id: 'diagnostics', label: 'Copy diagnostics', onClick: sayCopiedDiagnostics },
]

export function Palette() {
  const navigation = useNavigation()
  const { go } = navigation
  const offeredActions = useOfferedActions()
  const lookAround = (): Here => ({ settings: settingsOnScreen(), actions: actionsOf(offeredActions()) })
  // Asked for before its code was there, it is open from its first moment.
  const [here, setHere] = useState(lookAround)
  const [query, setQuery] = useState('')
  const relationships = useRelationships().data ?? []
  const connections = useConnections().data ?? []
  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Relationships',
      actions: relationships.map((each) => ({
        id: each.id,
        label: each.contractName,
        description: `${roleWords[each.role]} · ${isolated(each.partner)}`,
        onClick: () => go({ name: 'relationship', id: each.id }),
      })),
    },
    {
      group: 'Connections',
      actions: connections.map(({ id, name, site }) => ({
        id: `connection ${id}`,
        label: name,
        description: site,
        onClick: () => go({ name: 'connection', id }),
      })),
    },
    {
      group: 'Settings of this relationship',
      // Twenty settings would bury the commands: they come with the first letter.
      actions: query.trim() === '' ? [] : here.settings,
    },
    {
      group: 'Commands',
      actions: [...here.actions, ...commandsOf(navigation)],
    },
  ]
  return (
    <Spotlight
      actions={groups.filter(({ actions }) => actions.length > 0)}
      shortcut={null}
      // What was chosen may lead to a place of its own; the focus of the page comes back by itself.
      returnFocus={false}
      query={query}
      onQueryChange={setQuery}
      centered={false}
      yOffset={96}
      onSpotlightOpen={() => setHere(lookAround())}
      nothingFound="Nothing matches"
      filter={searchPalette}
      highlightQuery
      scrollable
      maxHeight={440}
      radius="xl"
      size={560}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 120 }}
      classNames={{
        content: classes.content,
        search: classes.search,
        actionsList: classes.list,
        actionsGroup: classes.group,
        action: classes.action,
        actionBody: classes.body,
        actionLabel: classes.label,
        actionDescription: classes.description,
        actionSection: classes.section,
      }}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        rightSection: <Key>Esc</Key>,
        rightSectionWidth: 52,
        placeholder: 'Jump to a relationship, a setting or a command',
        'aria-label': 'Jump to',
      }}
    />
  )
}
