// Strict request bodies: an unknown member, a wrong type, a text too long or an unknown reference refuses the whole call.
import { invalidObject, placeOf, type Problem, problem, refusal, unknownMember } from '../answers.ts'
import { customFieldMembers, type Kind, type Model } from '../model/kinds.ts'
import { isObject, type Json, type JsonObject, type Row } from '../rows.ts'

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

const isWhole = (value: Json) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31

/** Whether a value has the JSON type its member wants; lengths are another matter. */
const fits: Record<Kind['type'], (value: Json, kind: Kind) => boolean> = {
  int: isWhole,
  number: (value) => typeof value === 'number',
  text: (value) => typeof value === 'string',
  flag: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && dateTime.test(value) && !Number.isNaN(Date.parse(value)),
  enum: (value, kind) => typeof value === 'string' && kind.values?.includes(value) === true,
  reference: isObject,
  references: Array.isArray,
  list: Array.isArray,
  custom: (value) => Array.isArray(value) && value.every(isObject),
  map: isObject,
}

/** The first unknown member inside a reference or a custom field value: the type it was sent for, and its path. */
const innerStranger = (
  name: string,
  kind: Kind,
  value: Json,
): { type: string; path: string[] } | undefined => {
  const inner = kind.type === 'custom' ? customFieldMembers : kind.members
  if (!inner) return undefined
  const known = new Set([...Object.keys(inner), kind.type === 'custom' ? 'value' : '_info'])
  const parts = Array.isArray(value) ? value : [value]
  for (const [index, part] of parts.entries()) {
    const member = isObject(part) ? Object.keys(part).find((key) => !known.has(key)) : undefined
    const at = Array.isArray(value) ? `${name}[${index}]` : name
    if (member !== undefined) return { type: kind.of ?? 'CustomFieldValue', path: [at, member] }
  }
  return undefined
}

/**
 * Checks the members of a body against a model. `source` is the text the members came from, for positions in messages.
 * Members in `readOnly` exist in answers but are refused here, stricter than the vendor documents.
 */
export const checkMembers = (
  body: JsonObject,
  model: Model,
  readOnly: ReadonlySet<string>,
  source: string,
): Response | undefined => {
  const problems: Problem[] = []
  for (const [name, value] of Object.entries(body)) {
    const kind = Object.hasOwn(model.members, name) ? model.members[name] : undefined
    if (!kind) return unknownMember(model.name, [name], source)
    if (readOnly.has(name)) {
      problems.push(problem(model.name, 'InvalidField', `The field ${name} cannot be set.`, name))
      continue
    }
    if (value === null || value === undefined) continue
    if (!fits[kind.type](value, kind)) {
      return refusal(
        400,
        'ConnectWiseApi',
        `Error converting value ${JSON.stringify(value).slice(0, 100)}. ${placeOf([name], source)}.`,
      )
    }
    const stranger = innerStranger(name, kind, value)
    if (stranger) return unknownMember(stranger.type, stranger.path, source)
    if (kind.max !== undefined && typeof value === 'string' && value.length > kind.max) {
      const message = `The field ${name} must be a string with a maximum length of ${kind.max}.`
      problems.push(problem(model.name, 'MaxLengthField', message, name))
    }
  }
  return problems.length > 0 ? invalidObject(model.name, problems) : undefined
}

/** Reads a JSON body, or answers 415 to anything not called JSON and 400 to what is not. */
export const readJson = async (request: Request): Promise<{ value: unknown; source: string } | Response> => {
  const type = request.headers.get('content-type') ?? ''
  if (!/\bjson\b/i.test(type)) return refusal(415, 'UnsupportedMediaType', 'The request entity is not JSON.')
  const source = await request.text()
  try {
    return { value: JSON.parse(source), source }
  } catch {
    return refusal(400, 'ConnectWiseApi', 'The request body is not valid JSON.')
  }
}

/** Reads and checks the body of a create call. */
export const readStrict = async (
  request: Request,
  model: Model,
  readOnly: ReadonlySet<string>,
): Promise<JsonObject | Response> => {
  const read = await readJson(request)
  if (read instanceof Response) return read
  const { value, source } = read
  if (!isJsonObject(value))
    return refusal(400, 'ConnectWiseApi', `Cannot deserialize the body into type '${model.name}'.`)
  return checkMembers(value, model, readOnly, source) ?? value
}

/** What `JSON.parse` gave is JSON; only the outermost shape is in doubt. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The answer to a create call: 201 and an http address that no client should follow (seen in other clients, unverified). */
export const created = (request: Request, body: Row): Response => {
  const { host, pathname } = new URL(request.url)
  const location = `http://${host}${pathname}/${body.id}`
  return new Response(JSON.stringify(body), {
    status: 201,
    headers: { 'content-type': 'application/json; charset=utf-8', location },
  })
}
