// The names of the records that a request points at.
import { describe, expect, it } from 'vitest'
import { createNames } from '../../../../../../renderer/preview/ticket/requests/recordNames.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../../../support/relationships.ts'

describe('names', () => {
  it('takes the name of the reference data before the one the settings remember', () => {
    const names = createNames(
      targetRelationship({ status: { id: 31, name: 'Old name' } }),
      reference({ statuses: [{ id: 31, name: 'New name', inactive: true }] }),
    )
    expect(names('statuses', 31)).toEqual({ name: 'New name', inactive: true })
  })

  it('falls back to the settings, and to nothing', () => {
    const names = createNames(targetRelationship(), null)
    expect(names('boards', 4)).toEqual({ name: 'Help Desk', inactive: false })
    expect(names('members', 42)).toEqual({ name: 'Dana Reyes', inactive: false })
    expect(names('boards', 5)).toBeNull()
    expect(createNames(sourceRelationship(), null)('boards', 5)?.name).toBe('Field Work')
  })
})
