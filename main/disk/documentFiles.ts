// The two files of a document, itself and its last good copy: parsed, raised from older versions, and written.
import { existsSync } from 'node:fs'
import { z } from '../../shared/zod.ts'
import { checkSum } from './checksum.ts'
import { isInRun, noteBefore, type NotedFile } from './journal.ts'
import { fingerprintOf, noFile, readPlainFileSync } from './plainFile.ts'
import { renameFile, syncFolder } from './rename.ts'
import { putWhole } from './writeWhole.ts'

/** What electron-store and conf have in common: the whole file as one value, written atomically. */
export type StoreFile = { store: Record<string, unknown> }

export type DocumentPlace = Exclude<NotedFile, string>

/** Raises a document from one version to the next. */
type Migration = (document: Record<string, unknown>) => Record<string, unknown>

/** How the content of a document is understood. */
export type DocumentFormat<T> = {
  readonly version: number
  /** The steps from version 1 to today's, in order: one fewer than `version`. */
  readonly migrations?: readonly Migration[]
  readonly schema: z.ZodType<T>
}

/** `from`: the older version the value was raised from. */
type Read<T> =
  | { kind: 'value'; value: T; from?: number }
  | { kind: 'none' }
  | { kind: 'too-new' }
  | { kind: 'damaged' }

const versionSchema = z.looseObject({ version: z.int().min(1) })

/** A text editor may have put a byte order mark first. Throws what the file system or the parser throws. */
const contentOf = (path: string): unknown => JSON.parse(readPlainFileSync(path).replace(/^\uFEFF/, ''))

/** Reads the file and its copy; nothing is written. */
export function createDocumentReader<T>(
  { path, copy }: DocumentPlace,
  { version, migrations = [], schema }: DocumentFormat<T>,
) {
  const parse = (content: unknown): Read<T> => {
    const found = versionSchema.safeParse(content)
    if (!found.success) return { kind: 'damaged' }
    const { version: from } = found.data
    if (from > version) return { kind: 'too-new' }
    const whole = checkSum(found.data)
    if (!whole) return { kind: 'damaged' }
    const raised = migrations
      .slice(from - 1)
      .reduce<Record<string, unknown>>((older, step) => step(older), whole)
    const value = schema.safeParse(raised)
    if (!value.success) return { kind: 'damaged' }
    return { kind: 'value', value: value.data, ...(from < version && { from }) }
  }
  const readFrom = (from: string): Read<T> => {
    try {
      return parse(contentOf(from))
    } catch {
      return { kind: 'damaged' }
    }
  }
  const readMain = (): Read<T> => {
    if (fingerprintOf(path) !== noFile) return readFrom(path)
    // Gone, with a copy beside it: nobody here deletes the one without the other.
    return { kind: existsSync(copy) ? 'damaged' : 'none' }
  }
  const readCopy = (): T | undefined => {
    const content = readFrom(copy)
    return content.kind === 'value' ? content.value : undefined
  }
  return { readMain, readCopy, isWhole: () => readFrom(path).kind === 'value' }
}

/** Writes the file and its copy: at once, or as a part of a run. Throws what the file system throws. */
export function createDocumentWriter(
  open: () => StoreFile,
  folder: string,
  { path, copy }: DocumentPlace,
  isWhole: () => boolean,
) {
  /** Opened by the first write and kept: opening reads the file. */
  let file: StoreFile | undefined
  /**
   * The copy goes first: with it on disk the file may fail in every way. What a full disk has cut short counts as written
   * for the store, so it is read back, and the copy, which needs no more space, takes its place.
   */
  const writeAlone = (summed: Record<string, unknown>): void => {
    putWhole(copy, JSON.stringify(summed), { flush: true })
    file ??= open()
    file.store = summed
    if (!isWhole()) renameFile(copy, path)
    syncFolder(folder)
  }
  /** A run has what was there, waits for the disk once for all that it wrote, and makes the copies then: this one's file is free. */
  const writeInRun = (summed: Record<string, unknown>): void =>
    putWhole(path, JSON.stringify(summed, undefined, '\t'), { flush: false, spare: copy })
  return (summed: Record<string, unknown>): void => {
    noteBefore({ path, copy })
    if (isInRun()) writeInRun(summed)
    else writeAlone(summed)
  }
}
