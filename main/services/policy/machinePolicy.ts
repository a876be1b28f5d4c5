// Where the administrator of a computer puts its policy: the registry, or a file that only an administrator can have written.
import { spawnSync } from 'node:child_process'
import { win32 } from 'node:path'
import { type PolicyText, readPolicyText } from './policyText.ts'
import { namesOurKey, registryKey, registryPolicy } from './registryPolicy.ts'

export type MachinePolicy = {
  /** Null without one. What cannot be read is empty text, which is no policy. */
  readonly text: string | null
  readonly path: string
  readonly notices: readonly string[]
}

/** How the computer is asked; in tests, its stand-in. */
export type Computer = {
  readonly platform: NodeJS.Platform
  /** What a program prints, read as UTF-8; undefined when it fails. Windows only. */
  readonly run: (program: string, args: readonly string[]) => string | undefined
  /** The folder Windows itself runs from. The environment could name any. */
  readonly systemFolder: () => string
  /** A file with its owner; undefined when it is not there. */
  readonly readFile: (path: string) => PolicyText | undefined
}

/** Administrators and SYSTEM, in every language of Windows. */
const trustedOwners = ['S-1-5-32-544', 'S-1-5-18']

const absent = { text: null, path: '', notices: [] }
/** There is one, and nobody can say what it was to forbid: it is no policy, which allows nothing. */
const unknown = (path: string): MachinePolicy => ({ text: '', path, notices: [] })
const unowned = (path: string, who: string): MachinePolicy => ({
  ...absent,
  notices: [
    `The policy in ${path} is not used: it does not belong to ${who}, so anybody may have put it there.`,
  ],
})

/** `reg query` in the 64-bit view, where group policies are, also for a program of 32 bits. */
const query = ({ run, systemFolder }: Computer, key: string, ...more: readonly string[]) =>
  run(win32.join(systemFolder(), 'reg.exe'), ['query', key, ...more, '/reg:64'])

/**
 * The same in UTF-8. By itself `reg` prints in the code page of the console, in which a reason loses its letters; the
 * shell sets it for this one run. Where the shell is forbidden, plain letters have to do.
 */
function queryInUtf8(computer: Computer, key: string): string | undefined {
  const [shell, codePage, reg] = ['cmd.exe', 'chcp.com', 'reg.exe'].map((program) =>
    win32.join(computer.systemFolder(), program),
  )
  const command = `"${codePage}" 65001 >nul && "${reg}" query "${key}" /s /reg:64`
  return computer.run(shell ?? '', ['/d', '/s', '/c', `"${command}"`]) ?? query(computer, key, '/s')
}

function readRegistry(computer: Computer): MachinePolicy | undefined {
  const above = query(computer, win32.dirname(registryKey))
  if (above !== undefined && !namesOurKey(above)) return undefined
  const output = queryInUtf8(computer, registryKey)
  return output === undefined
    ? unknown(registryKey)
    : { text: registryPolicy(output), path: registryKey, notices: [] }
}

/** Where every program may keep what is for all users; Windows tells it, the environment is not asked. */
function programData(computer: Computer): string {
  const folders = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Shell Folders'
  const told = query(computer, folders, '/v', 'Common AppData')
  const [, path] = / REG_SZ {4}([^\r\n]+)/.exec(told ?? '') ?? []
  return path?.trim() ?? win32.join(win32.parse(computer.systemFolder()).root, 'ProgramData')
}

/** Administrators and SYSTEM as PowerShell writes an owner where it may call no methods (Constrained Language Mode). */
const ownersInSddl: Readonly<Record<string, string>> = { BA: 'S-1-5-32-544', SY: 'S-1-5-18' }

/** Who owns a file, as a security identifier; undefined when Windows does not tell. Nothing of the environment decides which program answers. */
function windowsOwner({ run, systemFolder }: Computer, path: string): string | undefined {
  const program = win32.join(systemFolder(), 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  const quoted = `'${path.replaceAll("'", "''")}'`
  const byMethod = `[System.IO.File]::GetAccessControl(${quoted}).GetOwner([System.Security.Principal.SecurityIdentifier]).Value`
  const question = `try { ${byMethod} } catch { (Get-Acl -LiteralPath ${quoted}).Sddl }`
  const told = run(program, ['-NoProfile', '-NonInteractive', '-Command', question])?.trim() ?? ''
  const [, named = ''] = /^(?:O:)?(S-1-[\d-]+|BA|SY)(?=$|[A-Z]:)/.exec(told) ?? []
  return ownersInSddl[named] ?? (named === '' ? undefined : named)
}

function readWindows(computer: Computer): MachinePolicy {
  const registered = readRegistry(computer)
  if (registered) return registered
  const path = win32.join(programData(computer), 'Syncwright', 'policy.json')
  const file = computer.readFile(path)
  if (file === undefined) return absent
  const owner = windowsOwner(computer, path)
  if (owner === undefined) return unknown(path)
  return trustedOwners.includes(owner)
    ? { text: file.text, path, notices: [] }
    : unowned(path, 'Administrators or SYSTEM')
}

function readUnix({ platform, readFile }: Computer): MachinePolicy {
  const folder = platform === 'darwin' ? '/Library/Application Support/Syncwright' : '/etc/syncwright'
  const path = `${folder}/policy.json`
  const file = readFile(path)
  if (file === undefined) return absent
  if (file.owner === null) return unknown(path)
  if (file.owner !== 0) return unowned(path, 'root')
  if (!file.isOpenToOthers) return { text: file.text, path, notices: [] }
  return {
    ...unknown(path),
    notices: [
      `The policy in ${path} can be changed by others than administrators, so nobody knows whose words it holds.`,
    ],
  }
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
      encoding: 'utf8',
      env: { SystemRoot: win32.dirname(thisComputer.systemFolder()) },
      timeout: 10_000,
      windowsHide: true,
      // The shell takes its command as it is.
      windowsVerbatimArguments: win32.basename(program) === 'cmd.exe',
    })
    return status === 0 ? stdout : undefined
  },
  readFile: readPolicyText,
}
