// Fault profiles of the way between: throttling, gateways, broken and slow answers.
import { jsonAnswer, refusalAnswer } from '../../../main/demo/answers.ts'
import { droppedConnection, type Fault, type Incoming, onApi, pause, webPage } from './fault.ts'

/** The vendor's throttling body: its key is `error`, not `code` (ConnectWise Developer Guide). */
const throttled = (seconds: number) =>
  jsonAnswer(
    { error: 'ConnectWiseAPI', message: `Too many requests. Please try again in ${seconds} seconds.` },
    429,
    { 'retry-after': String(seconds) },
  )

const cdnThrottled = () => webPage('Error 1015: You are being rate limited', 429, { server: 'cloudflare' })

/** Answers API requests number `from` to `to` and lets the others pass: trouble that ends. */
const during =
  (from: number, to: number, answer: () => Response): Fault['answer'] =>
  ({ api, call }, next) =>
    api && call >= from && call <= to ? answer() : next()

/** The same answer with another body. */
const withBody = (
  response: Response,
  body: ReadableStream | ArrayBuffer | Uint8Array<ArrayBuffer> | string,
) => {
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(body, { status: response.status, headers })
}

const half = (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, Math.ceil(bytes.length / 2))

const cut = async (response: Response) => {
  const bytes = new Uint8Array(await response.arrayBuffer())
  let sent = false
  return withBody(
    response,
    new ReadableStream({
      pull: (controller) => {
        if (sent) controller.error(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
        else controller.enqueue(half(bytes))
        sent = true
      },
    }),
  )
}

const trickle = async (response: Response, { request }: Incoming) => {
  const bytes = new Uint8Array(await response.arrayBuffer())
  let at = 0
  return withBody(
    response,
    new ReadableStream({
      pull: async (controller) => {
        if (at >= bytes.length) return controller.close()
        if (at > 0) await pause(100, request.signal)
        controller.enqueue(bytes.slice(at, at + 512))
        at += 512
      },
    }),
  )
}

const whenApi =
  (
    change: (response: Response, incoming: Incoming) => Response | Promise<Response>,
    calls: (call: number) => boolean = () => true,
  ): Fault['answer'] =>
  async (incoming, next) => {
    const response = await next()
    return incoming.api && calls(incoming.call) ? change(response, incoming) : response
  }

const stall: Fault['answer'] = async ({ request }, next) => {
  await pause(30_000, request.signal)
  return next()
}

const perMinute = 60

const byTheMinute: Fault['answer'] = ({ api, state, traffic }, next) => {
  if (!api) return next()
  const now = state.now().getTime()
  if (now - traffic.minute.start >= 60_000) traffic.minute = { start: now, calls: 0 }
  traffic.minute.calls++
  const left = Math.ceil((traffic.minute.start + 60_000 - now) / 1_000)
  return traffic.minute.calls > perMinute ? throttled(left) : next()
}

export const traffic = {
  'throttle-storm': {
    about: 'API requests 6 to 15 get 429 with Retry-After 1',
    answer: during(6, 15, () => throttled(1)),
  },
  'throttle-forever': {
    about: 'every API request gets 429 with Retry-After 30',
    answer: onApi(() => throttled(30)),
  },
  'throttle-per-minute': {
    about: 'after 60 API requests in a minute the rest get 429 until the minute is over',
    answer: byTheMinute,
  },
  'throttle-parallel': {
    about: '429 whenever more than two requests are in flight',
    answer: ({ api, traffic }, next) => (api && traffic.inFlight > 2 ? throttled(1) : next()),
  },
  'throttle-cdn': {
    about: 'API requests 6 to 15 get a 429 web page without Retry-After',
    answer: during(6, 15, cdnThrottled),
  },
  'bad-gateway': {
    about: 'API requests 3 to 5 get a 502 web page',
    answer: during(3, 5, () => webPage('502 Bad Gateway', 502)),
  },
  'bad-gateway-forever': {
    about: 'every API request gets a 502 web page',
    answer: onApi(() => webPage('502 Bad Gateway', 502)),
  },
  'server-error': {
    about: 'every API request gets 500 with a JSON body',
    answer: onApi(() => refusalAnswer(500, 'InternalServerError', 'An error occurred. Timeout expired.')),
  },
  unavailable: {
    about: 'API requests 3 to 5 get 503 with Retry-After 1',
    answer: during(3, 5, () => webPage('Maintenance', 503, { 'retry-after': '1' })),
  },
  'dropped-once': {
    about: 'the connection is cut on API requests 3 and 4',
    answer: during(3, 4, droppedConnection),
  },
  stall: { about: 'every answer waits 30 seconds', answer: stall },
  'stall-once': {
    about: 'API request 3 waits 30 seconds',
    answer: (incoming, next) => (incoming.api && incoming.call === 3 ? stall(incoming, next) : next()),
  },
  'truncated-json': {
    about: 'every API answer is half its JSON',
    answer: whenApi(async (response) =>
      withBody(response, half(new Uint8Array(await response.arrayBuffer()))),
    ),
  },
  'empty-body': {
    about: 'every API answer is 200 without a body',
    answer: whenApi((response) => withBody(response, '')),
  },
  'reset-mid-body': {
    about: 'the connection is reset halfway through every API answer',
    answer: whenApi(cut),
  },
  'reset-once': {
    about: 'the connection is reset halfway through API answer 3',
    answer: whenApi(cut, (call) => call === 3),
  },
  trickle: { about: 'API answers arrive 512 bytes every 100 milliseconds', answer: whenApi(trickle) },
  'redirect-http': {
    about: 'every API request is redirected to http',
    answer: ({ api, request }, next) =>
      api
        ? new Response(null, { status: 302, headers: { location: request.url.replace(/^https?:/, 'http:') } })
        : next(),
  },
  'wrong-content-type': {
    about: 'API answers are JSON called text/html',
    answer: whenApi(async (response) => {
      const changed = withBody(response, await response.arrayBuffer())
      changed.headers.set('content-type', 'text/html; charset=utf-8')
      return changed
    }),
  },
  'clock-skew': {
    about: 'the server clock is three hours behind',
    answer: async ({ state }, next) => {
      const response = await next()
      response.headers.set('date', new Date(state.now().getTime() - 10_800_000).toUTCString())
      return response
    },
  },
  'echoing-error': {
    about: 'every API request gets 500 whose message repeats the request headers',
    answer: ({ api, request }, next) =>
      api
        ? refusalAnswer(
            500,
            'InternalServerError',
            `Unhandled: ${JSON.stringify(Object.fromEntries(request.headers))}`,
          )
        : next(),
  },
} satisfies Record<string, Fault>
