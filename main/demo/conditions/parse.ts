// Reads the conditions grammar of the ConnectWise Developer Guide: a tokenizer and a recursive descent parser.
import { isDate } from '../model/dates.ts'

export type Literal =
  | { type: 'string'; value: string }
  | { type: 'numeric'; value: number }
  | { type: 'boolean'; value: boolean }
  | { type: 'datetime'; value: number }
  | { type: 'null'; value: null }

export type ConditionComparison = '=' | '!=' | '<' | '<=' | '>' | '>='

export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'compare'; path: string; operator: ConditionComparison; value: Literal }
  | { kind: 'text'; path: string; operator: 'contains' | 'like'; negated: boolean; value: Literal }
  | { kind: 'in'; path: string; negated: boolean; values: Literal[] }

/** A filter ConnectWise would refuse; the message is what its `ApiFindCondition` answer says. */
export class ConditionError extends Error {}

/** How literals are written, as the server's own refusal explains it (connectwise-rest README). */
export const literalAdvice =
  'String values should be enclosed with double or single quotes; DateTime values should be enclosed in square brackets; numbers should consist of only digits, and optionally a decimal point and a negation sign; boolean values should be indicated with the keywords true or false; null values should be indicated by the keyword null.'

type Token =
  | { kind: 'literal'; literal: Literal }
  | { kind: 'comparison'; operator: ConditionComparison }
  | { kind: 'mark'; text: '(' | ')' | ',' }
  | { kind: 'word'; text: string }

/** Deeper nesting than any client writes; keeps hostile input from exhausting the stack. */
const depthLimit = 60

const date = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * Without a zone a time is UTC here; some servers read it as local time, so clients send `Z`. A blank in place of the `T`
 * and microseconds are taken too, as Python writes a time (django-connectwise).
 */
const readDate = (text: string): Literal => {
  const iso = text
    .trim()
    .toUpperCase()
    .replace(/^([\d-]{10}) +/, '$1T')
  const zoned =
    iso.length === 10 ? `${iso}T00:00:00Z` : /(Z|[+-]\d{2}:?\d{2})$/.test(iso.slice(10)) ? iso : `${iso}Z`
  const value = date.test(iso) && isDate(zoned) ? Date.parse(zoned) : Number.NaN
  if (Number.isNaN(value)) throw new ConditionError(`[${text}] is not a valid DateTime. ${literalAdvice}`)
  return { type: 'datetime', value }
}

const comparisons: Record<string, ConditionComparison> = {
  '=': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

// One alternative per token kind; the order matters only for the two-character operators.
const tokenPattern =
  /\s*(?:("(?:\\"|[^"])*"|'(?:\\'|[^'])*')|\[([^\]]*)\]|(!=|<=|>=|=|<|>)|([(),])|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_]\w*(?:\/\w+)*))/y

const words = new Map<string, Literal>([
  ['true', { type: 'boolean', value: true }],
  ['false', { type: 'boolean', value: false }],
  ['null', { type: 'null', value: null }],
])

const tokenize = (source: string): Token[] => {
  const tokens: Token[] = []
  tokenPattern.lastIndex = 0
  const end = source.trimEnd().length
  while (tokenPattern.lastIndex < end) {
    const at = tokenPattern.lastIndex
    const match = tokenPattern.exec(source)
    if (!match) throw new ConditionError(`Unexpected input at position ${at}. ${literalAdvice}`)
    const [, quoted, bracketed, operator, mark, digits, word] = match
    const comparison = operator === undefined ? undefined : comparisons[operator]
    if (quoted !== undefined) {
      const quote = quoted.charAt(0)
      const value = quoted.slice(1, -1).replaceAll(`\\${quote}`, quote)
      tokens.push({ kind: 'literal', literal: { type: 'string', value } })
    } else if (bracketed !== undefined) tokens.push({ kind: 'literal', literal: readDate(bracketed) })
    else if (comparison !== undefined) tokens.push({ kind: 'comparison', operator: comparison })
    else if (mark === '(' || mark === ')' || mark === ',') tokens.push({ kind: 'mark', text: mark })
    else if (digits !== undefined)
      tokens.push({ kind: 'literal', literal: { type: 'numeric', value: Number(digits) } })
    else if (word !== undefined) {
      const literal = words.get(word.toLowerCase())
      tokens.push(literal ? { kind: 'literal', literal } : { kind: 'word', text: word })
    }
  }
  return tokens
}

/**
 * Parses one `conditions`, `childConditions` or `customFieldConditions` value.
 * Throws `ConditionError` with the refusal's words. `and` binds tighter than `or` (precedence is not documented).
 */
export const parseConditions = (source: string): Condition => {
  const tokens = tokenize(source)
  let at = 0
  const refuse = (expected: string): never => {
    throw new ConditionError(`Expected ${expected}. ${literalAdvice}`)
  }
  const isMark = (text: string) => {
    const token = tokens[at]
    return token?.kind === 'mark' && token.text === text
  }
  const takeMark = (text: string) => (isMark(text) ? void at++ : refuse(`"${text}"`))
  const isWord = (word: string) => {
    const token = tokens[at]
    return token?.kind === 'word' && token.text.toLowerCase() === word
  }
  const takeWord = (word: string) => {
    const found = isWord(word)
    if (found) at++
    return found
  }
  const literal = (): Literal => {
    const token = tokens[at++]
    return token?.kind === 'literal' ? token.literal : refuse('a value')
  }
  const chain = (kind: 'and' | 'or', next: (depth: number) => Condition, depth: number): Condition => {
    const first = next(depth)
    const parts = [first]
    while (takeWord(kind)) parts.push(next(depth))
    return parts.length === 1 ? first : { kind, parts }
  }
  const expression = (depth: number): Condition => chain('or', (inner) => chain('and', term, inner), depth)
  const term = (depth: number): Condition => {
    if (depth > depthLimit) refuse('fewer parentheses')
    if (!isMark('(')) return comparison()
    takeMark('(')
    const inner = expression(depth + 1)
    takeMark(')')
    return inner
  }
  const comparison = (): Condition => {
    const name = tokens[at++]
    if (name?.kind !== 'word') return refuse('a field name')
    const path = name.text
    const operator = tokens[at]
    if (operator?.kind === 'comparison') {
      at++
      return { kind: 'compare', path, operator: operator.operator, value: literal() }
    }
    const negated = takeWord('not')
    if (takeWord('contains')) return { kind: 'text', path, operator: 'contains', negated, value: literal() }
    if (takeWord('like')) return { kind: 'text', path, operator: 'like', negated, value: literal() }
    if (!takeWord('in')) return refuse('an operator')
    takeMark('(')
    const values = [literal()]
    while (isMark(',')) {
      takeMark(',')
      values.push(literal())
    }
    takeMark(')')
    return { kind: 'in', path, negated, values }
  }
  const condition = expression(0)
  if (at < tokens.length) refuse('"and" or "or"')
  return condition
}
