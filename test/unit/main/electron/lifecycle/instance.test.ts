// Why a start got no lock, and what it hands over to the instance that has it.
import { expect, test } from 'vitest'
import { lockProblem, wishOf } from '../../../../../main/electron/lifecycle/instance.ts'

const place = (readLink: () => string) => ({
  folder: '/data',
  platform: 'linux' as const,
  host: 'desk',
  readLink,
  mayWrite: () => true,
})
const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code })
}

test('another instance on this computer has been told, so nothing more is said', () => {
  expect(lockProblem(place(() => 'desk-4711'))).toBeUndefined()
  const windows = { ...place(failing('ENOENT')), platform: 'win32' as const }
  expect(lockProblem({ ...windows, exists: (path) => path.endsWith('lockfile') })).toBeUndefined()
})

test('Windows has no lock file where nobody holds the lock, and that is told', () => {
  const windows = { ...place(failing('ENOENT')), platform: 'win32' as const, exists: () => false }
  expect(lockProblem(windows)).toMatch(/cannot keep its lock in \/data/)
})

test('a folder that may not be written is not taken for a disk without locks', () => {
  expect(lockProblem({ ...place(failing('ENOENT')), mayWrite: () => false })).toMatch(
    /^\/data may not be written by this user/,
  )
})

test('an instance on another computer is named, with what to do when it is gone', () => {
  expect(lockProblem(place(() => 'front-office-12'))).toMatch(/on front-office\. .*SingletonLock/)
})

test.each(['ENOENT', 'EINVAL'])('a disk that holds no lock is told as one (%s)', (code) => {
  expect(lockProblem(place(failing(code)))).toMatch(/^\/data is on a disk that cannot hold/)
})

test('a folder nobody may look into is told as one', () => {
  expect(lockProblem(place(failing('EACCES')))).toMatch(/^\/data cannot be looked into/)
})

test.each([
  [
    { demo: true, files: ['/a.json'] },
    { demo: true, files: ['/a.json'] },
  ],
  [null, { demo: false, files: [] }],
  ['--demo', { demo: false, files: [] }],
  [
    { demo: 'yes', files: [1, '/b.json', {}] },
    { demo: false, files: ['/b.json'] },
  ],
])('of %j a wish is taken as far as it is one', (sent, wish) => {
  expect(wishOf(sent)).toEqual(wish)
})
