// The parts of a handover sheet, block by block, before it is Markdown or a page.
import { describe, expect, test } from 'vitest'
import { targetRelationship } from '../../../../support/relationships.ts'
import { below, blocksOf, finding, paragraphs, tables } from './sheetBlocks.ts'

test('findings stand with their label, or with what they are about, and what was not judged below', () => {
  const findings = [
    finding('error', 'member-unknown', 'timeEntries.defaultMember'),
    finding('warning', 'snapshot-stale', 'snapshot'),
  ]
  const blocks = below('Open findings', blocksOf({ findings, unjudged: ['Sources were not read.'] }))
  expect(tables(blocks)).toEqual([
    [
      [
        { text: 'Error' },
        { text: 'Default member' },
        { text: 'About timeEntries.defaultMember.', quiet: 'Do it.' },
      ],
      [{ text: 'Warning' }, { text: 'Snapshot' }, { text: 'About snapshot.', quiet: 'Do it.' }],
    ],
  ])
  expect(blocks[0]).toMatchObject({
    columns: [
      { name: 'Severity', kind: 'word' },
      { name: 'Setting', kind: 'text' },
      { name: 'Finding and what to do', kind: 'text' },
    ],
  })
  expect(paragraphs(blocks)).toEqual(['Sources were not read.'])
  expect(below('Open findings', blocksOf())).toEqual([{ kind: 'paragraph', text: 'Nothing was found.' }])
})

test('rights say whether anything was tested, and those that are missing come first', () => {
  const right = (name: string, state: 'granted' | 'missing' | 'untested') => ({
    right: name,
    state,
    neededFor: 'x',
  })
  const untested = below('Permissions', blocksOf({ permissions: [right('A', 'untested')] }))
  expect(paragraphs(untested)).toEqual([expect.stringContaining('Nothing was tested for this sheet.')])
  const permissions = [
    right('A', 'granted'),
    right('B', 'untested'),
    right('C', 'missing'),
    right('D', 'missing'),
  ]
  const tested = below('Permissions', blocksOf({ permissions }))
  expect(paragraphs(tested)).toEqual([
    expect.stringContaining('1 of the 4 rights'),
    'Ask the ConnectWise administrator for: C; D.',
  ])
  expect(tables(tested)[0]?.map(([name, state]) => [name?.text, state])).toEqual([
    ['C', { text: 'Missing', mark: 'bad' }],
    ['D', { text: 'Missing', mark: 'bad' }],
    ['B', { text: 'Not tested', mark: 'open' }],
    ['A', { text: 'Granted', mark: 'good' }],
  ])
})

test('rights of one function share a row where their state is the same', () => {
  const right = (level: string, state: 'granted' | 'missing', neededFor: string) => ({
    right: `Time & Expense > Time Entry > ${level}`,
    state,
    neededFor,
  })
  const permissions = [
    right('Inquire All', 'granted', 'Sync time entries'),
    right('Add All', 'granted', 'Sync time entries'),
    right('Edit All', 'missing', 'Changed hours'),
  ]
  const [rows] = tables(below('Permissions', blocksOf({ permissions })))
  expect(rows?.map(([name, , why]) => [name?.text, why?.text])).toEqual([
    ['Time & Expense > Time Entry > Edit All', 'Changed hours'],
    ['Time & Expense > Time Entry > Inquire All, Add All', 'Sync time entries'],
  ])
})

test('settings show texts, switches, records and what is not chosen', () => {
  const relationship = targetRelationship({
    source: null,
    priority: null,
    syncAttachments: false,
    serviceBoard: { id: 4, name: '' },
  })
  const rows = new Map(
    tables(below('Settings', blocksOf({ relationship })))
      .flat()
      .map(([label, value, id]) => [label?.text, [value?.text, value?.quiet ?? '', id?.text]]),
  )
  expect(rows.get('Company')).toEqual(['Contoso Ltd', 'Contoso', '250'])
  expect(rows.get('Service board')).toEqual(['#4', '', '4'])
  expect(rows.get('Source')).toEqual(['', 'Not chosen', ''])
  expect(rows.get('Priority')).toEqual(['', 'Not chosen yet', ''])
  expect(rows.get('Sync attachments')).toEqual(['Off', '', ''])
  expect(rows.get('Sync time entries')).toEqual(['On', '', ''])
  expect(rows.get('Company ID')).toEqual(['acme', 'from the connection', ''])
  expect(rows.has('Private key')).toBe(false)
})

describe('the preview', () => {
  const row = (verdict: 'create' | 'fail', reasons: ('summary-missing' | 'status-unknown')[]) => ({
    key: 'a',
    verdict,
    reasons,
    warnings: verdict === 'create' ? (['summary-truncated'] as const) : [],
  })
  const rows = [
    row('create', []),
    row('fail', ['summary-missing', 'status-unknown']),
    row('fail', ['status-unknown']),
  ]

  test('counts what came out and why, most often first', () => {
    const preview = {
      sample: '“M”',
      flow: 'inbound' as const,
      summary: { create: 1, fail: 2 },
      rows,
      notRead: 1,
    }
    const blocks = below('Preview summary', blocksOf({ previews: [preview] }))
    expect(paragraphs(blocks)[0]).toBe('Sample: “M”, 3 tickets. 1 row was not read.')
    expect(paragraphs(blocks)).toHaveLength(2)
    expect(tables(blocks)[0]?.map(([what, , count]) => [what?.under ?? '', count?.text])).toEqual([
      ['', '1'],
      ['count', '1'],
      ['', '2'],
      ['count', '2'],
      ['count', '1'],
    ])
    expect(tables(blocks)[0]?.[3]?.[0]?.text).toMatch(/status/i)
    expect(blocks.find(({ kind }) => kind === 'bar')).toEqual({
      kind: 'bar',
      parts: [
        { label: 'Create', count: 1, tone: 'good' },
        { label: 'Fail', count: 2, tone: 'bad' },
      ],
    })
  })

  test('tells the tickets of the sample library that are meant to fail from those the settings fail', () => {
    const library = {
      sample: 'the sample library',
      flow: 'inbound' as const,
      summary: { create: 1, fail: 2 },
      rows: [row('create', []), row('fail', ['summary-missing']), row('fail', ['status-unknown'])],
      notRead: 0,
      isLibrary: true,
    }
    const said = tables(below('Preview summary', blocksOf({ previews: [library] })))[0] ?? []
    const outcomes = said.filter(([what]) => !what?.under).map(([what, , count]) => [what?.text, count?.text])
    expect(outcomes).toEqual([
      ['Create', '1'],
      ['Fail', '1'],
      ['Fail, as meant', '1'],
    ])
  })

  test('says how much of a sample was read, and where there was none', () => {
    const line = (count: number, notRead: number) =>
      paragraphs(
        below(
          'Preview summary',
          blocksOf({
            previews: [
              {
                sample: 'S',
                flow: 'outbound',
                summary: { send: 0, skip: 0 },
                rows: rows.slice(0, count),
                notRead,
              },
            ],
          }),
        ),
      )[0]
    expect(line(1, 0)).toBe('Sample: S, 1 ticket.')
    expect(line(2, 2)).toBe('Sample: S, 2 tickets. 2 rows were not read.')
    expect(paragraphs(below('Preview summary', blocksOf()))).toEqual([
      'No sample was at hand, so nothing was previewed for this sheet.',
    ])
  })
})

describe('going live', () => {
  const steps = [
    { name: 'Keys tested' as const, state: 'done' as const, evidence: 'now' },
    { name: 'First sync' as const, state: 'open' as const, evidence: '' },
  ]
  const said = (summary: Record<string, number>, leaks: number, accepted = 0) => {
    const all = { 'as-expected': 0, differs: 0, missing: 0, ambiguous: 0, extra: 0, ...summary }
    const verified = {
      of: 'verified',
      for: '',
      at: '2026-11-23T09:00:00Z',
      summary: all,
      leaks,
      unread: 0,
      file: null,
      accepted: Array.from({ length: accepted }, (_, index) => ({
        of: String(index),
        for: '',
        at: '2026-11-23T09:00:00Z',
      })),
    }
    return paragraphs(below('Go live', blocksOf({ goLive: { steps, verified } })))
  }

  test('lists the steps with their state, done or not', () => {
    const blocks = below('Go live', blocksOf({ goLive: { steps, verified: null } }))
    expect(blocks).toHaveLength(1)
    expect(blocks[0]).toMatchObject({
      columns: [
        { name: 'Step', kind: 'strong' },
        { name: 'State', kind: 'word' },
        { name: 'What is known', kind: 'text' },
      ],
    })
    expect(tables(blocks)).toEqual([
      [
        [{ text: 'Keys tested', mark: 'good' }, { text: 'done' }, { text: 'now' }],
        [{ text: 'First sync', mark: 'open' }, { text: 'open' }, { text: '' }],
      ],
    ])
  })

  test('tells in one line what the first sync came to', () => {
    expect(said({}, 0)[0]).toMatch(/: no tickets\. No ticket was compared, so who read what is not known\.$/)
    expect(said({ 'as-expected': 2, missing: 1 }, 0)).toEqual([
      'First sync compared 23 Nov 2026, 09:00: 2 as expected, 1 missing. No text reached anybody it should not.',
    ])
    expect(said({ differs: 1 }, 1)[0]).toMatch(/: 1 differs\. 1 text reached somebody it should not\.$/)
    expect(said({ differs: 3 }, 0, 2)[0]).toMatch(/: 3 differs \(2 seen and accepted\)\. No text/)
    expect(said({ differs: 2 }, 2)[0]).toMatch(/: 2 differs\. 2 texts reached somebody they should not\.$/)
  })
})
