// A policy as Windows administrators set it: what `reg query` prints of its key, as the text of a policy file.
import { policyTextBounds } from '../../../shared/bounds.ts'
import { parseJson } from '../../../shared/files/json/parseJson.ts'

/** The one place group policies of this app are kept in. */
export const registryKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Syncwright'

type Value = { key: string; name: string; type: string; data: string }

/** `    AllowedSites    REG_MULTI_SZ    one\0two`: four blanks between the parts, as every Windows prints them. */
const valueLine = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/

/** The path from the key to the one whose line this is, empty for its own; undefined of any other line. */
const keyIn = (line: string): string | undefined =>
  line.toUpperCase().startsWith(registryKey.toUpperCase())
    ? line.slice(registryKey.length + 1).trim()
    : undefined

/** The values below a key; `key` is the path from there. */
function readValues(output: string): Value[] {
  let key = ''
  return output.split(/\r?\n/).flatMap((line) => {
    key = keyIn(line) ?? key
    const [, name, type, data = ''] = valueLine.exec(line.slice(0, 100_000)) ?? []
    return name !== undefined && type !== undefined ? [{ key, name, type, data }] : []
  })
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
  const keys = output.split(/\r?\n/).flatMap((line) => keyIn(line) ?? [])
  const members: [string, unknown][] = keys
    .filter((key) => key !== '' && !ourKeys.some((ours) => same(key, ours)))
    .map((key) => [key, null])
  const sites: string[] = []
  const locked: [string, unknown][] = []
  let listsSites = keys.some((key) => same(key, 'AllowedSites'))
  for (const value of readValues(output)) {
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
export const namesOurKey = (output: string): boolean =>
  output.split(/\r?\n/).some((line) => same(line.trim(), registryKey))
