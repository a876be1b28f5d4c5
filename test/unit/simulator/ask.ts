// Asks a demo ConnectWise the way a client does: base address, keys and client ID filled in.
import type { Simulator } from '../../simulator/simulator.ts'
import { demoSite } from '../../../main/demo/index.ts'

export type Asked = { status: number; headers: Headers; body: unknown }

const authorization = ({ companyId, publicKey, privateKey }: Simulator['credentials']) =>
  `Basic ${Buffer.from(`${companyId}+${publicKey}:${privateKey}`).toString('base64')}`

export type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }

/** A request to a path below `/apis/3.0` with the demo's own keys; headers given replace the usual ones. */
export const requestTo = (demo: Simulator, path: string, init: Init = {}): Request =>
  new Request(`https://${demoSite}/v4_6_release/apis/3.0${path}`, {
    ...init,
    headers: {
      authorization: authorization(demo.credentials),
      clientId: demo.credentials.clientId,
      ...init.headers,
    },
  })

/** Sends the request and reads the answer: JSON where it is JSON, else text. */
export const ask = async (demo: Simulator, path: string, init: Init = {}): Promise<Asked> => {
  const response = await demo.fetch(requestTo(demo, path, init))
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

/** Posts (or patches) a JSON body; text goes as it is. */
export const send = (demo: Simulator, path: string, body: unknown, method = 'POST'): Promise<Asked> =>
  ask(demo, path, {
    method,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

/** Like `ask`, for a list: the ids of its rows. */
export const idsOf = ({ body }: Asked): number[] =>
  Array.isArray(body) ? body.map((row: { id: number }) => row.id) : []
