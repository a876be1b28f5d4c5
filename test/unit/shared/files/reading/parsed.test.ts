// What reading a file answers: one sentence for the file, and its places.
import { expect, test } from 'vitest'
import { invalidFile, refusedFile, withNotices } from '../../../../../shared/files/reading/parsed.ts'

test('a file that is refused as a whole has the file for its place', () => {
  expect(refusedFile('file-foreign', 'It is a picture.', 'Choose another.')).toEqual({
    ok: false,
    error: { code: 'file-foreign', message: 'It is a picture.', next: 'Choose another.' },
    problems: [{ path: '', message: 'It is a picture.' }],
  })
})

test('a file that does not fit names its first place in the sentence, and all in the detail', () => {
  const one = { path: 'a.b', message: 'Too long. 1.5 at most.' }
  expect(invalidFile('snapshot', [one])).toMatchObject({
    error: {
      code: 'file-invalid',
      message: 'The file is not a valid snapshot (a.b: Too long. 1.5 at most).',
      detail: 'a.b: Too long. 1.5 at most',
    },
    problems: [one],
  })
  const more = [{ path: '', message: 'Empty.' }, one, one]
  expect(invalidFile('sample', more)).toMatchObject({
    error: {
      message: 'The file is not a valid sample (Empty, and 2 more).',
      detail: 'Empty\na.b: Too long. 1.5 at most\na.b: Too long. 1.5 at most',
    },
  })
  expect(invalidFile('sample', [])).toMatchObject({
    error: { message: 'The file is not a valid sample (unknown).' },
  })
})

test('notices come before those that were there, and none adds nothing', () => {
  const parsed = { ok: true as const, value: 1, notices: ['second'] }
  expect(withNotices(parsed, ['first'])).toEqual({ ok: true, value: 1, notices: ['first', 'second'] })
  expect(withNotices(parsed, [])).toBe(parsed)
  expect(withNotices(parsed, undefined)).toBe(parsed)
  const plain = { ok: true as const, value: 1 }
  expect(withNotices(plain, ['first'])).toEqual({ ok: true, value: 1, notices: ['first'] })
  const failed = refusedFile('file-foreign', 'x', 'y')
  expect(withNotices(failed, ['first'])).toBe(failed)
})
