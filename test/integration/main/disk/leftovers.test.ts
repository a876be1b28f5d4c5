// What a write leaves behind when the computer stops in the middle of it goes at a later start, and nothing else does.
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clearLeftovers } from '../../../../main/disk/leftovers.ts'
import { temporaryFolder } from '../store/fixtures.ts'

const folders = [
  '.',
  'relationships',
  'references',
  'samples',
  'first-syncs',
  'bin',
  'drafts',
  'journal',
  'logs',
]
const temporary = [
  'connections.last-good.json.tmp',
  'rel-a.json.tmp',
  'rel-a.json.tmp-1234567890ab',
  'sample-a.sum.tmp',
  'syncwright-0123456789abcdef.tmp',
]
const others = ['rel-a.json', 'mine.tmp', 'notes.json.tmp.txt', 'syncwright-report.tmp']

test('temporary files of every folder go once they are an hour old', async () => {
  const home = temporaryFolder()
  const now = new Date()
  const put = (name: string, minutesOld: number): string => {
    const path = join(home, name)
    writeFileSync(path, '')
    const then = new Date(now.getTime() - minutesOld * 60_000)
    utimesSync(path, then, then)
    return path
  }
  for (const folder of folders) mkdirSync(join(home, folder), { recursive: true })
  const all = (names: string[], minutesOld: number): string[] =>
    folders.flatMap((folder) => names.map((name) => put(join(folder, name), minutesOld)))
  const [old, kept] = [all(temporary, 61), all(others, 61)]
  const young = put('drafts/syncwright-00ff.tmp', 1)
  await clearLeftovers(home, now)
  expect(old.filter((path) => existsSync(path))).toEqual([])
  expect([...kept, young].filter((path) => !existsSync(path))).toEqual([])
})

test('a folder that is not there, or a folder called like one, is no reason to stop', async () => {
  const home = temporaryFolder()
  mkdirSync(join(home, 'rel-a.json.tmp'))
  utimesSync(join(home, 'rel-a.json.tmp'), 0, 0)
  await clearLeftovers(home, new Date())
  await clearLeftovers(join(home, 'absent'), new Date())
  expect(existsSync(join(home, 'rel-a.json.tmp'))).toBe(true)
})

test('a data folder that is a file is looked at and left', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, 'Mine.')
  await clearLeftovers(file, new Date())
  expect(existsSync(file)).toBe(true)
})
