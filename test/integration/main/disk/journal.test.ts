// Many writes as one: they stand together, or every file is as it was, also for a process that never came to the end.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createJournal, noteBefore, recoverJournal } from '../../../../main/disk/journal.ts'
import { createStoreLock } from '../../../../main/disk/storeLock.ts'
import { writeWhole } from '../../../../main/disk/writeWhole.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { temporaryFolder } from '../store/fixtures.ts'

function open() {
  const folder = temporaryFolder()
  const path = (name: string) => join(folder, name)
  writeFileSync(path('a.json'), 'a before')
  writeFileSync(path('gone.json'), 'gone before')
  const journal = createJournal(folder, createStoreLock(folder))
  const write = async (name: string, content: string) => {
    noteBefore(path(name))
    await writeWhole(path(name), content)
  }
  const work = async () => {
    await write('a.json', 'a one')
    await write('a.json', 'a two')
    await write('new.json', 'new')
    noteBefore(path('gone.json'))
    rmSync(path('gone.json'))
  }
  const content = () =>
    Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, readFileSync(path(name), 'utf8')]),
    )
  return { folder, journal, work, content }
}
const before = { 'a.json': 'a before', 'gone.json': 'gone before' }
const after = { 'a.json': 'a two', 'new.json': 'new' }
const left = (folder: string): string[] => readdirSync(join(folder, 'journal'))

test('work that succeeds stands, and leaves nothing behind', async () => {
  const { folder, journal, work, content } = open()
  const result = await journal.run('The import', async () => {
    await work()
    return ok(7)
  })
  expect(result).toEqual(ok(7))
  expect(content()).toEqual(after)
  expect(left(folder)).toEqual([])
})

test('work that fails leaves every file as it was', async () => {
  const { folder, journal, work, content } = open()
  const refused = fail('conflict', 'No.')
  const result = await journal.run('The import', async () => {
    await work()
    return refused
  })
  expect(result).toEqual(refused)
  expect(content()).toEqual(before)
  expect(left(folder)).toEqual([])
})

test('work that throws leaves every file as it was', async () => {
  const { journal, work, content } = open()
  const run = journal.run('The import', async () => {
    await work()
    throw new Error('no')
  })
  await expect(run).rejects.toThrow('no')
  expect(content()).toEqual(before)
})

test('a run inside a run is part of it', async () => {
  const { journal, work, content } = open()
  await journal.run('The import', async () => {
    await journal.run('A part', async () => {
      await work()
      return ok(null)
    })
    return fail('conflict', 'No.')
  })
  expect(content()).toEqual(before)
})

test('a file that is known beforehand and never written keeps what another wrote meanwhile', async () => {
  const { folder, journal, work, content } = open()
  const other = join(folder, 'other.json')
  writeFileSync(other, 'other before')
  const refused = fail('conflict', 'No.')
  const known = [join(folder, 'a.json'), join(folder, 'a.json'), other]
  await journal.run(
    'The import',
    async () => {
      await work()
      await writeWhole(other, 'other after')
      return refused
    },
    known,
  )
  expect(content()).toEqual({ ...before, 'other.json': 'other after' })
})

test('what another wrote meanwhile stands after a process that never came to the end, whether the run writes there later or not', async () => {
  const { folder, journal, content } = open()
  const [first, second] = [join(folder, 'a.json'), join(folder, 'gone.json')]
  const outside = async (path: string, text: string) => {
    noteBefore(path)
    await writeWhole(path, text)
  }
  const begun = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const written = Promise.withResolvers<void>()
  void journal.run('The import', async () => {
    begun.resolve()
    await goOn.promise
    noteBefore(first)
    await writeWhole(first, 'by the run')
    written.resolve()
    return new Promise(() => {})
  }, [first, second])
  await begun.promise
  await outside(first, 'a of another')
  await outside(second, 'gone of another')
  goOn.resolve()
  await written.promise
  expect(content()).toEqual({ 'a.json': 'by the run', 'gone.json': 'gone of another' })
  recoverJournal(folder, () => {})
  expect(content()).toEqual({ 'a.json': 'a of another', 'gone.json': 'gone of another' })
})

describe.each([
  ['noted one by one', []],
  ['known beforehand', ['a.json', 'gone.json', 'new.json']],
])('after a process that never came to the end, with files %s', (_how, known) => {
  /** Stops in the middle, as a killed process does: nothing after the work runs. */
  function broken() {
    const opened = open()
    void opened.journal.run(
      'The import',
      async () => {
        await opened.work()
        done.resolve()
        return new Promise(() => {})
      },
      known.map((name) => join(opened.folder, name)),
    )
    const done = Promise.withResolvers<void>()
    return { ...opened, done: done.promise }
  }

  test('everything is as before, and said once', async () => {
    const { folder, content, done } = broken()
    await done
    const notices: string[] = []
    recoverJournal(folder, (sentence) => notices.push(sentence))
    recoverJournal(folder, (sentence) => notices.push(sentence))
    expect(content()).toEqual(before)
    expect(left(folder)).toEqual([])
    expect(notices).toEqual([
      'The import was broken off when Syncwright ended, so it was taken back. Do it again.',
    ])
  })

  test.each([
    ['a note that was cut short', (notes: string) => notes.slice(0, -5), before],
    ['no notes', () => '', after],
    ['notes of another shape', () => '{"what":3}\n', after],
  ])('%s never stops the start', async (_case, damage, expected) => {
    const { folder, content, done } = broken()
    await done
    const [name = ''] = left(folder)
    const file = join(folder, 'journal', name, 'notes.log')
    writeFileSync(file, damage(readFileSync(file, 'utf8')))
    recoverJournal(folder, () => {})
    // A note is on disk before its write begins, so one that is cut short belongs to a file that is unchanged.
    expect(content()).toMatchObject({ 'a.json': expected['a.json'] })
    expect(left(folder)).toEqual([])
  })

  test.each([
    ['../outside.json', '0'],
    ['below/../../outside.json', '0'],
    ['below\\..\\..\\outside.json', '0'],
    ['outside.json', '../../a.json'],
  ])('a note that names %s kept as %s touches nothing', async (path, kept) => {
    const { folder } = open()
    const home = join(folder, 'home')
    const journal = join(home, 'journal', '0123456789abcdef')
    writeFileSync(join(folder, 'outside.json'), 'theirs')
    await writeWhole(join(journal, '0'), 'ours')
    const lines = [{ what: 'The import' }, { path, before: kept }, { path, before: null }]
    await writeWhole(join(journal, 'notes.log'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    recoverJournal(home, () => {})
    expect(readFileSync(join(folder, 'outside.json'), 'utf8')).toBe('theirs')
    expect(existsSync(join(home, 'outside.json'))).toBe(false)
  })

  test('what stands already is only cleared away', async () => {
    const { folder, work, content } = open()
    await work()
    const done = join(folder, 'journal', '0123456789abcdef.done')
    await writeWhole(join(done, 'notes.log'), '{"what":"The import"}\n{"path":"a.json","before":null}\n')
    recoverJournal(folder, () => {})
    expect(content()).toEqual(after)
    expect(existsSync(done)).toBe(false)
  })
})
