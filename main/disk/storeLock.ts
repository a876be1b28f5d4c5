// One writer at a time for one data folder: a lock file around every read–check–write, for the case of two processes.
import {
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Result } from '../../shared/result.ts'
import { z } from '../../shared/zod.ts'
import { isPlainFolder } from './plainFile.ts'
import { standStill } from './rename.ts'
import { privateFile } from './privacy.ts'
import { systemCode, writeFailed } from './writeFailure.ts'
import { besideIn } from './writeWhole.ts'

export type StoreLock = {
  /** Runs work that nobody else's write gets between. Throws `StoreBusy` when another process holds the folder for too long. */
  readonly hold: <T>(work: () => T) => T
  /** The same for work that waits in between; this process may write meanwhile, no other may. */
  readonly holdWhile: <T>(work: () => Promise<T>) => Promise<T>
}

/** For a folder nobody else writes in. */
export const openLock: StoreLock = { hold: (work) => work(), holdWhile: (work) => work() }

/** Its code is told like one of the file system's. */
export class StoreBusy extends Error {
  readonly code = 'EBUSYSTORE'
}

/** What work under the lock answers; `write-failed` when its turn does not come. `what` begins the sentence. */
export function inTurn<T>(lock: StoreLock | undefined, what: string, work: () => Result<T>): Result<T> {
  try {
    return (lock ?? openLock).hold(work)
  } catch (error) {
    if (error instanceof StoreBusy) return writeFailed(what, error)
    throw error
  }
}

const holderSchema = z.object({ pid: z.int(), host: z.string() })
type Holder = z.infer<typeof holderSchema>

/** Milliseconds between two looks. */
const pause = 5
/**
 * Nobody holds a lock for so long without renewing it. Another computer's processes cannot be asked for, and the number of
 * a process that is gone may be another program's by now. Clocks jump, computers sleep, and that of a file server may be
 * wrong: what looks so old is watched for a while before it is taken over.
 */
const longestLife = 60_000
const watch = 2000
const renewal = 500
/** On Windows a file that is being removed cannot be made anew for a moment; elsewhere a refusal is one. */
const mostRefusals = process.platform === 'win32' ? 20 : 0

/** How often this process holds each folder, and whether by a file: it may come back into what it holds already. */
const held = new Map<string, { depth: number; hasFile: boolean }>()

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // There is one, and it is another user's.
    return systemCode(error) === 'EPERM'
  }
}

/** A link or a pipe in its place says nothing, and is not followed. */
function readHolder(path: string): Holder | undefined {
  try {
    if (!lstatSync(path).isFile()) return undefined
    return holderSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** When it was renewed last; undefined where there is none. */
function renewedAt(path: string): number | undefined {
  try {
    return lstatSync(path).mtimeMs
  } catch {
    return undefined
  }
}

/** A time that is still to come, of a clock that was wrong, is as far from now. */
const isOld = (path: string): boolean => Math.abs(Date.now() - (renewedAt(path) ?? Date.now())) > longestLife

/**
 * What one look tells: that somebody holds it, that nobody does any more, or that it is only old. One that is being written
 * at this moment has no content yet; nobody renews what never gets any.
 */
function look(path: string): 'held' | 'left' | 'old' {
  const holder = readHolder(path)
  if (holder?.host === hostname()) {
    if (holder.pid === process.pid) return held.has(resolve(path, '..')) ? 'held' : 'left'
    if (!isRunning(holder.pid)) return 'left'
  }
  if (!isOld(path)) return 'held'
  return holder ? 'old' : 'left'
}

function isRenewed(path: string): boolean {
  const before = renewedAt(path)
  for (const until = performance.now() + watch; performance.now() < until; standStill(pause))
    if (renewedAt(path) !== before) return true
  return false
}

type Taking = 'taken' | 'held' | 'impossible'

/** Makes the file where there is none; what a full disk leaves half written goes again. */
function make(path: string): void {
  const file = openSync(path, 'wx', privateFile)
  try {
    writeSync(file, JSON.stringify({ pid: process.pid, host: hostname() }))
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

/**
 * The lock comes with its holder in it, by a link to a file that is whole: whoever is killed between making and writing it would
 * bar everybody until it is old. Sticks that know no links get it in two steps.
 */
function makeWhole(path: string): void {
  const beside = besideIn(dirname(path))
  make(beside)
  try {
    linkSync(beside, path)
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw error
    make(path)
  } finally {
    rmSync(beside, { force: true })
  }
}

/**
 * `impossible`: no file can be made there. Then none can be written either, and the write itself says why. A folder of
 * somebody's in its place never goes, and is no reason to save nothing.
 */
function take(path: string): Taking {
  try {
    makeWhole(path)
    return 'taken'
  } catch (error) {
    return systemCode(error) === 'EEXIST' && !isPlainFolder(path) ? 'held' : 'impossible'
  }
}

/** On Windows a file that is being removed, or looked at by a scanner, refuses for a moment. */
function release(path: string): void {
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    try {
      return rmSync(path, { force: true })
    } catch {
      standStill(pause)
    }
  }
}

/** Removes a lock whose holder is gone; only one process at a time does, and looks well before. */
function clear(path: string): void {
  const clearing = `${path}.clearing`
  if (take(clearing) === 'held') {
    if (look(clearing) !== 'held') release(clearing)
    return
  }
  const seen = look(path)
  if (seen === 'left' || (seen === 'old' && !isRenewed(path))) release(path)
  release(clearing)
}

/** Whether there is a lock file of ours now; throws when another process keeps it. The clock may be set back meanwhile. */
function waitForTurn(path: string, until: number): boolean {
  for (let refused = 0; ; standStill(pause)) {
    let taking = take(path)
    if (taking === 'held' && look(path) !== 'held') {
      clear(path)
      taking = take(path)
    }
    if (taking === 'taken') return true
    if (taking === 'impossible' && (refused += 1) > mostRefusals) return false
    if (performance.now() > until) throw new StoreBusy('Another process holds the data folder.')
  }
}

/** Opens `<folder>/store.lock`. `whenTaken` runs before anything else of whoever took it. */
export function createStoreLock(folder: string, whenTaken = (): void => {}, patience = 10_000): StoreLock {
  const home = resolve(folder)
  const path = join(home, 'store.lock')
  const enter = (): void => {
    const holding = held.get(home)
    if (holding) {
      holding.depth += 1
      return
    }
    held.set(home, { depth: 1, hasFile: waitForTurn(path, performance.now() + patience) })
    whenTaken()
  }
  const leave = (): void => {
    const holding = held.get(home)
    if (!holding) return
    holding.depth -= 1
    if (holding.depth > 0) return
    held.delete(home)
    if (holding.hasFile) release(path)
  }
  const renew = (): void => {
    try {
      utimesSync(path, new Date(), new Date())
    } catch {
      // Nothing to renew where none could be made.
    }
  }
  return {
    hold: (work) => {
      enter()
      try {
        return work()
      } finally {
        leave()
      }
    },
    holdWhile: async (work) => {
      enter()
      const renewing = setInterval(renew, renewal).unref()
      try {
        return await work()
      } finally {
        clearInterval(renewing)
        leave()
      }
    },
  }
}
