// What the palette finds for what is typed: best match first, also by the other words people have for a command.
import type {
  SpotlightActionData,
  SpotlightActionGroupData,
  SpotlightFilterFunction,
} from '@mantine/spotlight'
import { rankByText } from '../../shared/reference/rank.ts'

/** By the label of a command, those of the open screen among them. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  Overview: ['home', 'start page', 'all relationships', 'readiness'],
  'Set up a new relationship': ['add', 'create', 'customer', 'client', 'partner'],
  'Connect to another ConnectWise': ['add a new connection', 'API keys', 'credentials', 'password', 'log in'],
  'Open the connections': [
    'API keys',
    'credentials',
    'password',
    'rotate keys',
    'rehearse new keys',
    'test connection',
    'permissions',
    'rights',
    'lists',
    'reference data',
    'sandbox',
    'production',
  ],
  'Open the bin': ['trash', 'recycle bin', 'deleted', 'restore', 'bring back', 'undelete'],
  'Where used': ['replace everywhere', 'usage'],
  Files: ['export', 'backup', 'share', 'send', 'git', 'field bundle', 'data folder', 'policy', 'updates'],
  'Import a configuration file': ['open a file', 'load', 'restore a backup', 'promote'],
  'Compare relationships': ['diff', 'differences'],
  'Settings of the app': [
    'theme',
    'dark mode',
    'light mode',
    'appearance',
    'text size',
    'font size',
    'zoom',
    'language',
    'date format',
    'preferences',
    'options',
  ],
  Help: ['F1', 'manual', 'documentation', 'guide', 'support'],
  'About Syncwright': ['version', 'update', 'licence', 'data folder', 'logs'],
  'Keyboard shortcuts': ['hotkeys', 'keys'],
  'Copy diagnostics': ['logs', 'support', 'bug report'],
  Refresh: ['reload', 'update the lists', 'sync the lists'],
  Export: ['save as', 'download', 'git'],
  'Handover sheet': ['print', 'report', 'HTML'],
  'Handover sheet as PDF': ['print'],
  History: ['revisions', 'versions', 'restore'],
  'Search the tickets': ['sample', 'find'],
  'Delete relationship': ['remove'],
  'Test connection': ['API keys', 'credentials', 'rights', 'permissions'],
}

type Found = SpotlightActionData & { group: string }

const textsOf = ({ label = '', description = '' }: SpotlightActionData): readonly string[] => [
  label,
  description,
  ...(alsoCalled[label] ?? []),
]

/** Nobody reads a longer list: more letters find what is not in it. */
const mostShown = 20

/** Groups stand in the order of what was found first in each; of a thousand only so many are drawn. */
export const searchPalette: SpotlightFilterFunction = (query, groups) => {
  const all = groups.flatMap((each): Found[] =>
    'actions' in each ? each.actions.map((action) => ({ ...action, group: each.group })) : [],
  )
  const found = rankByText(all, query, textsOf).map(({ item }) => item)
  return [...Map.groupBy(found, ({ group }) => group)].map(
    ([group, actions]): SpotlightActionGroupData => ({ group, actions: actions.slice(0, mostShown) }),
  )
}
