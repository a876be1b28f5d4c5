// Files that have a copy beside them, written in a run: both say the same afterwards, and no file is made where one is free.
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDocument } from '../../../../main/disk/document.ts'
import { createJournal, recoverJournal } from '../../../../main/disk/journal.ts'
import { createStoreLock } from '../../../../main/disk/storeLock.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { z } from '../../../../shared/zod.ts'
import { openConf } from '../../../support/stores.ts'
import { temporaryFolder } from '../store/fixtures.ts'

const schema = z.strictObject({ version: z.literal(1), crew: z.array(z.string()) })

function open() {
  const home = temporaryFolder()
  const journal = createJournal(home, createStoreLock(home))
  const [file, copy] = [join(home, 'rota.json'), join(home, 'rota.last-good.json')]
  const rota = createDocument(
    { openStore: openConf, now: () => new Date(), notify: () => {} },
    { folder: home, name: 'rota', label: 'The rota', version: 1, schema, empty: { version: 1, crew: [] } },
  )
  rota.write({ version: 1, crew: ['Ines'] })
  const crewIn = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')).crew
  const run = (then: () => Promise<unknown>, ...crew: string[]) =>
    journal.run('The exchange', async () => {
      rota.write({ version: 1, crew })
      await then()
      return ok(null)
    }, [rota.place])
  return { home, journal, file, copy, rota, crewIn, run, both: () => [crewIn(file), crewIn(copy)] }
}
const nothing = async () => {}
const inode = (path: string): number => statSync(path).ino

test('a run leaves the file and its copy alike, in the two files that were there', async () => {
  const { file, copy, run, both } = open()
  const before = new Set([inode(file), inode(copy)])
  await run(nothing, 'Ines', 'Tomás', 'Ewa')
  await run(nothing, 'Ewa')
  expect(both()).toEqual([['Ewa'], ['Ewa']])
  expect(inode(file)).not.toBe(inode(copy))
  expect(new Set([inode(file), inode(copy)])).toEqual(before)
})

test('a file that the run makes gets its copy too', async () => {
  const { file, copy, run, both } = open()
  rmSync(file)
  rmSync(copy)
  await run(nothing, 'Bo')
  expect(both()).toEqual([['Bo'], ['Bo']])
})

test('a file that the run removes has no copy afterwards', async () => {
  const { home, rota, run } = open()
  await run(async () => void rota.remove(), 'Bo')
  expect(readdirSync(home).filter((name) => name.startsWith('rota'))).toEqual([])
})

test('what another name leads to is not written over', async () => {
  const { home, file, copy, run, both, crewIn } = open()
  const [fileOfABackup, copyOfABackup] = [join(home, 'file.kept'), join(home, 'copy.kept')]
  linkSync(file, fileOfABackup)
  linkSync(copy, copyOfABackup)
  await run(nothing, 'Bo')
  expect(both()).toEqual([['Bo'], ['Bo']])
  expect([crewIn(fileOfABackup), crewIn(copyOfABackup)]).toEqual([['Ines'], ['Ines']])
})

test('work that fails leaves both as they were', async () => {
  const { journal, rota, both } = open()
  const refused = fail('conflict', 'No.')
  const work = async () => (rota.write({ version: 1, crew: ['Bo'] }), refused)
  expect(await journal.run('The exchange', work, [rota.place])).toEqual(refused)
  expect(both()).toEqual([['Ines'], ['Ines']])
  expect(rota.read().crew).toEqual(['Ines'])
})

test('a process that ends in the middle leaves both as they were', async () => {
  const { home, run, both } = open()
  const written = Promise.withResolvers<void>()
  void run(() => {
    written.resolve()
    return new Promise(() => {})
  }, 'Bo')
  await written.promise
  recoverJournal(home, () => {})
  expect(both()).toEqual([['Ines'], ['Ines']])
})

test('a process that ends when all is written has its copies made at the next start', async () => {
  const { home, copy, run, both } = open()
  await run(nothing, 'Bo')
  rmSync(copy)
  const done = join(home, 'journal', 'fedcba9876543210.done')
  mkdirSync(done)
  const note = { path: 'rota.json', before: '0', copy: 'rota.last-good.json' }
  writeFileSync(join(done, '0'), '{ "version": 1, "crew": ["Ines"] }')
  writeFileSync(join(done, 'notes.log'), `{"what":"The exchange"}\n${JSON.stringify(note)}\n`)
  recoverJournal(home, () => {})
  expect(both()).toEqual([['Bo'], ['Bo']])
  expect(existsSync(done)).toBe(false)
})

test('a note that names a folder as the copy stops no start', () => {
  const { home, both, crewIn, file } = open()
  const journal = join(home, 'journal', '0123456789abcdef')
  mkdirSync(journal, { recursive: true })
  mkdirSync(join(home, 'photos'))
  const note = { path: 'new.json', before: null, copy: 'photos' }
  writeFileSync(join(journal, 'notes.log'), `{"what":"The exchange"}\n${JSON.stringify(note)}\n`)
  recoverJournal(home, () => {})
  expect(existsSync(join(home, 'photos'))).toBe(true)
  expect([both()[1], crewIn(file)]).toEqual([['Ines'], ['Ines']])
})

test('a file that is replaced while it is read is read again, not put aside', () => {
  const { home, rota } = open()
  const notices: string[] = []
  let replace = (): void => void rota.write({ version: 1, crew: ['Bo'] })
  const reader = createDocument(
    { openStore: openConf, now: () => new Date(), notify: (sentence) => void notices.push(sentence) },
    {
      folder: home,
      name: 'rota',
      label: 'The rota',
      version: 1,
      schema: schema.refine(({ crew }) => {
        replace()
        replace = () => {}
        return crew.includes('Bo')
      }),
      empty: { version: 1, crew: [] },
    },
  )
  expect(reader.read().crew).toEqual(['Bo'])
  expect(notices).toEqual([])
})
