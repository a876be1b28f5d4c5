// One instance a data folder: why a start got no lock, and what the second start wanted.
import { readlinkSync } from 'node:fs'
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
}

/**
 * A sentence when no lock could be had although nobody here runs the app; undefined when another instance has it and has
 * been told. On POSIX the lock is a link `SingletonLock` to `<host>-<process>` (chrome/browser/process_singleton_posix.cc),
 * which FAT disks cannot hold, and which a computer that is gone leaves behind.
 */
export function lockProblem({
  folder,
  platform,
  host = hostname(),
  readLink = readlinkSync,
}: Place): string | undefined {
  if (platform === 'win32') return undefined
  try {
    const owner = readLink(join(folder, 'SingletonLock'))
    const owningHost = owner.slice(0, owner.lastIndexOf('-'))
    return owningHost === host
      ? undefined
      : `${folder} is in use by Syncwright on ${owningHost}. Quit it there. If it does not run there any more, delete the link SingletonLock in that folder and start again.`
  } catch (error) {
    return systemCode(error) === 'ENOENT' || systemCode(error) === 'EINVAL'
      ? `${folder} is on a disk that cannot hold the lock Syncwright needs (FAT, exFAT or a share). Move it to another disk, or name another folder with --user-data.`
      : `${folder} cannot be looked into, so Syncwright cannot tell whether it is in use. Name another folder with --user-data.`
  }
}
