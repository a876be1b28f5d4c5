// One instance a data folder: why a start got no lock, and what the second start wanted.
import { accessSync, constants, existsSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { systemCode } from '../../disk/writeFailure.ts'

/** What a start was asked for; it travels to the instance that is already there. */
export type StartWish = { readonly demo: boolean; readonly files: readonly string[] }

/** What another process sent, as far as it is a wish. */
export function wishOf(sent: unknown): StartWish {
  const { demo, files }: Record<'demo' | 'files', unknown> = Object.assign({ demo: false, files: [] }, sent)
  const list: unknown[] = Array.isArray(files) ? files : []
  return { demo: demo === true, files: list.filter((file) => typeof file === 'string') }
}

type Place = {
  readonly folder: string
  readonly platform: NodeJS.Platform
  readonly host?: string
  readonly readLink?: (path: string) => string
  readonly exists?: (path: string) => boolean
  readonly mayWrite?: (folder: string) => boolean
}

const another = 'Name another folder with --user-data.'

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A sentence when no lock could be had although nobody here runs the app; undefined when another instance has it and has
 * been told. On POSIX the lock is a link `SingletonLock` to `<host>-<process>` (chrome/browser/process_singleton_posix.cc),
 * which FAT disks cannot hold, and which a computer that is gone leaves behind. On Windows it is a file `lockfile` that lasts
 * as long as the instance that holds it (process_singleton_win.cc).
 */
export function lockProblem({
  folder,
  platform,
  host = hostname(),
  readLink = readlinkSync,
  exists = existsSync,
  mayWrite = isWritable,
}: Place): string | undefined {
  if (platform === 'win32')
    return exists(join(folder, 'lockfile'))
      ? undefined
      : `Syncwright cannot keep its lock in ${folder}: it may not write there, or was just ending. Start it again, or name another folder with --user-data.`
  try {
    const owner = readLink(join(folder, 'SingletonLock'))
    const owningHost = owner.slice(0, owner.lastIndexOf('-'))
    return owningHost === host
      ? undefined
      : `${folder} is in use by Syncwright on ${owningHost}. Quit it there. If it does not run there any more, delete the link SingletonLock in that folder and start again.`
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' && systemCode(error) !== 'EINVAL')
      return `${folder} cannot be looked into, so Syncwright cannot tell whether it is in use. ${another}`
    return mayWrite(folder)
      ? `${folder} is on a disk that cannot hold the lock Syncwright needs (FAT, exFAT or a share). Move it to another disk, or name another folder with --user-data.`
      : `${folder} may not be written by this user, so Syncwright cannot work in it. ${another}`
  }
}
