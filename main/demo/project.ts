// The `fields` parameter: which members of a row are answered, nested paths included.
import { isStoredObject, type Json, type JsonObject } from './model/storedRows.ts'

type Tree = Map<string, Tree | true>

const parse = (fields: string): Tree => {
  const tree: Tree = new Map()
  for (const path of fields
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    let level = tree
    const names = path.split('/')
    names.forEach((name, index) => {
      const existing = level.get(name)
      if (existing === true) return
      if (index === names.length - 1) level.set(name, true)
      else {
        const next: Tree = existing ?? new Map()
        level.set(name, next)
        level = next
      }
    })
  }
  return tree
}

const pick = (value: Json | undefined, tree: Tree | true): Json | undefined => {
  if (tree === true) return value
  if (Array.isArray(value)) return value.map((part) => pick(part, tree) ?? null)
  if (!isStoredObject(value)) return value
  const picked: JsonObject = {}
  for (const [name, inner] of tree) {
    const part = Object.hasOwn(value, name) ? pick(value[name], inner) : undefined
    if (part !== undefined) picked[name] = part
  }
  return picked
}

/** Makes the projection of a `fields` value; unknown names are dropped, `_info` comes only when named. */
export const projection = (fields: string | null): ((row: JsonObject) => JsonObject) => {
  if (!fields?.trim()) return (row) => row
  const tree = parse(fields)
  return (row) => {
    const picked = pick(row, tree)
    return isStoredObject(picked) ? picked : {}
  }
}
