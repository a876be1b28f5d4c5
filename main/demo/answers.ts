// The shapes in which the demo ConnectWise answers: JSON, and the documented refusals with their words.

export type DemoProblem = { code: string; message: string; resource: string; field: string }

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8', 'api-current-version': '2025.1' }

/** Any JSON answer; rows, records and refusals alike. */
export const jsonAnswer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...jsonHeaders, ...headers } })

/** `{ code, message, errors }` (OpenAPI model 2022.1, ErrorResponseMessage). */
export const refusalAnswer = (
  status: number,
  code: string,
  message: string,
  errors: DemoProblem[] | null = null,
): Response => jsonAnswer({ code, message, errors }, status)

/** A body that failed validation; the type's name as the vendor writes it, e.g. `serviceNote object is invalid`. */
export const invalidObject = (type: string, problems: DemoProblem[]): Response =>
  refusalAnswer(400, 'InvalidObject', `${lowerFirst(type)} object is invalid`, problems)

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** One entry of `errors`; `resource` is the type's name in lower case first. */
export const problemAnswer = (type: string, code: string, message: string, field: string): DemoProblem => ({
  code,
  message,
  resource: lowerFirst(type),
  field,
})

/** A filter that ConnectWise does not take. */
export const badConditionAnswer = (message: string): Response =>
  jsonAnswer({ code: 'ApiFindCondition', message }, 400)

/** The role does not allow the call (xyte.io error table). */
export const forbiddenAnswer = (): Response =>
  jsonAnswer(
    { code: 'Security', message: 'You do not have security permission to perform this action.' },
    403,
  )

/** Keys that are not accepted; the message text is not documented. */
export const unauthorizedAnswer = (): Response =>
  refusalAnswer(401, 'Unauthorized', 'You are not authorized to view the resource.')

/** A client ID that is missing or unknown; sites differ. */
export const noClientId = (): Response =>
  refusalAnswer(400, 'InvalidObject', 'The clientId header is missing or not valid.')

/** A record that does not exist; there is no `errors` member then (recorded 2022-26). */
export const notFound = (type: string, id: string | number): Response =>
  jsonAnswer({ code: 'NotFound', message: `${type} ${id} not found` }, 404)

/** A path below the API that has no endpoint (seen in other clients, unverified). */
export const noEndpoint = (): Response => refusalAnswer(404, 'ConnectWiseApi', 'The endpoint does not exist.')

/** An endpoint that exists, but not for this method: the words are ASP.NET's (unverified). */
export const noMethod = (method: string, allowed: string[]): Response =>
  jsonAnswer({ message: `The requested resource does not support http method '${method}'.` }, 405, {
    allow: allowed.join(', '),
  })

/** An answer that is not JSON at all. */
export const plainText = (body: string, status: number): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/** What the cloud gateway says to a path or company it cannot place (seen in other clients, unverified). */
export const cannotRoute = (): Response => plainText('Cannot route. Codebase/company is invalid', 400)

/** Where a member stands in a body, as the server's JSON reader counts: behind the name's colon, lines from 1. */
const placeOf = (path: readonly string[], body: string): string => {
  let end = 0
  for (const part of path) {
    const name = JSON.stringify(part.replace(/\[\d+\]$/, ''))
    const at = body.indexOf(name, end)
    if (at >= 0) end = at + name.length + 1
  }
  const lines = body.slice(0, end).split('\n')
  return `Path '${path.join('.')}', line ${lines.length}, position ${lines.at(-1)?.length ?? 0}`
}

/** `Could not find member …`: the answer to a JSON member the model does not have (seen in cloud traffic, 2025). */
export const unknownMember = (type: string, path: readonly string[], body: string): Response =>
  refusalAnswer(
    400,
    'ConnectWiseApi',
    `Could not find member '${path.at(-1)}' on object of type '${type}'. ${placeOf(path, body)}.Check your accept header to make sure you are using the correct version.`,
  )

/** The answer to a member that holds another kind of value than the model has for it. */
export const wrongType = (path: readonly string[], value: unknown, body: string): Response => {
  const shown = typeof value === 'object' ? 'of this kind' : JSON.stringify(value).slice(0, 100)
  return refusalAnswer(400, 'ConnectWiseApi', `Error converting value ${shown}. ${placeOf(path, body)}.`)
}
