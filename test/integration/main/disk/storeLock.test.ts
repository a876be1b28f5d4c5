// One writer at a time: locks of processes that are gone, that live, and of this one.
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createStoreLock } from '../../../../main/disk/storeLock.ts'
import { temporaryFolder } from '../store/fixtures.ts'

const lockIn = (folder: string): string => join(folder, 'store.lock')
const plant = (folder: string, holder: unknown): void =>
  writeFileSync(lockIn(folder), typeof holder === 'string' ? holder : JSON.stringify(holder))
const host = hostname()
const source = resolve(import.meta.dirname, '../../../../main/disk/storeLock.ts')
const plainNode = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval']

/** A process id nobody has: of a process that has just ended. */
async function goneProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => child.on('exit', resolve))
  return child.pid ?? 0
}

test('is there while it is held, names its holder, and goes afterwards', () => {
  const folder = temporaryFolder()
  const lock = createStoreLock(folder)
  lock.hold(() => {
    expect(JSON.parse(readFileSync(lockIn(folder), 'utf8'))).toEqual({ pid: process.pid, host })
    lock.hold(() => {})
    expect(existsSync(lockIn(folder))).toBe(true)
  })
  expect(existsSync(lockIn(folder))).toBe(false)
})

test('goes with work that throws, and with work that waits', async () => {
  const folder = temporaryFolder()
  const lock = createStoreLock(folder)
  expect(() =>
    lock.hold(() => {
      throw new Error('no')
    }),
  ).toThrow('no')
  const other = createStoreLock(folder)
  await lock.holdWhile(async () => {
    await Promise.resolve()
    // Within one process it may be entered again, from wherever.
    other.hold(() => expect(existsSync(lockIn(folder))).toBe(true))
    expect(existsSync(lockIn(folder))).toBe(true)
  })
  expect(existsSync(lockIn(folder))).toBe(false)
})

describe('a lock that nobody holds any more is taken over', () => {
  const old = new Date(Date.now() - 10 * 60_000)
  test.each([
    ['of a process that has ended', async () => ({ pid: await goneProcess(), host }), false],
    ['of this process in a former life', async () => ({ pid: process.pid, host }), false],
    ['of another computer that has long been silent', async () => ({ pid: 1, host: 'elsewhere' }), true],
    ['that was cut short long ago', async () => '{"pid":', true],
    ['of no known shape', async () => ({ pid: 'me' }), true],
  ])('%s', async (_case, holder, isOld) => {
    const folder = temporaryFolder()
    plant(folder, await holder())
    if (isOld) utimesSync(lockIn(folder), old, old)
    let looked = 0
    createStoreLock(folder, () => (looked += 1)).hold(() => {})
    expect(looked).toBe(1)
    expect(existsSync(lockIn(folder))).toBe(false)
  })
})

/** A process that holds the folder's lock until its input ends, and says when it has it. */
async function holding(folder: string) {
  const code = `import { createStoreLock } from ${JSON.stringify(source)}
    await createStoreLock(${JSON.stringify(folder)}).holdWhile(() => new Promise((resolve) => {
      process.stdin.on('end', resolve).resume()
      process.stdout.write('held')
    }))`
  const child = spawn(process.execPath, [...plainNode, code], { stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const over = new Promise((resolve) => child.once('exit', resolve))
  return { letGo: () => (child.stdin.end(), over) }
}

test('a lock that is held is not taken over, however the clock jumps', async () => {
  const folder = temporaryFolder()
  const other = await holding(folder)
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000)
  let turns = 0
  const lock = createStoreLock(folder, () => (turns += 1), 1000)
  utimesSync(lockIn(folder), yesterday, yesterday)
  expect(() => lock.hold(() => {})).toThrow('Another process')
  expect(turns).toBe(0)
  await other.letGo()
  lock.hold(() => {})
  expect(turns).toBe(1)
})

test('where no lock can be made the work goes on, and says itself what cannot be written', () => {
  const folder = join(temporaryFolder(), 'absent')
  expect(createStoreLock(folder).hold(() => 'done')).toBe('done')
  mkdirSync(folder)
  expect(createStoreLock(folder).hold(() => 'done')).toBe('done')
})

test('a folder in the place of the lock stops no save, and stays with what is in it', () => {
  const folder = temporaryFolder()
  mkdirSync(lockIn(folder))
  writeFileSync(join(lockIn(folder), 'mine.txt'), 'mine')
  expect(createStoreLock(folder).hold(() => 'done')).toBe('done')
  expect(readdirSync(lockIn(folder))).toEqual(['mine.txt'])
})

/** What a process says whose files may not hold a single byte, as on a full disk: it takes its turn twice. */
const twiceOnFullDisk = (folder: string) =>
  promisify(execFile)(
    'sh',
    [
      '-c',
      'ulimit -f 0; exec "$0" "$@"',
      process.execPath,
      ...plainNode,
      `import { createStoreLock } from ${JSON.stringify(source)}
     process.on('SIGXFSZ', () => {})
     const lock = createStoreLock(${JSON.stringify(folder)})
     process.stdout.write(lock.hold(() => 'once') + ', ' + lock.hold(() => 'twice'))`,
    ],
    // Node itself would write what it compiled, and end by the same signal.
    { env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } },
  )

test.skipIf(process.platform === 'win32')('a full disk leaves no lock that bars everybody', async () => {
  const folder = temporaryFolder()
  const { stdout } = await twiceOnFullDisk(folder)
  expect(stdout).toBe('once, twice')
  expect(readdirSync(folder)).toEqual([])
})

test('nothing is left beside the lock', () => {
  const folder = temporaryFolder()
  createStoreLock(folder).hold(() => expect(readdirSync(folder)).toEqual(['store.lock']))
  expect(readdirSync(folder)).toEqual([])
})
