// Reads Electron's declarations: which members exist, which are deprecated or belong to one platform, which events act by themselves.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

type Facts = {
  /** Such as `win32`; null where it is everywhere. */
  platform: string | null
  deprecated: boolean
  /** Something happens unless a listener says otherwise. */
  acts: boolean
}
type Type = { parent: string | undefined; members: Map<string, Facts>; events: Map<string, Facts> }
export type Declared = {
  types: ReadonlyMap<string, Type>
  /** The type behind each name that `electron` exports. */
  modules: ReadonlyMap<string, string>
}

const place = resolve(import.meta.dirname, '../../node_modules/electron/electron.d.ts')

const acting = /preventDefault|by default|default behavior|will be cancelled|cancel the request/i
const beginning = /^ {2}(?:interface|class) (\w+)(?: extends (\w+))?/
const member = /^ {4}(?:static )?(?:readonly )?(\w+)(?:\(|\?|:|<)/
const event = /^ {4}on\(event: '([\w-]+)'/
const offered = /^ {4}(?:const|let) (\w+): (?:typeof )?(\w+);|^ {4}class (\w+) extends/

function factsIn(comment: string): Facts {
  const [, platform = null] = /@platform ([\w,]+)/.exec(comment) ?? []
  return { platform, deprecated: comment.includes('@deprecated'), acts: acting.test(comment) }
}

/** Each line that is no comment, with the comment in front of it. */
function* statements(text: string) {
  const lines = text.split('\n')
  let comment = ''
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (/^\s*\/\*\*/.test(line)) {
      const from = at
      while (!lines[at]?.includes('*/')) at += 1
      comment = lines
        .slice(from, at + 1)
        .join(' ')
        .replaceAll(/\s+\*?\s*/g, ' ')
    } else if (line.trim() !== '') {
      yield { line, comment }
      comment = ''
    }
  }
}

export function readDeclarations(text = readFileSync(place, 'utf8')): Declared {
  const types = new Map<string, Type>()
  const modules = new Map<string, string>()
  let current: Type | undefined
  for (const { line, comment } of statements(text)) {
    const [, name, parent] = beginning.exec(line) ?? []
    if (name !== undefined) {
      current = types.get(name) ?? { parent, members: new Map(), events: new Map() }
      types.set(name, current)
    }
    const [, constant, type, className] = offered.exec(line) ?? []
    if (constant !== undefined && type !== undefined) modules.set(constant, type)
    if (className !== undefined) modules.set(className, className)
    const [, eventName] = event.exec(line) ?? []
    const [, memberName] = member.exec(line) ?? []
    if (eventName !== undefined) current?.events.set(eventName, factsIn(comment))
    else if (memberName !== undefined && !current?.members.has(memberName))
      current?.members.set(memberName, factsIn(comment))
  }
  return { types, modules }
}

function memberOf(declared: Declared, type: string | undefined, name: string): Facts | undefined {
  const found = declared.types.get(type ?? '')
  return found && (found.members.get(name) ?? memberOf(declared, found.parent, name))
}

/** What every emitter and function has, and Electron's declarations leave to Node's. */
const common = /^(on|off|once|emit|removeListener|removeAllListeners|addListener|call|apply|bind|prototype)$/

/** What has to stand in front of a member that belongs to one platform. */
const guard = /process\.platform|typeof [\w.]+ === ['"]function['"]/
const looksBack = 300

/** A sentence for each use of `electron` in a bundle that the declarations do not bear out. */
export function bundleProblems(bundle: string, declared = readDeclarations()): string[] {
  const [, alias] = /\b(?:let|const|var) (\w+) = (?:\w+\()?require\("electron"\)/.exec(bundle) ?? []
  if (alias === undefined) return ['the bundle does not require electron']
  const uses = bundle.matchAll(new RegExp(`\\b${alias}\\.(?!d\\.ts|default\\b)(\\w+)(?:\\.(\\w+))?`, 'g'))
  return [...uses].flatMap(({ 1: name = '', 2: inner, index }) => {
    const type = declared.modules.get(name)
    if (type === undefined) return [`electron.${name} does not exist`]
    if (inner === undefined || common.test(inner)) return []
    const used = `electron.${name}.${inner}`
    const found = memberOf(declared, type, inner)
    if (!found) return [`${used} does not exist`]
    if (found.deprecated) return [`${used} is deprecated`]
    return found.platform === null || guard.test(bundle.slice(Math.max(0, index - looksBack), index))
      ? []
      : [`${used} belongs to ${found.platform} and nothing asks for the platform`]
  })
}

/** Members that are so wherever they stand: a name that another type has on every platform tells nothing. */
export function namesWhere(
  { types, modules }: Declared,
  isSo: (facts: Facts) => boolean,
): ReadonlySet<string> {
  const all = [...types].flatMap(([type, { members }]) =>
    [...members].map(([name, facts]) => ({ type, name, facts })),
  )
  const others = new Set(all.filter(({ facts }) => !isSo(facts)).map(({ name }) => name))
  // What is only handed over or back, such as options, is checked by its type.
  const acting = new Set([...modules.values(), 'BaseWindow', 'Session', 'WebContents', 'CommandLine', 'Dock'])
  return new Set(
    all.filter(({ type, name }) => acting.has(type) && !others.has(name)).map(({ name }) => name),
  )
}
