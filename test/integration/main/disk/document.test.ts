// A document survives damage, newer versions and disks that refuse.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDocument } from '../../../../main/disk/document.ts'
import { createJournal } from '../../../../main/disk/journal.ts'
import { openLock } from '../../../../main/disk/storeLock.ts'
import { z } from '../../../../shared/zod.ts'
import { withoutRights } from '../../../support/process/withoutRights.ts'
import { openConf, storeContext, temporaryFolder } from '../store/fixtures.ts'

const schema = z.strictObject({ version: z.literal(1), names: z.array(z.string()) })
const empty = { version: 1 as const, names: [] }

const open = (folder: string, context = storeContext()) => ({
  context,
  document: createDocument(context, {
    folder,
    name: 'things',
    label: 'The list of things',
    version: 1,
    schema,
    empty,
  }),
})
const fileIn = (folder: string): string => join(folder, 'things.json')

test('an absent file reads as empty and is not made by reading', () => {
  const folder = temporaryFolder()
  const { document, context } = open(folder)
  expect(document.read()).toEqual(empty)
  expect(readdirSync(folder)).toEqual([])
  expect(context.notices).toEqual([])
})

test('what is written is there after a restart', () => {
  const folder = temporaryFolder()
  expect(open(folder).document.write({ version: 1, names: ['a'] })).toEqual({ ok: true, value: null })
  expect(open(folder).document.read().names).toEqual(['a'])
})

test('what a run of many writes stores is the same to the byte, and there after a restart', async () => {
  const [folder, other] = [temporaryFolder(), temporaryFolder()]
  const value = { version: 1 as const, names: ['a', 'ü'] }
  open(other).document.write(value)
  const { document } = open(folder)
  const write = async () => document.write(value)
  expect((await createJournal(folder, openLock).run('The work', write, [document.place])).ok).toBe(true)
  expect(readFileSync(fileIn(folder))).toEqual(readFileSync(fileIn(other)))
  writeFileSync(fileIn(folder), '')
  expect(open(folder).document.read()).toEqual(value)
})

test('a change made by another process is seen', () => {
  const folder = temporaryFolder()
  const [one, other] = [open(folder).document, open(folder).document]
  one.write({ version: 1, names: ['a'] })
  expect(other.read().names).toEqual(['a'])
  other.write({ version: 1, names: ['a', 'b'] })
  expect(one.read().names).toEqual(['a', 'b'])
})

describe('a damaged file', () => {
  test.each([
    ['cut off', '{ "version": 1, "names": ["a"'],
    ['empty', ''],
    ['not JSON', '\u0000\u0001 garbage'],
    ['another shape', '{ "version": 1, "names": "a" }'],
    ['a list', '[]'],
    ['without a version', '{ "names": [] }'],
    ['with members nobody knows', '{ "version": 1, "names": [], "more": 1 }'],
  ])('%s: is kept aside and replaced by the last good copy, with one notice', (_case, content) => {
    const folder = temporaryFolder()
    open(folder).document.write({ version: 1, names: ['a'] })
    writeFileSync(fileIn(folder), content)
    const { document, context } = open(folder)
    expect(document.read().names).toEqual(['a'])
    expect(document.read().names).toEqual(['a'])
    expect(context.notices).toHaveLength(1)
    const aside = readdirSync(folder).find((name) => name.includes('.corrupt-'))
    expect(aside).toBe('things.corrupt-2026-11-23T10-00-00-000Z.json')
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(content)
    expect(open(folder).document.read().names).toEqual(['a'])
  })

  test('without a last good copy the app starts empty and can write again', () => {
    const folder = temporaryFolder()
    writeFileSync(fileIn(folder), '{')
    const { document, context } = open(folder)
    expect(document.read()).toEqual(empty)
    expect(context.notices[0]).toContain('starts without it')
    expect(document.write({ version: 1, names: ['b'] }).ok).toBe(true)
    expect(open(folder).document.read().names).toEqual(['b'])
  })

  test('what cannot be read at all is moved aside too', () => {
    const folder = temporaryFolder()
    mkdirSync(fileIn(folder))
    const { document, context } = open(folder)
    expect(document.read()).toEqual(empty)
    expect(context.notices).toHaveLength(1)
    expect(document.write({ version: 1, names: ['c'] }).ok).toBe(true)
  })
})

test('a file of a newer version is left untouched, not used, and not written over', () => {
  const folder = temporaryFolder()
  const content = '{ "version": 2, "names": {} }'
  writeFileSync(fileIn(folder), content)
  const { document, context } = open(folder)
  expect(document.read()).toEqual(empty)
  expect(document.write({ version: 1, names: ['a'] })).toMatchObject({
    ok: false,
    error: { code: 'file-too-new' },
  })
  expect(document.remove()).toMatchObject({ ok: false, error: { code: 'file-too-new' } })
  expect(readFileSync(fileIn(folder), 'utf8')).toBe(content)
  expect(context.notices).toEqual([
    'The list of things was written by a newer version of Syncwright. The file is left untouched and not used.',
  ])
})

describe('a file of an older version', () => {
  const newer = z.strictObject({
    version: z.literal(3),
    things: z.array(z.strictObject({ name: z.string() })),
  })
  const openNewer = (folder: string, context = storeContext()) =>
    createDocument(context, {
      folder,
      name: 'things',
      label: 'The list of things',
      version: 3,
      migrations: [
        ({ names }) => ({ version: 2, things: names }),
        ({ things }) => ({
          version: 3,
          things: z
            .array(z.string())
            .parse(things)
            .map((name) => ({ name })),
        }),
      ],
      schema: newer,
      empty: { version: 3, things: [] },
    })

  test('is raised step by step, and the original is kept beside it', () => {
    const folder = temporaryFolder()
    open(folder).document.write({ version: 1, names: ['a'] })
    const original = readFileSync(fileIn(folder), 'utf8')
    const context = storeContext()
    expect(openNewer(folder, context).read()).toEqual({ version: 3, things: [{ name: 'a' }] })
    expect(readFileSync(join(folder, 'things.v1.json'), 'utf8')).toBe(original)
    expect(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).toMatchObject({ version: 3 })
    expect(openNewer(folder).write({ version: 3, things: [] }).ok).toBe(true)
    expect(readFileSync(join(folder, 'things.v1.json'), 'utf8')).toBe(original)
    expect(context.notices).toEqual([])
    expect(open(folder).document.write({ version: 1, names: [] })).toMatchObject({
      error: { code: 'file-too-new' },
    })
  })

  test('is read all the same where nothing can be written', async () => {
    const folder = temporaryFolder()
    open(folder).document.write({ version: 1, names: ['a'] })
    chmodSync(fileIn(folder), 0o444)
    chmodSync(folder, 0o555)
    await withoutRights(async () => {
      expect(openNewer(folder).read()).toEqual({ version: 3, things: [{ name: 'a' }] })
    })
    chmodSync(folder, 0o755)
    expect(readdirSync(folder)).not.toContain('things.v1.json')
  })

  test('that does not fit its own version is damaged, like any other', () => {
    const folder = temporaryFolder()
    writeFileSync(fileIn(folder), '{ "version": 1, "names": 7 }')
    const context = storeContext()
    expect(openNewer(folder, context).read().things).toEqual([])
    expect(context.notices).toHaveLength(1)
  })
})

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EACCES', 'this user may not write there'],
  ['EROFS', 'the folder is read-only'],
  ['EIO', 'the system refused it'],
])('a write that fails with %s is a sentence, and the old content stands', (code, words) => {
  const folder = temporaryFolder()
  open(folder).document.write({ version: 1, names: ['a'] })
  const refusing = storeContext((where, name) => {
    const { store } = openConf(where, name)
    return {
      get store() {
        return store
      },
      set store(_value) {
        throw Object.assign(new Error('refused'), { code })
      },
    }
  })
  const { document } = open(folder, refusing)
  const result = document.write({ version: 1, names: ['b'] })
  expect(result).toMatchObject({ ok: false, error: { code: 'write-failed' } })
  expect(result.ok ? '' : result.error.message).toContain(words)
  expect(document.read().names).toEqual(['a'])
})

test.skipIf(process.platform === 'win32')('a pipe in place of the file keeps nobody waiting', () => {
  const folder = temporaryFolder()
  const context = storeContext()
  open(folder).document.write({ version: 1, names: ['a'] })
  rmSync(fileIn(folder))
  execFileSync('mkfifo', [fileIn(folder)])
  expect(open(folder, context).document.read().names).toEqual(['a'])
  expect(context.notices).toHaveLength(1)
})

test('removing takes the last good copy along', () => {
  const folder = temporaryFolder()
  const { document } = open(folder)
  document.write({ version: 1, names: ['a'] })
  expect(document.remove().ok).toBe(true)
  expect(document.read()).toEqual(empty)
  expect(existsSync(join(folder, 'things.last-good.json'))).toBe(false)
})
