// Each fault profile of the simulator, over HTTP: the right outcome, no hang, no write, few requests, no key in any word.
import { describe, expect, it } from 'vitest'
import { createClient } from '../../../../main/connectwise/transport/client.ts'
import { refreshReference } from '../../../../main/connectwise/reference/refresh.ts'
import { fetchTickets } from '../../../../main/connectwise/tickets/readTickets.ts'
import { type FaultName, faultNames, isFaultName } from '../../../simulator/faults/catalogue.ts'
import type { ErrorCode } from '../../../../shared/result.ts'
import { fastClock, serve, writesTo } from './served.ts'

/** What a first refresh comes to. Profiles not named here are only noticed elsewhere, or sat out: all is read. */
const outcomes: Partial<Record<FaultName, ErrorCode | 'partial'>> = {
  'keys-401': 'keys-rejected',
  'keys-404': 'keys-rejected',
  'keys-dropped': 'connection-reset',
  'not-authenticated': 'keys-rejected',
  'cannot-route': 'keys-rejected',
  'company-unknown': 'company-not-found',
  'client-id-400': 'client-id-rejected',
  'client-id-401': 'client-id-rejected',
  'client-id-403': 'client-id-rejected',
  'client-id-text': 'client-id-rejected',
  'role-denied': 'permission-missing',
  'licence-inactive': 'permission-missing',
  'ssl-required': 'ssl-required',
  'web-page': 'web-page',
  'web-page-404': 'web-page',
  'redirect-http': 'redirected',
  'throttle-forever': 'throttled',
  'bad-gateway-forever': 'server-error',
  'server-error': 'server-error',
  'echoing-error': 'server-error',
  stall: 'timeout',
  'truncated-json': 'answer-damaged',
  'empty-body': 'answer-damaged',
  'reset-mid-body': 'connection-reset',
  'no-companies': 'partial',
  'no-table-setup': 'partial',
  'companies-empty': 'partial',
  blocked: 'call-blocked',
  maintenance: 'maintenance',
  'maintenance-date': 'maintenance',
  'keys-token': 'keys-rejected',
  'keys-words': 'keys-rejected',
  'keys-500': 'keys-rejected',
  'reset-boards': 'partial',
  'wide-cookie': 'request-refused',
  deep: 'partial',
  'text-ids': 'answer-damaged',
  'not-modified': 'redirected',
  captive: 'sign-in-page',
  portal: 'sign-in-page',
  challenge: 'call-blocked',
  'maintenance-moved': 'maintenance',
  'member-inactive': 'keys-rejected',
  'error-200': 'partial',
  'retry-forever': 'throttled',
  'model-2022': 'partial',
}

/** Takes its time for real; the matrix of faults lets it pass. */
const tooSlow: readonly FaultName[] = ['slow']

const secretsOf = (keys: { companyId: string; publicKey: string; privateKey: string; clientId: string }) => [
  keys.privateKey,
  keys.publicKey,
  keys.clientId,
  Buffer.from(`${keys.companyId}+${keys.publicKey}:${keys.privateKey}`).toString('base64'),
]

describe('a refresh under', () => {
  it.each(faultNames.filter(isFaultName).filter((name) => !tooSlow.includes(name)))('%s', async (fault) => {
    const { demo, keys } = await serve({ faults: [fault] })
    const client = createClient({
      fetch: (request) => fetch(request),
      keys,
      allowLoopbackHttp: true,
      clock: fastClock,
    })
    const connection = {
      name: 'Demo',
      environment: 'sandbox',
      site: keys.site,
      companyId: keys.companyId,
    } as const
    const result = await refreshReference({
      client,
      connection,
      previous: null,
      signal: new AbortController().signal,
      onProgress: () => {},
    })
    const outcome = result.ok ? (result.value.snapshot.partial ? 'partial' : 'complete') : result.error.code
    expect(outcome).toBe(outcomes[fault] ?? 'complete')
    expect(writesTo(demo)).toEqual([])
    expect(demo.requests.length).toBeLessThan(80)
    expect(demo.maxInFlight()).toBeLessThanOrEqual(4)
    const said = JSON.stringify(result)
    for (const secret of secretsOf(keys)) expect(said).not.toContain(secret)
  })
})

describe('reading tickets under', () => {
  it.each([
    ['throttle-storm', true],
    ['throttle-parallel', true],
    ['reset-once', true],
    ['no-all-notes', true],
    ['duplicate-rows', true],
    ['stall-once', true],
    ['truncated-json', false],
    ['no-tickets', false],
  ] as const)('%s succeeds: %s', async (fault, succeeds) => {
    const { demo, keys } = await serve({ faults: [fault] })
    const client = createClient({
      fetch: (request) => fetch(request),
      keys,
      allowLoopbackHttp: true,
      clock: fastClock,
    })
    const { signal } = new AbortController()
    const result = await fetchTickets({
      client,
      boards: [4],
      since: null,
      limit: 10,
      signal,
      onProgress: () => {},
    })
    expect(result.ok).toBe(succeeds)
    if (result.ok) expect(result.value.tickets.every(({ notes }) => notes)).toBe(true)
    expect(writesTo(demo)).toEqual([])
  })
})
