// test as a child process against the simulator: published shape, exit codes, no key anywhere.
import { describe, expect, it } from 'vitest'
import { stageNames } from '../../../../../shared/connection/connection.ts'
import { serve, writesTo } from '../../connectwise/served.ts'
import { runWithKeys } from './runWithKeys.ts'

describe('test', () => {
  it('answers in the published shape', async () => {
    const { demo, keys } = await serve()
    const { status, stdout, stderr } = await runWithKeys('test', keys, [
      '--role',
      'target',
      '--time-entries',
      '--reverse-sync',
      '--json',
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const result = JSON.parse(stdout)
    expect(Object.keys(result)).toEqual(['ok', 'baseUrl', 'stages', 'permissions'])
    expect(result.baseUrl).toBe(`${keys.site}/v2025_1/apis/3.0`)
    expect(result.stages.map(({ stage }: { stage: string }) => stage)).toEqual(stageNames)
    for (const stage of result.stages)
      expect(Object.keys(stage)).toEqual(['stage', 'ok', 'ms', 'code', 'message', 'next'])
    for (const right of result.permissions)
      expect(Object.keys(right)).toEqual(['right', 'state', 'neededFor'])
    expect(writesTo(demo)).toEqual([])
  })

  it('takes the private key from standard input and ends with 1 where a stage fails', async () => {
    const { demo } = await serve()
    const { served } = await serve({ denied: ['System > Member Maintenance'] })
    const keys = { site: served.url, ...demo.credentials }
    const { status, stdout } = await runWithKeys('test', keys, ['--json'], 'input')
    expect(status).toBe(1)
    const result = JSON.parse(stdout)
    expect(result.stages[6]).toMatchObject({ stage: 'access', ok: false, code: 'permission-missing' })
    expect(result.permissions[0]).toMatchObject({
      right: 'System > Member Maintenance > Inquire All',
      state: 'missing',
    })
  })

  it('lists stages after a failed one as not run', async () => {
    const { keys } = await serve()
    const { status, stdout } = await runWithKeys('test', { ...keys, companyId: 'nobody' }, ['--json'])
    expect(status).toBe(1)
    const { stages } = JSON.parse(stdout)
    expect(stages.map(({ ok }: { ok: boolean | null }) => ok)).toEqual([
      true,
      true,
      false,
      null,
      null,
      null,
      null,
    ])
  })

  it('shows people no time and no words for what was not run', async () => {
    const { keys } = await serve()
    const { stdout } = await runWithKeys('test', { ...keys, companyId: 'nobody' })
    expect(stdout.split('\n')).toContain('keys      not run')
  })

  it('shows people the failing stage with what to do, and no key', async () => {
    const { keys } = await serve({ faults: ['echoing-error'] })
    const { status, stdout, stderr } = await runWithKeys('test', keys)
    expect(status).toBe(1)
    expect(stdout).toContain('keys      failed')
    for (const secret of [keys.privateKey, keys.publicKey, keys.clientId])
      expect(stdout + stderr).not.toContain(secret)
  })

  it('shows people what to do about a list that is empty without a refusal', async () => {
    const { keys } = await serve({ faults: ['my-companies', 'no-my-security'] })
    const { stdout } = await runWithKeys('test', keys)
    expect(stdout).toContain('ConnectWise returned 0 companies.')
    expect(stdout).toContain('check that Inquire is All, not My')
  })

  it('needs a private key and all options', async () => {
    const { keys } = await serve()
    const keyless = await runWithKeys('test', keys, [], 'nothing')
    expect(keyless).toMatchObject({ status: 2, stdout: '' })
    expect(keyless.stderr).toMatch(/^The private key is missing[^\n]*\.\n$/)
  })

  it.each([['--private-key', 'planted-secret'], ['--private-key=planted-secret'], ['planted-secret']])(
    'refuses a private key as argument and does not repeat it: %s %s',
    async (...arguments_) => {
      const { keys } = await serve()
      const { status, stdout, stderr } = await runWithKeys('test', keys, arguments_)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(/^[^\n]+\.\n$/)
      expect(stderr).not.toContain('planted-secret')
    },
  )
})

describe('what a caller may get wrong', () => {
  it.each([
    ['environment', ' '],
    ['input', ''],
  ] as const)(
    'a blank private key by %s fails the stage keys and asks nothing with it',
    async (by, privateKey) => {
      const { demo, keys } = await serve()
      const { status, stdout } = await runWithKeys('test', { ...keys, privateKey }, ['--json'], by)
      expect(status).toBe(1)
      expect(JSON.parse(stdout).stages[3]).toMatchObject({ stage: 'keys', ok: false, code: 'key-needed' })
      expect(demo.requests.every(({ path }) => path.startsWith('/login/'))).toBe(true)
    },
  )

  it('a blank public key does so too', async () => {
    const { keys } = await serve()
    const { status, stdout } = await runWithKeys('test', { ...keys, publicKey: '' }, ['--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).stages[3]).toMatchObject({ stage: 'keys', code: 'key-needed' })
  })

  it.each([
    [{ site: '\u202eten.esiwtcennocym.ua' }, 'U+202E'],
    [{ site: 'psa.exa\u200bmple.test' }, 'U+200B'],
    [{ companyId: 'ac\u0007me' }, 'U+0007'],
    [{ companyId: 'acme\n' }, 'U+000A'],
  ])('a hidden sign in %j is named and nothing is asked', async (wrong, sign) => {
    const { demo, keys } = await serve()
    for (const command of ['test', 'fetch-reference']) {
      const { status, stdout, stderr } = await runWithKeys(command, { ...keys, ...wrong }, ['--json'])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(sign)
    }
    expect(demo.requests).toEqual([])
  })

  it.each(['test', 'fetch-reference'])(
    'certificates that are not to be checked end %s by name',
    async (command) => {
      const { demo, keys } = await serve()
      const variables = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
      const { status, stdout, stderr } = await runWithKeys(
        command,
        keys,
        ['--json'],
        'environment',
        variables,
      )
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(/^[^\n]*NODE_TLS_REJECT_UNAUTHORIZED=0[^\n]*\.\n$/)
      expect(demo.requests).toEqual([])
    },
  )
})
