// Where the administrator of a computer puts its policy: the registry, or a file that only an administrator can have written.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { win32 } from 'node:path'
import { namesOurKey, registryKey, registryPolicy } from './registryPolicy.ts'
import { systemCode } from '../../disk/writeFailure.ts'

export type MachinePolicy = {
  /** Null without one. What cannot be read is empty text, which is no policy. */
  readonly text: string | null
  readonly path: string
  readonly notices: readonly string[]
}

/** How the computer is asked; in tests, its stand-in. */
export type Computer = {
  readonly platform: NodeJS.Platform
  /** What a program prints; undefined when it fails. Windows only. */
  readonly run: (program: string, args: readonly string[]) => string | undefined
  /** The folder Windows itself runs from. The environment could name any. */
  readonly systemFolder: () => string
  /** The text of a file and the number of its owner; undefined when it is not there, null when it cannot be read. */
  readonly readFile: (path: string) => { text: string; owner: number; isOthers: boolean } | undefined | null
}

const largest = 1_000_000

/** Administrators and SYSTEM, in every language of Windows. */
const trustedOwners = ['S-1-5-32-544', 'S-1-5-18']

const absent = { text: null, path: '', notices: [] }
const unowned = (path: string, who: string): MachinePolicy => ({
  ...absent,
  notices: [
    `The policy in ${path} is not used: it does not belong to ${who}, so anybody may have put it there.`,
  ],
})

function readRegistry({ run, systemFolder }: Computer): MachinePolicy | undefined {
  const reg = win32.join(systemFolder(), 'reg.exe')
  const above = run(reg, ['query', win32.dirname(registryKey), '/reg:64'])
  if (above !== undefined && !namesOurKey(above)) return undefined
  const output = run(reg, ['query', registryKey, '/s', '/reg:64'])
  return { text: output === undefined ? '' : registryPolicy(output), path: registryKey, notices: [] }
}

/** Where every program may keep what is for all users; Windows tells it, the environment is not asked. */
function programData({ run, systemFolder }: Computer): string {
  const folders = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Shell Folders'
  const told = run(win32.join(systemFolder(), 'reg.exe'), [
    'query',
    folders,
    '/v',
    'Common AppData',
    '/reg:64',
  ])
  const [, path] = / REG_SZ {4}([^\r\n]+)/.exec(told ?? '') ?? []
  return path?.trim() ?? win32.join(win32.parse(systemFolder()).root, 'ProgramData')
}

/** Who owns a file, as a security identifier. Nothing of the environment decides which program answers. */
function windowsOwner({ run, systemFolder }: Computer, path: string): string | undefined {
  const program = win32.join(systemFolder(), 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  const quoted = `'${path.replaceAll("'", "''")}'`
  const question = `[System.IO.File]::GetAccessControl(${quoted}).GetOwner([System.Security.Principal.SecurityIdentifier]).Value`
  return run(program, ['-NoProfile', '-NonInteractive', '-Command', question])?.trim()
}

function readWindows(computer: Computer): MachinePolicy {
  const registered = readRegistry(computer)
  if (registered) return registered
  const path = win32.join(programData(computer), 'Syncwright', 'policy.json')
  const file = computer.readFile(path)
  if (file === undefined) return absent
  if (!trustedOwners.includes(windowsOwner(computer, path) ?? ''))
    return unowned(path, 'Administrators or SYSTEM')
  return { text: file?.text ?? '', path, notices: [] }
}

function readUnix({ platform, readFile }: Computer): MachinePolicy {
  const folder = platform === 'darwin' ? '/Library/Application Support/Syncwright' : '/etc/syncwright'
  const path = `${folder}/policy.json`
  const file = readFile(path)
  if (file === undefined) return absent
  if (file && (file.owner !== 0 || file.isOthers)) return unowned(path, 'root alone')
  return { text: file?.text ?? '', path, notices: [] }
}

/** What the administrator of this computer says. */
export const readMachinePolicy = (computer: Computer = thisComputer): MachinePolicy =>
  computer.platform === 'win32' ? readWindows(computer) : readUnix(computer)

/** Every Windows program has this library of it loaded, from where it really is. */
function systemFolder(): string {
  const report: unknown = process.report.getReport()
  const loaded =
    typeof report === 'object' &&
    report !== null &&
    'sharedObjects' in report &&
    Array.isArray(report.sharedObjects)
      ? report.sharedObjects.map(String)
      : []
  const library = loaded.find((path) => /\\system32\\ntdll\.dll$/i.test(path))
  return library === undefined ? 'C:\\Windows\\System32' : win32.dirname(library)
}

let knownFolder: string | undefined
const thisComputer: Computer = {
  platform: process.platform,
  systemFolder: () => {
    knownFolder ??= systemFolder()
    return knownFolder
  },
  run: (program, args) => {
    const { status, stdout } = spawnSync(program, args, {
      encoding: 'latin1',
      env: { SystemRoot: win32.dirname(thisComputer.systemFolder()) },
      timeout: 10_000,
      windowsHide: true,
    })
    return status === 0 ? stdout : undefined
  },
  readFile: (path) => {
    try {
      const { uid, mode, size } = statSync(path)
      const text = size > largest ? '' : readFileSync(path, 'utf8')
      return { text, owner: uid, isOthers: (mode & 0o022) !== 0 }
    } catch (error) {
      return ['ENOENT', 'ENOTDIR'].includes(systemCode(error)) ? undefined : null
    }
  },
}
