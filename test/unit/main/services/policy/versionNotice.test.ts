// A new version is told to whoever wants to know, with one question a start that tells nothing about who asks.
import { describe, expect, test } from 'vitest'
import { createVersionNotice, versionAddress } from '../../../../../main/services/policy/versionNotice.ts'
import { openPolicy } from '../../../../../shared/relationship/policy.ts'
import { temporaryFolder } from '../../../../integration/main/store/fixtures.ts'
import { openConf } from '../../../../support/stores.ts'

const context = {
  openStore: openConf,
  now: () => new Date('2026-11-26T10:00:00Z'),
  notify: () => {},
  lock: { hold: <T>(work: () => T) => work() } as never,
}
const never = new AbortController().signal

function notice({
  answer = '{"version":"0.3.0"}',
  status = 200,
  allowed = true,
  folder = temporaryFolder(),
} = {}) {
  const asked: Request[] = []
  const made = createVersionNotice({
    context,
    folder,
    policy: { path: null, policy: { ...openPolicy, updateCheck: allowed } },
    fetch: async (request) => {
      asked.push(request)
      return new Response(answer, { status })
    },
    version: '0.2.0',
  })
  return { ...made, asked, folder }
}

test('nobody is asked until it is switched on, and the choice outlasts the start', async () => {
  const { newer, asked, switchTo, isOn, folder } = notice()
  expect([isOn(), await newer(never)]).toEqual([false, null])
  expect(asked).toEqual([])
  switchTo(true)
  expect(await newer(never)).toBe('0.3.0')
  const next = notice({ folder })
  expect([next.isOn(), await next.newer(never)]).toEqual([true, '0.3.0'])
})

test('nobody is asked where the policy forbids it', async () => {
  const { newer, asked, switchTo, isOn } = notice({ allowed: false })
  switchTo(true)
  expect([isOn(), await newer(never), asked.length]).toEqual([false, null, 0])
})

test('one GET a start, which says nothing about who asks', async () => {
  const { newer, asked, switchTo } = notice()
  switchTo(true)
  await newer(never)
  await newer(never)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ url: versionAddress, method: 'GET', body: null, redirect: 'manual' })
  expect([...(asked[0]?.headers ?? [])]).toEqual([
    ['accept', 'application/json'],
    ['accept-language', 'en'],
    ['user-agent', 'Syncwright'],
  ])
})

describe('nothing is told of', () => {
  test.each([
    ['the same version', { answer: '{"version":"0.2.0"}' }],
    ['an older one', { answer: '{"version":"0.1.99"}' }],
    ['a number that is none', { answer: '{"version":"<b>9</b>"}' }],
    ['a page', { answer: '<html>' }],
    ['an endless answer', { answer: ' '.repeat(20_000) }],
    ['a redirect', { status: 302 }],
    ['a server in trouble', { status: 500 }],
  ])('%s', async (_of, how) => {
    const { newer, switchTo } = notice(how)
    switchTo(true)
    expect(await newer(never)).toBeNull()
  })

  test.each(['0.10.0', '1.0.0', '0.2.1'])('but %s is newer', async (version) => {
    const { newer, switchTo } = notice({ answer: JSON.stringify({ version }) })
    switchTo(true)
    expect(await newer(never)).toBe(version)
  })
})
