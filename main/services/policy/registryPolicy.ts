// A policy as Windows administrators set it: what `reg query` prints of its key, as the text of a policy file.
import { policyTextBounds } from '../../../shared/bounds.ts'
import { parseJson } from '../../../shared/files/json/parseJson.ts'

/** The one place group policies of this app are kept in. */
export const registryKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Syncwright'

type Value = { key: string; name: string; type: string; data: string }

/** `    AllowedSites    REG_MULTI_SZ    one\0two`: four blanks between the parts, as every Windows prints them. */
const valueLine = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/

/** The path from our key to the one whose line this is, empty for its own; undefined of any other line. */
function keyIn(line: string): string | undefined {
  if (!line.toUpperCase().startsWith(registryKey.toUpperCase())) return undefined
  const rest = line.slice(registryKey.length).trim()
  return rest === '' || rest.startsWith('\\') ? rest.slice(1) : undefined
}

/** Our key and those below it, and their values. */
function readPrinted(output: string): { keys: string[]; values: Value[] } {
  const keys: string[] = []
  const values: Value[] = []
  for (const line of output.split(/\r?\n/)) {
    const key = keyIn(line)
    if (key !== undefined) keys.push(key)
    const [, name, type, data = ''] = valueLine.exec(line.slice(0, 100_000)) ?? []
    if (name !== undefined && type !== undefined) values.push({ key: keys.at(-1) ?? '', name, type, data })
  }
  return { keys, values }
}

const inBrackets = /^\(.*\)$/
/** The value of a key itself, which nobody named or set; that is said in the system's language. */
const isUnset = ({ name, data }: Value): boolean =>
  inBrackets.test(name) && (data === '' || inBrackets.test(data))
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Anything that is not as it should be becomes a member that no policy has, so that the policy is refused by that name. */
const refused = ({ key, name, type }: Value): [string, unknown] => [
  `${[key, name].filter(Boolean).join('\\')} ${type}`,
  null,
]

/** What is no JSON, or says a thing twice, locks nothing: then the policy is refused by the name of the lock. */
function jsonOf(data: string): unknown {
  const json = parseJson(data, policyTextBounds)
  return json.ok ? json.value : null
}

const settings: Readonly<Record<string, (value: Value) => [string, unknown]>> = {
  allowedsites: (value) =>
    value.type === 'REG_MULTI_SZ'
      ? ['allowedSites', value.data.split('\\0').filter((host) => host.trim() !== '')]
      : refused(value),
  updatecheck: (value) =>
    value.type === 'REG_DWORD' && /^0x[01]$/i.test(value.data)
      ? ['updateCheck', value.data.endsWith('1')]
      : refused(value),
  version: (value) =>
    value.type === 'REG_DWORD' ? ['version', Number.parseInt(value.data, 16)] : refused(value),
}

/** What stands below the key; any other name there is no member of a policy, empty or not. */
const ourKeys = ['AllowedSites', 'Locked']

/** What `reg query … /s` printed, as the text of a policy file. */
export function registryPolicy(output: string): string {
  const { keys, values } = readPrinted(output)
  const members: [string, unknown][] = keys
    .filter((key) => key !== '' && !ourKeys.some((ours) => same(key, ours)))
    .map((key) => [key, null])
  const sites: string[] = []
  const locked: [string, unknown][] = []
  let listsSites = keys.some((key) => same(key, 'AllowedSites'))
  for (const value of values) {
    if (isUnset(value)) continue
    if (value.key === '') members.push(settings[value.name.toLowerCase()]?.(value) ?? refused(value))
    else if (same(value.key, 'AllowedSites') && value.type === 'REG_SZ') sites.push(value.data)
    else if (same(value.key, 'Locked') && value.type === 'REG_SZ')
      locked.push([value.name, jsonOf(value.data)])
    else members.push(refused(value))
  }
  const policy = Object.fromEntries(members)
  const listed = policy['allowedSites']
  listsSites ||= Array.isArray(listed)
  return JSON.stringify({
    ...policy,
    ...(listsSites && { allowedSites: [...(Array.isArray(listed) ? listed : []), ...sites] }),
    ...(locked.length > 0 && { locked: Object.fromEntries(locked) }),
  })
}

/** Whether `reg query` of the key above names a subkey of ours. */
export const namesOurKey = (output: string): boolean => readPrinted(output).keys.includes('')
