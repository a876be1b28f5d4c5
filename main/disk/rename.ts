// Renames so that it holds: past a program that looks at the file for a moment, and past a power cut.
import { closeSync, copyFileSync, fsyncSync, linkSync, openSync, renameSync } from 'node:fs'
import { systemCode } from './writeFailure.ts'

const nobody = new Int32Array(new SharedArrayBuffer(4))

/** Stands still for so many milliseconds, without work for the processor. */
export const standStill = (milliseconds: number): void => void Atomics.wait(nobody, 0, 0, milliseconds)

/** What Windows answers while a virus scanner or an indexer has the file open. */
const busy = new Set(['EPERM', 'EACCES', 'EBUSY'])
const attempts = 20
/** Milliseconds between two attempts. */
const pause = 50

type World = {
  readonly rename: (from: string, to: string) => void
  readonly platform: NodeJS.Platform
  /** Waits without giving way: a save ends before anything else of its store begins. */
  readonly wait: (milliseconds: number) => void
}

const here: World = {
  rename: renameSync,
  platform: process.platform,
  wait: standStill,
}

/** Renames within one folder; on Windows patient for a second. Throws the file system's error. */
export function renameFile(from: string, to: string, { rename, platform, wait }: World = here): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return rename(from, to)
    } catch (error) {
      if (platform !== 'win32' || attempt === attempts || !busy.has(systemCode(error))) throw error
      wait(pause)
    }
  }
}

/** A second name costs nothing where no file is ever changed in place; some disks know no second names. */
export function giveSecondName(path: string, beside: string): void {
  try {
    linkSync(path, beside)
  } catch {
    copyFileSync(path, beside)
  }
}

/** Puts a folder's names on disk, without which a power cut may undo a rename. Windows cannot and need not be asked. */
export function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r')
    try {
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch {
    // Every file in it is whole, whichever of them a power cut leaves.
  }
}
