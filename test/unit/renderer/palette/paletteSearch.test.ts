// The palette finds by the words people type, whatever a command is called here.
import { describe, expect, it } from 'vitest'
import { searchPalette } from '../../../../renderer/palette/paletteSearch.ts'

const action = (label: string, description = '') => ({ id: label, label, description })
const groups = [
  {
    group: 'Relationships',
    actions: [
      action('Wingtip logistics', 'Source · Wingtip'),
      action('Café Contoso', 'Target · Contoso'),
      action('Binford tools', 'Target · Binford'),
    ],
  },
  {
    group: 'Commands',
    actions: [
      'Overview',
      'Connect to another ConnectWise',
      'Open the connections',
      'Open the bin',
      'Where used',
      'Files',
      'Settings of the app',
      'About Syncwright',
    ].map((label) => action(label)),
  },
]
const find = (query: string) =>
  searchPalette(query, groups).flatMap((each) =>
    'actions' in each ? each.actions.map(({ label }) => label) : [],
  )

describe('the palette', () => {
  it.each([
    ['trash', 'Open the bin'],
    ['deleted', 'Open the bin'],
    ['dark', 'Settings of the app'],
    ['Preferences', 'Settings of the app'],
    ['version', 'About Syncwright'],
    ['date format', 'Settings of the app'],
    ['new connection', 'Connect to another ConnectWise'],
    ['rotate', 'Open the connections'],
    ['permission', 'Open the connections'],
    ['share', 'Files'],
    ['used where', 'Where used'],
    ['overveiw', 'Overview'],
    ['cafe', 'Café Contoso'],
    ['contoso target', 'Café Contoso'],
  ])('finds for “%s” first: %s', (query, first) => {
    expect(find(query)[0]).toBe(first)
  })

  it('shows everything in its order before anything is typed', () => {
    expect(find(' ')).toHaveLength(11)
    expect(find('')[0]).toBe('Wingtip logistics')
  })

  it('draws twenty of a thousand, and finds each of them', () => {
    const fleet = Array.from({ length: 1000 }, (_, at) => action(`Zürich ${at}`, 'Target · Tailspin'))
    const lines = (query: string) =>
      searchPalette(query, [{ group: 'Relationships', actions: fleet }]).flatMap((each) =>
        'actions' in each ? each.actions.map(({ label }) => label) : [],
      )
    expect(lines('')).toHaveLength(20)
    expect(lines('tailspin target')).toHaveLength(20)
    expect(lines('987 zurich')).toEqual(['Zürich 987'])
  })

  it('finds nothing for what nothing is called', () => {
    expect(find('xyzzy')).toEqual([])
  })
})
