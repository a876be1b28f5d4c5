// A clock that only moves when told, and a ConnectWise that answers from a script.
import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../../../main/connectwise/transport/clock.ts'
import type { Keys } from '../../../../main/connectwise/transport/secrets.ts'

export const keys: Keys = {
  site: 'psa.example.test',
  companyId: 'acme',
  publicKey: 'public-key-1',
  clientId: '11111111-2222-3333-4444-555555555555',
  privateKey: 'private-key/1+x',
}

/** Lets everything that is ready run, and what gives way to that. */
async function settle(): Promise<void> {
  do await setImmediate()
  while (process.getActiveResourcesInfo().includes('Immediate'))
}

export type FakeClock = Clock & {
  /** Moves time on, timer by timer, so that what one timer starts happens before the next one. */
  advance: (milliseconds: number) => Promise<void>
}

export function createFakeClock(start = Date.parse('2026-11-23T10:00:00Z')): FakeClock {
  let time = start
  const timers = new Set<{ at: number; run: () => void }>()
  return {
    now: () => time,
    after: (milliseconds, run) => {
      const timer = { at: time + milliseconds, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance: async (milliseconds) => {
      const end = time + milliseconds
      for (;;) {
        await settle()
        const next = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        timers.delete(next)
        time = Math.max(time, next.at)
        next.run()
      }
      time = end
      await settle()
    },
  }
}

export type Asked = { method: string; path: string; query: URLSearchParams; headers: Headers; body: string }
type Answer = (asked: Asked, turn: number) => Response | Promise<Response>

type JsonOptions = { status?: number; headers?: Record<string, string> }

export const json = (value: unknown, { status = 200, headers = {} }: JsonOptions = {}) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })

export const text = (body: string, status = 200) => new Response(body, { status })

export const companyInfo = {
  CompanyName: 'Acme IT',
  Codebase: 'v2025_1/',
  VersionCode: 'v2025.1',
  CompanyID: 'acme',
  IsCloud: true,
}

/** Company info answers by itself; everything else comes from the script, which sees how often it was asked. */
export function createPeer(answer: Answer, info: Answer = () => json(companyInfo)) {
  const log: Asked[] = []
  let turn = 0
  const fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const asked = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await request.text(),
    }
    log.push(asked)
    if (url.pathname.startsWith('/login/'))
      return info(asked, log.filter(({ path }) => path === asked.path).length)
    turn += 1
    return answer(asked, turn)
  }
  return { fetch, log }
}
