// `test` and `fetch-reference` as child processes against the simulator: published shapes, exit codes, no key anywhere.
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { stageNames } from '../../../../../shared/connection/connection.ts'
import { snapshotSchema } from '../../../../../shared/reference/collections.ts'
import { cliScript } from '../../../../support/cli.ts'
import { serve, writesTo } from '../../connectwise/served.ts'

const folder = mkdtempSync(join(tmpdir(), 'syncwright-connectwise-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Keys = Awaited<ReturnType<typeof serve>>['keys']
type Run = { status: number; stdout: string; stderr: string }

/** Runs a command with the options of these keys; the private key goes by `environment` or standard input. Interrupted, when it says so. */
function run(
  command: string,
  keys: Keys,
  more: string[] = [],
  by: 'environment' | 'input' | 'nothing' = 'environment',
  variables: Record<string, string> = {},
  interruptAt?: RegExp,
) {
  const options = ['--site', keys.site, '--company-id', keys.companyId]
  const identity = ['--public-key', keys.publicKey, '--client-id', keys.clientId]
  const { SYNCWRIGHT_PRIVATE_KEY: _own, ...env } = process.env
  return new Promise<Run>((resolve) => {
    const child = execFile(
      process.execPath,
      [cliScript, command, ...options, ...identity, ...more],
      {
        cwd: folder,
        env: {
          ...env,
          ...variables,
          ...(by === 'environment' && { SYNCWRIGHT_PRIVATE_KEY: keys.privateKey }),
        },
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    )
    child.stderr?.on('data', (text: string) => {
      if (interruptAt?.test(text)) child.kill('SIGINT')
    })
    child.stdin?.end(by === 'input' ? `${keys.privateKey}\n` : '')
  })
}

describe('test', () => {
  it('answers in the published shape', async () => {
    const { demo, keys } = await serve()
    const { status, stdout, stderr } = await run('test', keys, [
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
    const { status, stdout } = await run('test', keys, ['--json'], 'input')
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
    const { status, stdout } = await run('test', { ...keys, companyId: 'nobody' }, ['--json'])
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

  it('shows people the failing stage with what to do, and no key', async () => {
    const { keys } = await serve({ faults: ['echoing-error'] })
    const { status, stdout, stderr } = await run('test', keys)
    expect(status).toBe(1)
    expect(stdout).toContain('keys      failed')
    for (const secret of [keys.privateKey, keys.publicKey, keys.clientId])
      expect(stdout + stderr).not.toContain(secret)
  })

  it('shows people what to do about a list that is empty without a refusal', async () => {
    const { keys } = await serve({ faults: ['my-companies', 'no-my-security'] })
    const { stdout } = await run('test', keys)
    expect(stdout).toContain('ConnectWise returned 0 companies.')
    expect(stdout).toContain('check that Inquire is All, not My')
  })

  it('needs a private key and all options', async () => {
    const { keys } = await serve()
    const keyless = await run('test', keys, [], 'nothing')
    expect(keyless).toMatchObject({ status: 2, stdout: '' })
    expect(keyless.stderr).toMatch(/^The private key is missing[^\n]*\.\n$/)
  })

  it.each([['--private-key', 'planted-secret'], ['--private-key=planted-secret'], ['planted-secret']])(
    'refuses a private key as argument and does not repeat it: %s %s',
    async (...arguments_) => {
      const { keys } = await serve()
      const { status, stdout, stderr } = await run('test', keys, arguments_)
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
      const { status, stdout } = await run('test', { ...keys, privateKey }, ['--json'], by)
      expect(status).toBe(1)
      expect(JSON.parse(stdout).stages[3]).toMatchObject({ stage: 'keys', ok: false, code: 'key-needed' })
      expect(demo.requests.every(({ path }) => path.startsWith('/login/'))).toBe(true)
    },
  )

  it('a blank public key does so too', async () => {
    const { keys } = await serve()
    const { status, stdout } = await run('test', { ...keys, publicKey: '' }, ['--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).stages[3]).toMatchObject({ stage: 'keys', code: 'key-needed' })
  })

  it.each([
    [{ site: '\u202eten.esiwtcennocym.ua' }, 'U+202E'],
    [{ site: 'psa.exa\u200bmple.test' }, 'U+200B'],
    [{ companyId: 'ac\u0007me' }, 'U+0007'],
  ])('a hidden sign in %j is named and nothing is asked', async (wrong, sign) => {
    const { demo, keys } = await serve()
    for (const command of ['test', 'fetch-reference']) {
      const { status, stdout, stderr } = await run(command, { ...keys, ...wrong }, ['--json'])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(sign)
    }
    expect(demo.requests).toEqual([])
  })

  it('certificates that are not to be checked are refused by name', async () => {
    const { demo, keys } = await serve()
    const variables = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
    const { status, stdout, stderr } = await run('test', keys, ['--json'], 'environment', variables)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^[^\n]*NODE_TLS_REJECT_UNAUTHORIZED=0[^\n]*\.\n$/)
    expect(demo.requests).toEqual([])
  })
})

describe('behind a company proxy', () => {
  it('goes through it, and says when it lets nothing through', async () => {
    const asked: string[] = []
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const address = proxy.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { keys } = await serve()
    const behind = { HTTPS_PROXY: `http://127.0.0.1:${port}`, HTTP_PROXY: `http://127.0.0.1:${port}` }
    const far = await run('test', { ...keys, site: 'psa.example.test' }, ['--json'], 'environment', behind)
    const near = await run('test', keys, ['--json'], 'environment', behind)
    await new Promise((resolve) => proxy.close(resolve))
    expect(JSON.parse(far.stdout).stages[0]).toMatchObject({
      stage: 'address',
      ok: false,
      code: 'proxy-failed',
    })
    expect(near.status).toBe(0)
    expect(new Set(asked)).toEqual(new Set(['psa.example.test:443']))
  })
})

describe('a proxy that cannot be used', () => {
  it('is named, and not taken for the site', async () => {
    const { keys } = await serve()
    const far = { ...keys, site: 'psa.example.test' }
    const through = (proxy: string) => run('test', far, ['--json'], 'environment', { HTTPS_PROXY: proxy })
    const dead = await through('127.0.0.1:1')
    expect(JSON.parse(dead.stdout).stages[0]).toMatchObject({ stage: 'address', code: 'proxy-failed' })
    const nonsense = await through('not a proxy')
    expect(nonsense).toMatchObject({ status: 2, stdout: '' })
    expect(nonsense.stderr).toMatch(/^[^\n]*HTTPS_PROXY is not an address[^\n]*\.\n$/)
  })
})

describe('fetch-reference', () => {
  it('writes the snapshot to standard output and its progress to standard error', async () => {
    const { demo, keys } = await serve()
    const { status, stdout, stderr } = await run('fetch-reference', keys, [
      '--name',
      'Acme',
      '--environment',
      'sandbox',
    ])
    expect(status).toBe(0)
    expect(stderr).toContain(`Companies: ${demo.world.companies.rows.length}\n`)
    const snapshot = snapshotSchema.parse(JSON.parse(stdout))
    expect(snapshot.connection).toEqual({
      name: 'Acme',
      environment: 'sandbox',
      site: keys.site,
      companyId: keys.companyId,
    })
    expect(snapshot.collections.companies).toHaveLength(demo.world.companies.rows.length)
    for (const secret of [keys.privateKey, keys.publicKey, keys.clientId])
      expect(stdout).not.toContain(secret)
    expect(writesTo(demo)).toEqual([])
  })

  it('writes the same to a file', async () => {
    const { keys } = await serve()
    const { stdout } = await run('fetch-reference', keys)
    const { status, stdout: summary } = await run('fetch-reference', keys, [
      '--out',
      'acme.reference.json',
      '--json',
    ])
    expect(status).toBe(0)
    expect(JSON.parse(summary)).toMatchObject({ file: 'acme.reference.json', partial: [], problems: [] })
    // On standard output direction signs are escaped.
    const parsed = (text: string) => ({ ...JSON.parse(text), fetchedAt: '' })
    expect(parsed(readFileSync(join(folder, 'acme.reference.json'), 'utf8'))).toEqual(parsed(stdout))
  })

  it('leaves a login that was pasted with the site out of the file', async () => {
    const { keys } = await serve()
    const site = keys.site.replace('://', '://name:planted-word@')
    const { status, stdout } = await run('fetch-reference', { ...keys, site })
    expect(status).toBe(0)
    expect(JSON.parse(stdout).connection.site).toBe(keys.site)
  })

  it('says how long ConnectWise asks it to wait', async () => {
    const { keys } = await serve({ faults: ['throttle-storm'] })
    const { status, stderr } = await run('fetch-reference', keys)
    expect(status).toBe(0)
    expect(stderr).toContain('ConnectWise asked us to wait 1 s.\n')
  })

  it('keeps what was read so far when interrupted', async () => {
    const { demo, keys } = await serve({ size: 'large' }, { latency: 50 })
    const { status, stdout } = await run('fetch-reference', keys, [], 'environment', {}, /^Boards: /m)
    expect(status).toBe(1)
    const { partial, collections } = snapshotSchema.parse(JSON.parse(stdout))
    expect(partial).toContain('statuses')
    expect(collections.boards).toHaveLength(demo.world.boards.rows.length)
  })

  it('names what could not be read and ends with 1', async () => {
    const { keys } = await serve({ faults: ['no-companies'] })
    const { status, stdout, stderr } = await run('fetch-reference', keys)
    expect(status).toBe(1)
    expect(JSON.parse(stdout).partial).toEqual(['companies'])
    expect(stderr).toContain('Enable Companies > Company Maintenance > Inquire = All.')
  })

  it('ends with a sentence where nothing can be read', async () => {
    const { keys } = await serve()
    const wrong = await run('fetch-reference', { ...keys, privateKey: 'planted-private-key' })
    expect(wrong).toMatchObject({ status: 1, stdout: '' })
    expect(wrong.stderr).toMatch(/^The keys were not accepted\.[^\n]*\n$/)
    expect(wrong.stderr).not.toContain('planted-private-key')
  })

  it.each(['.', 'nowhere/acme.reference.json'])(
    'finds out before it reads that %s cannot be written',
    async (out) => {
      const { demo, keys } = await serve()
      const { status, stdout, stderr } = await run('fetch-reference', keys, ['--out', out])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(/^[^\n]+\.\n$/)
      expect(demo.requests).toEqual([])
    },
  )
})
