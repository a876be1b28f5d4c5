// The sentences around an import: what a file would do, and what it did.
import { describe, expect, it } from 'vitest'
import {
  carriesWords,
  createdConnections,
  replaceListsLabel,
  resultWords,
  reviewWords,
} from '../../../../../renderer/files/review/importWords.ts'
import type { ImportEntry } from '../../../../../shared/ipc/areas/fileCalls.ts'
import { targetRelationship } from '../../../../support/relationships.ts'

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
