// The sample library stands on what the settings choose.
import { describe, expect, it } from 'vitest'
import { libraryBase } from '../../../../../renderer/preview/sample/librarySample.ts'
import { sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'

describe('the sample library', () => {
  const saved = targetRelationship()
  const draft = targetRelationship({ company: null })

  it('is fitted to what is saved, so that a change of the form shows', () =>
    expect(libraryBase(draft, saved)).toBe(saved))

  it.each([
    ['nothing is saved', null],
    ['no company is saved', targetRelationship({ company: null })],
    ['reverse sync is off in what is saved', targetRelationship({ reverseSync: { enabled: false } })],
    ['the role changed', sourceRelationship()],
  ])('is fitted to the form while %s', (_, before) => expect(libraryBase(draft, before)).toBe(draft))
})
