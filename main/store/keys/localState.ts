// Windows keeps what decrypts `keys.json` in a file of Chromium's: here it outlives that file's damage and a stay on another computer.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from '../../../shared/zod.ts'
import { privateFile } from '../../disk/privacy.ts'
import { renameFile } from '../../disk/rename.ts'
import { besideIn } from '../../disk/writeWhole.ts'

/**
 * `os_crypt.encrypted_key` of `Local State` encrypts every private key; Windows encrypts it for one user of one computer.
 * Where that cannot be undone Chromium makes a new one and writes it over the old (components/os_crypt/sync/os_crypt_win.cc),
 * and what the old one encrypted is lost for good, on its own computer too.
 */
const localStateSchema = z.looseObject({ os_crypt: z.looseObject({ encrypted_key: z.string().min(1) }) })
/** Beside `keys.json`: every such key this folder was used with, the last one first. */
const keptSchema = z.strictObject({ version: z.literal(1), encryptedKeys: z.array(z.string()) })
const keptName = 'keys.local-state.json'
const localStateName = 'Local State'
/** More computers than anybody carries a folder between. */
const mostKept = 50

export type LocalStatePlace = {
  /** Where Chromium's files and `keys.json` are. */
  readonly folder: string
  /** Where Windows keeps what belongs to this user. */
  readonly appData: string
  readonly platform: NodeJS.Platform
}

function parsed<T>(schema: z.ZodType<T>, path: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

function writeBeside(path: string, content: object): void {
  const beside = besideIn(dirname(path))
  writeFileSync(beside, JSON.stringify(content), { flag: 'wx', flush: true, mode: privateFile })
  renameFile(beside, path)
}

/**
 * The master key Windows encrypted it with, by its GUID: `DPAPI`, then the blob, whose version, provider and version of
 * the master key take 24 bytes (the layout is described with mimikatz, `kull_m_dpapi.h`, and impacket, `dpapi.py`).
 */
export function masterKeyOf(encryptedKey: string): string | undefined {
  const bytes = Buffer.from(encryptedKey, 'base64')
  if (bytes.toString('latin1', 0, 5) !== 'DPAPI' || bytes.length < 45) return undefined
  const guid = bytes.subarray(29, 45)
  const hex = (from: number, to: number, isReversed: boolean): string =>
    (isReversed ? Buffer.from(guid.subarray(from, to)).reverse() : guid.subarray(from, to)).toString('hex')
  return [hex(0, 4, true), hex(4, 6, true), hex(6, 8, true), hex(8, 10, false), hex(10, 16, false)].join('-')
}

/** Whether this user on this computer has the master key; undefined where nobody can tell. */
function isOwn(encryptedKey: string, appData: string): boolean | undefined {
  const guid = masterKeyOf(encryptedKey)
  if (guid === undefined) return undefined
  const masterKeys = join(appData, 'Microsoft', 'Protect')
  try {
    const users = readdirSync(masterKeys)
    return users.length === 0 ? undefined : users.some((user) => existsSync(join(masterKeys, user, guid)))
  } catch {
    return undefined
  }
}

/** To be called before Chromium reads the file, by the one instance of the folder. Answers with what a person should know. */
export function keepLocalState({ folder, appData, platform }: LocalStatePlace): string[] {
  if (platform !== 'win32') return []
  const [path, keptPath] = [join(folder, localStateName), join(folder, keptName)] as const
  try {
    const current = parsed(localStateSchema, path)?.os_crypt.encrypted_key
    const kept = parsed(keptSchema, keptPath)?.encryptedKeys ?? []
    if (current !== undefined && current !== kept[0]) {
      const encryptedKeys = [current, ...kept.filter((each) => each !== current)].slice(0, mostKept)
      writeBeside(keptPath, { version: 1, encryptedKeys })
    }
    const isForeign = current !== undefined && isOwn(current, appData) === false
    if (current !== undefined && !isForeign) return []
    const ours = kept.find((each) => isOwn(each, appData) === true)
    const aside = isForeign ? asideOf(current) : `${localStateName}.damaged`
    if (existsSync(path) && (isForeign || ours !== undefined)) setAside(path, join(folder, aside))
    if (ours !== undefined) writeBeside(path, { os_crypt: { encrypted_key: ours } })
    return said({ folder, aside, isForeign, isBack: ours !== undefined })
  } catch {
    // Where nothing can be written Chromium writes nothing either.
    return []
  }
}

/** One name for each key: a stick that goes to and fro leaves one file for each computer. */
const asideOf = (encryptedKey: string): string =>
  `${localStateName}.${createHash('sha256').update(encryptedKey).digest('hex').slice(0, 8)}`

function setAside(path: string, aside: string): void {
  rmSync(aside, { force: true })
  renameFile(path, aside)
}

type Done = { folder: string; aside: string; isForeign: boolean; isBack: boolean }

function said({ folder, aside, isForeign, isBack }: Done): string[] {
  const then = isBack
    ? 'Private keys that were saved here work as before.'
    : 'Private keys have to be entered once on this computer.'
  if (isForeign)
    return [
      `${folder} was last used on another computer or by another user. What decrypts the private keys there is kept as ${aside}, so nothing is lost. ${then}`,
    ]
  return isBack ? [`The file ${localStateName} in ${folder} was missing or damaged. ${then}`] : []
}
