// What is said of a file that was written.
import { describe, expect, it } from 'vitest'
import { exportedWords, sheetWords } from '../../../../renderer/files/exportWords.ts'

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
