// The boards whose tickets a relationship is about.
import { describe, expect, it } from 'vitest'
import { boardsOf } from '../../../../../renderer/preview/sample/boardsOf.ts'
import { sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'

describe('the boards to read from', () => {
  it.each([
    [sourceRelationship(), [4, 5]],
    [targetRelationship(), [4]],
    [targetRelationship({ reverseSync: { enabled: false } }), [4]],
    [targetRelationship({ reverseSync: { enabled: false }, serviceBoard: null }), []],
  ])('are those the settings name', (relationship, ids) =>
    expect(boardsOf(relationship).map(({ id }) => id)).toEqual(ids),
  )
})
