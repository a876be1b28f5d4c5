// Finds the records a body refers to, by id, identifier or name, and expands them as reads answer them.
import { type DemoProblem, problemAnswer } from '../../../main/demo/answers.ts'
import {
  type Collection,
  isStoredObject,
  type Json,
  type JsonObject,
  type StoredRow,
  textOf,
} from '../../../main/demo/model/storedRows.ts'
import { fullName, type ReferenceKind, referTo } from '../../../main/demo/world/references.ts'

const same = (one: Json | undefined, other: Json | undefined) =>
  typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase()

/** The row a reference means; `{ id }` is enough, `{ identifier }` and `{ name }` resolve too (connectwise-rest README). */
export const find = (rows: Collection, reference: JsonObject): StoredRow | undefined => {
  if (typeof reference.id === 'number') return rows.find(reference.id)
  if (reference.identifier !== undefined)
    return rows.rows.find((row) => same(row.identifier, reference.identifier))
  return rows.rows.find((row) => same(row.name ?? fullName(row), reference.name))
}

/** How an error text names what a reference asked for. */
export const asked = ({ id, identifier, name }: JsonObject): string =>
  typeof id === 'number' ? String(id) : textOf(identifier) || textOf(name)

export type Resolver = {
  /** The row a member refers to; a problem is noted when there is none. Undefined where the member is absent. */
  row: (member: string, kind: ReferenceKind, rows: Collection) => StoredRow | undefined
  refuse: (field: string, message: string, code?: string) => void
  /** Notes that a reference means nothing there is, or asks for nothing at all. */
  missing: (member: string, message: string) => void
  /** Refuses any reference to lists that the demo does not hold. */
  unheld: (members: readonly string[]) => void
  problems: DemoProblem[]
}

/** Resolves the references of one body and gathers what is wrong with it. */
export const createResolver = (type: string, body: JsonObject): Resolver => {
  const problems: DemoProblem[] = []
  const refuse = (field: string, message: string, code = 'InvalidField') => {
    problems.push(problemAnswer(type, code, message, field))
  }
  const missing = (member: string, message: string) => {
    const reference = body[member]
    if (isStoredObject(reference) && asked(reference) !== '') refuse(`${member}/id`, message, 'NotFound')
    else refuse(`${member}/id`, `${member}/id is required.`, 'MissingRequiredField')
  }
  return {
    problems,
    refuse,
    missing,
    unheld: (members) => {
      for (const member of members) {
        const reference = body[member]
        if (isStoredObject(reference)) missing(member, `${member} ${asked(reference)} not found`)
      }
    },
    row: (member, kind, rows) => {
      const reference = body[member]
      if (!isStoredObject(reference)) return undefined
      const row = find(rows, reference)
      if (row) body[member] = referTo(kind, row)
      else missing(member, `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${asked(reference)} not found`)
      return row
    },
  }
}
