// Turns parsed conditions into a test of a row, refusing names and value types the entity's model does not allow.
import { customFieldMembers, type Kind, type Model } from '../model/kinds.ts'
import { isStoredObject, type Json, type JsonObject, type StoredRow } from '../model/storedRows.ts'
import {
  type ConditionComparison,
  type Condition,
  ConditionError,
  type Literal,
  literalAdvice,
} from './parse.ts'

export type ConditionField = { kind: Kind; read: (row: JsonObject) => Json | undefined }
type Lookup = (path: string) => ConditionField
export type Test = (row: JsonObject) => boolean

const unknown = (path: string): never => {
  throw new ConditionError(`${path} is not a recognized name.`)
}

// Names are accepted in any case: the guide writes `Board/Id`, traffic shows `board/id`.
const findMember = (members: Readonly<Record<string, Kind>>, name: string): [string, Kind] | undefined => {
  const exact = Object.hasOwn(members, name) ? members[name] : undefined
  if (exact) return [name, exact]
  const wanted = name.toLowerCase()
  return Object.entries(members).find(([key]) => key.toLowerCase() === wanted)
}

// They filter and sort although they live in `_info` (ConnectWise Developer Guide).
const infoNames = new Map([
  ['lastupdated', 'lastUpdated'],
  ['dateentered', 'dateEntered'],
])

/** Finds a path of `conditions` or `orderBy` in a model; throws `ConditionError` when it is not filterable. */
export const fieldOf =
  (model: Model): Lookup =>
  (path) => {
    const [first = '', second, ...rest] = path.split('/')
    if (rest.length > 0) return unknown(path)
    const member = findMember(model.members, first)
    if (!member) {
      const name = second === undefined ? infoNames.get(first.toLowerCase()) : undefined
      if (name === undefined || !('_info' in model.members)) return unknown(path)
      return {
        kind: { type: 'date' },
        read: (row) => (isStoredObject(row._info) ? row._info[name] : undefined),
      }
    }
    const [name, kind] = member
    if (kind.unfilterable) return unknown(path)
    if (kind.type === 'reference') {
      if (second === undefined) return { kind, read: (row) => row[name] }
      const inner = findMember(kind.members ?? {}, second)
      if (!inner) return unknown(path)
      const [innerName, innerKind] = inner
      return {
        kind: innerKind,
        read: (row) => {
          const value = row[name]
          return isStoredObject(value) ? value[innerName] : undefined
        },
      }
    }
    const plain = !['references', 'list', 'custom', 'map'].includes(kind.type)
    return plain && second === undefined ? { kind, read: (row) => row[name] } : unknown(path)
  }

const expected: Partial<Record<Kind['type'], Literal['type']>> = {
  int: 'numeric',
  number: 'numeric',
  text: 'string',
  enum: 'string',
  flag: 'boolean',
  date: 'datetime',
}

const checkType = (path: string, kind: Kind, value: Literal) => {
  if (value.type === 'null') return
  const wanted = expected[kind.type]
  if (kind.type === 'reference') unknown(path)
  if (wanted !== undefined && wanted !== value.type) {
    throw new ConditionError(`Expected a ${wanted} value, not a ${value.type}. ${literalAdvice}`)
  }
  if (kind.type === 'enum' && value.type === 'string') {
    const name = value.value.toLowerCase()
    if (!kind.values?.some((allowed) => allowed.toLowerCase() === name)) {
      throw new ConditionError('Enum value supplied was invalid')
    }
  }
}

type Comparable = string | number | boolean

/** Text compares without case, dates as times: the database behind ConnectWise does both. */
const comparable = (kind: Kind, value: Json | undefined): Comparable | null => {
  if (typeof value === 'string') return kind.type === 'date' ? Date.parse(value) : value.toLowerCase()
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

const literalValue = (value: Literal): Comparable | null =>
  value.type === 'string' ? value.value.toLowerCase() : value.value

const orders: Record<
  Exclude<ConditionComparison, '=' | '!='>,
  (one: Comparable, other: Comparable) => boolean
> = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
}

const compare = ({ kind, read }: ConditionField, operator: ConditionComparison, literal: Literal): Test => {
  const wanted = literalValue(literal)
  if (operator === '=')
    return wanted === null
      ? (row) => (read(row) ?? null) === null
      : (row) => comparable(kind, read(row)) === wanted
  if (operator === '!=') {
    if (wanted === null) return (row) => (read(row) ?? null) !== null
    return (row) => {
      const value = comparable(kind, read(row))
      return value !== null && value !== wanted
    }
  }
  const holds = orders[operator]
  return (row) => {
    const value = comparable(kind, read(row))
    return value !== null && wanted !== null && holds(value, wanted)
  }
}

/** Longer than any text it could match; keeps hostile input from holding everybody up. */
const patternLimit = 1_000

/** `%` and `*` stand for any text, `_` for one character, `[…]` for one of a class (ConnectWise Developer Guide). */
const likePattern = (pattern: string): RegExp => {
  if (pattern.length > patternLimit) throw new ConditionError('The like pattern was invalid')
  const source = pattern.replaceAll(/\[(?:\[|\^?[^\][]+)\]|[%*]+|_|[\s\S]/g, (part) => {
    if (/^[%*]/.test(part)) return '[\\s\\S]*'
    if (part === '_') return '[\\s\\S]'
    if (part === '[[]') return '\\['
    if (part.length > 1) return part.replaceAll('\\', '\\\\')
    return part.replace(/[\\^$.|?*+()[\]{}/]/, '\\$&')
  })
  try {
    return new RegExp(`^${source}$`, 'i')
  } catch {
    throw new ConditionError('The like pattern was invalid')
  }
}

/**
 * Compiles a condition over the fields `lookup` finds. Throws `ConditionError` for unknown names and wrong value types.
 * `in` exists in `conditions` only, not in child or custom field conditions.
 */
export const compileCondition = (condition: Condition, lookup: Lookup, allowIn: boolean): Test => {
  if ('parts' in condition) {
    const parts = condition.parts.map((part) => compileCondition(part, lookup, allowIn))
    return condition.kind === 'and'
      ? (row) => parts.every((test) => test(row))
      : (row) => parts.some((test) => test(row))
  }
  const field = lookup(condition.path)
  if (condition.kind === 'compare') {
    checkType(condition.path, field.kind, condition.value)
    return compare(field, condition.operator, condition.value)
  }
  if (condition.kind === 'in') {
    if (!allowIn) throw new ConditionError('The in operator is not supported here.')
    for (const value of condition.values) checkType(condition.path, field.kind, value)
    const wanted = new Set(condition.values.map(literalValue))
    return (row) => {
      const value = comparable(field.kind, field.read(row))
      return value !== null && wanted.has(value) !== condition.negated
    }
  }
  const { value } = condition
  const textual = ['text', 'enum', 'scalar'].includes(field.kind.type)
  if (value.type !== 'string' || !textual) {
    throw new ConditionError(`The ${condition.operator} operator needs a string. ${literalAdvice}`)
  }
  const wanted = value.value.toLowerCase()
  const pattern = condition.operator === 'like' ? likePattern(value.value) : undefined
  return (row) => {
    const found = comparable(field.kind, field.read(row))
    if (typeof found !== 'string') return false
    return (pattern ? pattern.test(found) : found.includes(wanted)) !== condition.negated
  }
}

const listMembers: Readonly<Record<string, Kind>> = {
  id: { type: 'int' },
  value: { type: 'text' },
  communicationType: { type: 'text' },
  defaultFlag: { type: 'flag' },
}

/** A row matches when one member of the array named in the paths fulfils the whole condition. */
export const compileChild = (condition: Condition, model: Model): ((row: StoredRow) => boolean) => {
  let array: string | undefined
  const test = compileCondition(
    condition,
    (path) => {
      const [first = '', second, ...rest] = path.split('/')
      const member = findMember(model.members, first)
      const inner = member?.[1].members ?? listMembers
      const known = second === undefined || rest.length > 0 ? undefined : findMember(inner, second)
      if (!member || !known || !['references', 'list'].includes(member[1].type)) return unknown(path)
      if (array !== undefined && array !== member[0]) return unknown(path)
      array = member[0]
      return { kind: known[1], read: (row) => row[known[0]] }
    },
    false,
  )
  return (row) => {
    const members = row[array ?? '']
    return Array.isArray(members) && members.some((member) => isStoredObject(member) && test(member))
  }
}

/** A row matches when one of its custom field values fulfils the whole condition; `value` has the field's own type. */
export const compileCustom = (condition: Condition, model: Model): ((row: StoredRow) => boolean) => {
  if (!('customFields' in model.members)) return unknown('customFieldConditions')
  const test = compileCondition(
    condition,
    (path) => {
      const known = findMember(customFieldMembers, path)
      return known ? { kind: known[1], read: (row) => row[known[0]] } : unknown(path)
    },
    false,
  )
  return (row) =>
    Array.isArray(row.customFields) && row.customFields.some((field) => isStoredObject(field) && test(field))
}
