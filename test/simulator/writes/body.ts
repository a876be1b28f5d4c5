// Strict request bodies: an unknown member, a wrong type, a text too long or an unknown reference refuses the whole call.
import {
  invalidObject,
  jsonAnswer,
  type DemoProblem,
  problemAnswer,
  refusalAnswer,
  unknownMember,
  wrongType,
} from '../../../main/demo/answers.ts'
import { customFieldMembers, type Kind, map, type Model } from '../../../main/demo/model/kinds.ts'
import { isDate } from '../../../main/demo/model/dates.ts'
import { projection } from '../../../main/demo/project.ts'
import {
  isStoredObject,
  type Json,
  type JsonObject,
  type StoredRow,
} from '../../../main/demo/model/storedRows.ts'

/** Fractions of a second and times without a zone are refused (recorded 2024-26). */
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/

/** What the members of a reference, of several, or of a custom field value are. */
const innerOf = (kind: Kind | undefined): Model['members'] | undefined =>
  kind?.type === 'custom' ? customFieldMembers : kind?.members

/** The parser takes member names in any case, inner ones too; answers spell them as the model does. */
export const spelled = (body: JsonObject, members: Model['members']): JsonObject => {
  const names = new Map(Object.keys(members).map((name) => [name.toLowerCase(), name]))
  const part = (value: Json, inner: Model['members']): Json =>
    isStoredObject(value) ? spelled(value, inner) : value
  return Object.fromEntries(
    Object.entries(body).map(([given, value = null]) => {
      const name = names.get(given.toLowerCase()) ?? given
      const inner = innerOf(members[name])
      if (!inner) return [name, value]
      return [name, Array.isArray(value) ? value.map((each) => part(each, inner)) : part(value, inner)]
    }),
  )
}

/** Times are answered in UTC, whatever zone they were sent in. */
export const inUtc = (body: JsonObject, members: Model['members']): JsonObject =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      members[name]?.type === 'date' && typeof value === 'string'
        ? `${new Date(value).toISOString().slice(0, 19)}Z`
        : value,
    ]),
  )

const isWhole = (value: Json) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31

const isScalar = (value: Json) => typeof value !== 'object'

/** Whether a value has the JSON type its member wants; lengths are another matter. */
const fits: Record<Kind['type'], (value: Json, kind: Kind) => boolean> = {
  int: isWhole,
  number: (value) => typeof value === 'number',
  text: (value) => typeof value === 'string',
  flag: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && dateTime.test(value) && isDate(value),
  enum: (value, kind) => typeof value === 'string' && kind.values?.includes(value) === true,
  reference: isStoredObject,
  references: Array.isArray,
  list: (value) => Array.isArray(value) && value.every(isScalar),
  custom: (value) => Array.isArray(value) && value.every(isStoredObject),
  scalar: isScalar,
  map: isStoredObject,
}

/** What is unknown or of a wrong type inside a reference or a custom field value. */
const checkInner = (name: string, kind: Kind, value: Json, source: string): Response | undefined => {
  const inner = innerOf(kind)
  if (!inner) return undefined
  const known: Readonly<Record<string, Kind>> = { ...inner, _info: map }
  const parts = Array.isArray(value) ? value : [value]
  for (const [index, part] of parts.entries()) {
    const at = Array.isArray(value) ? `${name}[${index}]` : name
    for (const [member, held] of Object.entries(isStoredObject(part) ? part : {})) {
      const wanted = Object.hasOwn(known, member) ? known[member] : undefined
      if (!wanted) return unknownMember(kind.of ?? 'CustomFieldValue', [at, member], source)
      if (held !== null && held !== undefined && !fits[wanted.type](held, wanted))
        return wrongType([at, member], held, source)
    }
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
  const problems: DemoProblem[] = []
  for (const [name, value] of Object.entries(body)) {
    const kind = Object.hasOwn(model.members, name) ? model.members[name] : undefined
    if (!kind) return unknownMember(model.name, [name], source)
    if (readOnly.has(name)) {
      problems.push(problemAnswer(model.name, 'InvalidField', `The field ${name} cannot be set.`, name))
      continue
    }
    if (value === null || value === undefined) continue
    if (kind.type === 'date' && typeof value === 'string' && !dateTime.test(value) && isDate(value))
      return refusalAnswer(400, 'UnsupportedFormat', `The format of ${name} is not supported: ${value}`)
    const wrong = fits[kind.type](value, kind)
      ? checkInner(name, kind, value, source)
      : wrongType([name], value, source)
    if (wrong) return wrong
    if (kind.max !== undefined && typeof value === 'string' && value.length > kind.max) {
      const message = `The field ${name} must be a string with a maximum length of ${kind.max}.`
      problems.push(problemAnswer(model.name, 'MaxLengthField', message, name))
    }
  }
  return problems.length > 0 ? invalidObject(model.name, problems) : undefined
}

/** Reads a JSON body, or answers 415 to anything not called JSON and 400 to what is not. */
export const readJson = async (request: Request): Promise<{ value: unknown; source: string } | Response> => {
  const type = request.headers.get('content-type') ?? ''
  if (!/\bjson\b/i.test(type))
    return refusalAnswer(415, 'UnsupportedMediaType', 'The request entity is not JSON.')
  const source = await request.text()
  try {
    return { value: JSON.parse(source), source }
  } catch {
    return refusalAnswer(400, 'ConnectWiseApi', 'The request body is not valid JSON.')
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
    return refusalAnswer(400, 'ConnectWiseApi', `Cannot deserialize the body into type '${model.name}'.`)
  const body = spelled(value, model.members)
  return checkMembers(body, model, readOnly, source) ?? inUtc(body, model.members)
}

/** What `JSON.parse` gave is JSON; only the outermost shape is in doubt. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The answer to a create call: 201 and an http address that no client should follow (seen in other clients, unverified). */
export const created = (request: Request, body: StoredRow): Response => {
  const { host, pathname, searchParams } = new URL(request.url)
  const location = `http://${host}${pathname.replace(/\/$/, '')}/${body.id}`
  return jsonAnswer(projection(searchParams.get('fields'))(body), 201, { location })
}
