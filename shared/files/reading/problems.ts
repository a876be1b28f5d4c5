// Turns what zod says about a value into places and sentences a technician understands.
import type { z } from '../../zod.ts'
import { asLine } from '../../text/line.ts'
import type { FileProblem } from './parsed.ts'

/** More places than this help nobody, and a hostile file could name millions. */
export const mostProblems = 100

type Path = readonly PropertyKey[]

/** `relationships[0].settings.status.id` */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    const name = asLine(String(part).slice(0, 100))
    return text === '' ? name : `${text}.${name}`
  }, '')

const typeWords: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

const word = (type: string): string => typeWords[type] ?? type

const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value
}

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? Reflect.get(value, part)
        : undefined,
    root,
  )

const listed = (values: readonly unknown[]): string => values.map(String).join(', ')

/** JSON can write numbers no computer holds, such as 1e999. */
const numberShown = (value: number): string =>
  Number.isFinite(value) ? String(value) : 'a number beyond all bounds'

const expected = (what: string, value: unknown): string => {
  if (value === undefined) return `Missing: expected ${what}.`
  const isNearly = typeof value === 'number' && what.endsWith('number')
  const found = isNearly ? numberShown(value) : word(typeOf(value))
  return `Expected ${what}, found ${found}.`
}

/** Text is shown in quotes and cut, because it may be long. */
const shown = (value: unknown): string =>
  typeof value === 'string' ? `“${asLine(value.slice(0, 40))}”` : word(typeOf(value))

const oneOf = (values: readonly unknown[], value: unknown): string => {
  const what = values.length === 1 ? listed(values) : `one of ${listed(values)}`
  return value === undefined ? `Missing: expected ${what}.` : `Expected ${what}, found ${shown(value)}.`
}

const unitOf: Record<string, string> = { string: ' characters', array: ' entries' }

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return expected(word(issue.expected), value)
    case 'invalid_value':
      return oneOf(issue.values, value)
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? oneOf(issue.options, value)
        : 'Not a known form.'
    case 'too_big':
      return `Must be at most ${issue.maximum}${unitOf[issue.origin] ?? ''}.`
    case 'too_small':
      return `Must be at least ${issue.minimum}${unitOf[issue.origin] ?? ''}.`
    case 'invalid_format':
      return issue.format === 'datetime'
        ? `Expected a date and time such as 2026-11-23T10:00:00Z, found ${shown(value)}.`
        : `${issue.message}.`
    default:
      return `${issue.message.replace(/\.$/, '')}.`
  }
}

/** Every place zod complains about in `value`, at most `mostProblems`; an unknown member is a place of its own. */
export function problemsOf(error: z.ZodError, value: unknown, at: Path = []): FileProblem[] {
  const problems: FileProblem[] = []
  for (const issue of error.issues) {
    const path = [...at, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys.slice(0, mostProblems))
        problems.push({ path: pathText([...path, key]), message: 'Unknown member.' })
    else problems.push({ path: pathText(path), message: sentence(issue, valueAt(value, issue.path)) })
    if (problems.length >= mostProblems) break
  }
  return problems.slice(0, mostProblems)
}
