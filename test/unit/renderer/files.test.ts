// The pure parts of the import screen: differences in words, sentences about an import, reading a chosen file.
import { describe, expect, it } from 'vitest'
import { labelOf, partsOf } from '../../../renderer/files/review/importedChanges.ts'
import { exportedWords, sheetWords } from '../../../renderer/files/exportWords.ts'
import {
  carriesWords,
  replaceListsLabel,
  createdConnections,
  resultWords,
  reviewWords,
} from '../../../renderer/files/review/importWords.ts'
import { readChosen, readText } from '../../../renderer/files/readText.ts'
import type { ImportEntry } from '../../../shared/ipc/fileCalls.ts'
import { targetRelationship } from '../../support/relationships.ts'

const entry = (state: ImportEntry['state'], connectionId: string | null = 'c1'): ImportEntry => ({
  relationship: targetRelationship(),
  state,
  changes: [],
  connectionId,
  matches: [],
  listsAsOf: null,
  elsewhere: null,
  mode: 'replace',
  namesake: null,
})

describe('an export', () => {
  it.each([
    [{ ready: true, dirty: false }, ''],
    [{ ready: false, dirty: false }, 'The relationship is not ready: its findings say what is open.'],
    [{ ready: true, dirty: true }, 'Unsaved changes are not in it.'],
    [{ ready: false, dirty: true }, 'Unsaved changes are not in it.'],
  ])('of %j says so', (state, words) => {
    expect(exportedWords(state)).toBe(words)
  })

  it('as a sheet says which changes are not in it', () => {
    expect(sheetWords({ dirty: false })).toBe('')
    expect(sheetWords({ dirty: true })).toBe('Unsaved changes are not in it.')
  })
})

describe('a difference', () => {
  it.each([
    ['status', 'Status'],
    ['timeEntries.defaultMember', 'Default member'],
    ['reverseSync.filter.boards', 'Reverse sync filter'],
    ['contractName', 'Contract name'],
    ['connection', 'Connection'],
    ['apiOverride', 'API override'],
    ['somethingNew', 'somethingNew'],
  ])('at %s is called %s', (field, label) => expect(labelOf(field)).toBe(label))

  it.each([
    ['status', { id: 31, name: 'New' }, [{ text: 'New', id: 31 }]],
    ['status', null, [{ text: 'not chosen', id: null }]],
    [
      'reverseSync.fieldFilter',
      { id: 28, caption: 'Sync to partner' },
      [{ text: 'Sync to partner', id: 28 }],
    ],
    [
      'boards',
      [
        { id: 4, name: 'Help Desk' },
        { id: 5, name: 'NOC' },
      ],
      [
        { text: 'Help Desk', id: 4 },
        { text: 'NOC', id: 5 },
      ],
    ],
    ['boards', [], [{ text: 'none', id: null }]],
    ['commentTypes', ['internal'], [{ text: 'Internal', id: null }]],
    ['role', 'target', [{ text: 'Target', id: null }]],
    ['source', { id: 2, name: 'target' }, [{ text: 'target', id: 2 }]],
    ['partner', 'target', [{ text: 'target', id: null }]],
    ['apiOverride', null, [{ text: 'off', id: null }]],
    [
      'apiOverride',
      { site: 'eu.example.test', companyId: 'acme' },
      [{ text: 'eu.example.test, acme', id: null }],
    ],
  ])('in %s reads %j as %j', (field, value, parts) => expect(partsOf(field, value)).toEqual(parts))
})

describe('an import', () => {
  it.each([
    [[], 'The file holds no relationship.'],
    [[entry('new')], '1 relationship: 1 is new.'],
    [
      [entry('new'), entry('new'), entry('differs'), entry('same')],
      '4 relationships: 2 are new, 1 differs, 1 is already here.',
    ],
  ])('is announced', (entries, sentence) => expect(reviewWords(entries)).toBe(sentence))

  it.each([
    [2, [entry('new')], '2 relationships imported.'],
    [0, [entry('same')], 'Nothing was changed: everything in this file is already here.'],
    [0, [entry('new')], 'Nothing was chosen, so nothing was changed.'],
  ])('that stored %d says so', (stored, entries, sentence) => {
    expect(resultWords(stored, entries)).toBe(sentence)
  })

  it('of reference data alone says whether it was taken, and where it goes', () => {
    const carried = { references: 1, samples: 0, keys: 0 }
    expect(resultWords(0, [], carried)).toBe('The reference data was imported.')
    expect(resultWords(0, [])).toBe('Nothing was changed: the reference data that is here stays.')
    const reference = { name: 'Acme production', fetchedAt: '2026-11-23T09:14:00Z', replaces: null }
    expect(carriesWords({ references: [reference], samples: [], keys: 0 }, true)).toMatch(
      /^Reference data of “Acme production” as of .+\. It goes to every connection here of the same site/,
    )
  })

  it('asks before lists that were read here are replaced, and only then', () => {
    const reference = { name: 'Acme production', fetchedAt: '2026-11-23T09:14:00Z', replaces: null }
    const carries = (replaces: string | null) => ({
      references: [reference, { ...reference, replaces }],
      samples: [],
      keys: 0,
    })
    expect(replaceListsLabel(carries(null))).toBeNull()
    expect(replaceListsLabel(carries('2026-11-20T09:14:00Z'))).toMatch(
      /^Replace the lists read here at .+ by those of the file of .+/,
    )
  })

  it('names each connection it creates once', () => {
    expect(createdConnections([entry('new', null), entry('new', null), entry('new')])).toHaveLength(1)
  })
})

describe('a chosen file', () => {
  const file = (content: BlobPart) => new File([content], 'contoso.syncwright.json')

  it('is read as text', async () => {
    expect(await readText(file('{"é": 1}'))).toEqual({ ok: true, value: '{"é": 1}' })
  })

  it('is refused when it is no text', async () => {
    expect(await readText(file(new Uint8Array([0xff, 0xfe, 0x80])))).toMatchObject({
      error: { code: 'file-damaged' },
    })
  })

  it('may be larger than a configuration when it begins as reference data', async () => {
    const large = (kind: string) => file(`{"kind":"${kind}","x":"${'x'.repeat(17_000_000)}"}`)
    expect(await readChosen(large('syncwright.reference'))).toMatchObject({ ok: true })
    expect(await readChosen(large('syncwright.relationships'))).toMatchObject({
      error: { code: 'file-too-large' },
    })
  })

  it('is refused when it is too large or gone, and the sentence names it', async () => {
    const huge = Object.defineProperty(file(''), 'size', { value: 64 * 1024 * 1024 + 1 })
    const gone = Object.assign(file(''), { arrayBuffer: () => Promise.reject(new Error('NotFoundError')) })
    for (const [chosen, code] of [
      [huge, 'file-too-large'],
      [gone, 'file-unreadable'],
    ] as const) {
      const result = await readText(chosen)
      expect(result).toMatchObject({ ok: false, error: { code } })
      expect(result.ok ? '' : result.error.message).toContain('contoso.syncwright.json')
    }
  })
})
