// JSON as lines of coloured tokens: small objects stay on one line, and each line knows the path of its value.

export type Token = { kind: 'key' | 'string' | 'number' | 'literal' | 'plain'; text: string }

export type JsonLine = {
  indent: number
  tokens: Token[]
  /** Where the line's value sits: `status`, `0.value`; empty for the whole document and for closing brackets. */
  path: string
}

type Place = { indent: number; path: string; lead: Token[]; comma: boolean }

const plain = (text: string): Token => ({ kind: 'plain', text })

function scalar(value: unknown): Token {
  const text = JSON.stringify(value) ?? 'null'
  if (typeof value === 'string') return { kind: 'string', text }
  return { kind: typeof value === 'number' ? 'number' : 'literal', text }
}

const isComposite = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Members as `JSON.stringify` would write them: absent values are left out of objects. */
const membersOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, member]) => Array.isArray(value) || member !== undefined)

/** Short objects of one or two scalars read better on one line. */
const fitsOneLine = (value: object): boolean => {
  const members = membersOf(value)
  return (
    members.length === 0 ||
    (!Array.isArray(value) &&
      members.length <= 2 &&
      members.every(([, member]) => !isComposite(member)) &&
      (JSON.stringify(value)?.length ?? 0) <= 72)
  )
}

function oneLine(value: object): Token[] {
  const members = membersOf(value)
  if (members.length === 0) return [plain(Array.isArray(value) ? '[]' : '{}')]
  const inner = members.flatMap(([name, member], index): Token[] => [
    ...(index > 0 ? [plain(', ')] : []),
    { kind: 'key', text: JSON.stringify(name) },
    plain(': '),
    scalar(member),
  ])
  return [plain('{ '), ...inner, plain(' }')]
}

function write(value: unknown, place: Place, lines: JsonLine[]): void {
  const { indent, path, lead } = place
  const tail = place.comma ? [plain(',')] : []
  if (!isComposite(value) || fitsOneLine(value)) {
    const tokens = isComposite(value) ? oneLine(value) : [scalar(value)]
    lines.push({ indent, path, tokens: [...lead, ...tokens, ...tail] })
    return
  }
  const list = Array.isArray(value)
  const members = membersOf(value)
  lines.push({ indent, path, tokens: [...lead, plain(list ? '[' : '{')] })
  for (const [index, [name, member]] of members.entries()) {
    const key: Token[] = list ? [] : [{ kind: 'key', text: JSON.stringify(name) }, plain(': ')]
    const inner = path === '' ? name : `${path}.${name}`
    write(member, { indent: indent + 1, path: inner, lead: key, comma: index < members.length - 1 }, lines)
  }
  lines.push({ indent, path: '', tokens: [plain(list ? ']' : '}'), ...tail] })
}

/** A JSON value as lines; joined without indentation they parse to the same value. */
export function jsonLines(value: unknown): JsonLine[] {
  const lines: JsonLine[] = []
  write(value, { indent: 0, path: '', lead: [], comma: false }, lines)
  return lines
}
