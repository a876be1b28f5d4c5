// The simulator over real sockets: what only a wire can show, and its command line.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request as httpsRequest } from 'node:https'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import type { CertificateKind } from '../../simulator/certificate.ts'
import { faultCatalogue, type FaultName } from '../../simulator/faults/catalogue.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import { serveSimulator, type Served, type ServeOptions } from '../../simulator/serve.ts'

const script = resolve(import.meta.dirname, '../../../scripts/simulator.mjs')
const running: Served[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((served) => served.close()))
})

const serve = async (demo: Simulator, options?: ServeOptions) => {
  const served = await serveSimulator(demo, options)
  running.push(served)
  return served
}

const headersFor = ({ companyId, publicKey, privateKey, clientId }: Simulator['credentials']) => ({
  authorization: `Basic ${btoa(`${companyId}+${publicKey}:${privateKey}`)}`,
  clientId,
})

const api = '/v4_6_release/apis/3.0'

describe('over http', () => {
  test('lists, counts, searches and takes uploads', async () => {
    const demo = createSimulator()
    const { url } = await serve(demo)
    const headers = headersFor(demo.credentials)
    const listed = await fetch(`${url}${api}/service/tickets?pageSize=2`, { headers })
    expect(await listed.json()).toHaveLength(2)
    expect(listed.headers.get('link')).toContain(
      `<${url}${api}/service/tickets?pageSize=2&page=2>; rel="next"`,
    )
    const found = await fetch(`${url}${api}/service/tickets/search?pageSize=1`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ conditions: 'id=7005' }),
    })
    expect(await found.json()).toMatchObject([{ id: 7005 }])
    const body = new FormData()
    for (const [name, value] of [
      ['recordType', 'Ticket'],
      ['recordId', '7001'],
    ] as const)
      body.append(name, value)
    body.append('file', new File([new Uint8Array(100_000)], 'dump.bin'))
    expect((await fetch(`${url}${api}/system/documents`, { method: 'POST', headers, body })).status).toBe(201)
    const info = await fetch(`${url}/login/companyinfo/northwind`)
    expect(await info.json()).toMatchObject({ SiteUrl: new URL(url).host })
  })

  test.each<FaultName>(['keys-dropped', 'reset-mid-body', 'truncated-json'])(
    '%s breaks reading',
    async (fault) => {
      const demo = createSimulator({ faults: [fault] })
      const { url } = await serve(demo)
      const read = fetch(`${url}${api}/service/tickets`, { headers: headersFor(demo.credentials) })
      await expect(read.then((response) => response.json())).rejects.toThrow()
    },
  )

  test.each([
    ['a method no fetch makes', 'TRACE /x HTTP/1.1', 'HTTP/1.1 400'],
    ['an address that is none', 'GET http://[ HTTP/1.1', 'HTTP/1.1 400'],
    ['a path that begins with two slashes', 'GET //v4_6_release/apis/3.0/x HTTP/1.1', 'HTTP/1.1 400'],
    ['a company id no encoder wrote', 'GET /login/companyinfo/%E0%A4%A HTTP/1.1', 'HTTP/1.1 200'],
  ])('%s is answered', async (_, line, status) => {
    const { url } = await serve(createSimulator())
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    socket.end(`${line}\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`)
    expect(await text(socket)).toContain(status)
  })

  test('a body larger than any upload is refused', async () => {
    const demo = createSimulator()
    const { url } = await serve(demo)
    const megabyte = new Uint8Array(1_048_576)
    let sent = 0
    const body = new ReadableStream({
      pull: (controller) => (sent++ < 129 ? controller.enqueue(megabyte) : controller.close()),
    })
    const upload = fetch(`${url}${api}/system/documents`, {
      method: 'POST',
      headers: headersFor(demo.credentials),
      body,
      duplex: 'half',
    })
    expect((await upload).status).toBe(413)
  })

  test('a request given up leaves the server well', async () => {
    const demo = createSimulator({ faults: ['stall'] })
    const { url } = await serve(demo)
    const headers = headersFor(demo.credentials)
    const abort = new AbortController()
    const given = fetch(`${url}${api}/service/boards`, { headers, signal: abort.signal })
    const outcome = expect(given).rejects.toThrow()
    await expect.poll(() => demo.requests.length).toBe(1)
    abort.abort()
    await outcome
    demo.faults.clear()
    expect((await fetch(`${url}${api}/service/boards`, { headers })).status).toBe(200)
  })
})

describe('over https', () => {
  const outcome = async (https: CertificateKind, trusted: boolean) => {
    const demo = createSimulator()
    const { url, ca } = await serve(demo, { https })
    const request = httpsRequest(`${url}/login/companyinfo/northwind`, {
      agent: false,
      ...(trusted && ca ? { ca } : {}),
    })
    request.end()
    try {
      const [response] = await once(request, 'response')
      return response.statusCode
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error
    }
  }

  test.each<[CertificateKind, boolean, string | number]>([
    ['self-signed', true, 200],
    ['self-signed', false, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired', true, 'CERT_HAS_EXPIRED'],
    ['wrong-name', true, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['private-authority', true, 200],
    ['private-authority', false, 'SELF_SIGNED_CERT_IN_CHAIN'],
  ])('%s, trusted: %s gives %s', async (kind, trusted, expected) => {
    expect(await outcome(kind, trusted)).toBe(expected)
  })
})

describe('the command', () => {
  test('prints one line of JSON, answers, and ends on SIGTERM', async () => {
    const child = spawn(process.execPath, [
      script,
      '--port',
      '0',
      '--latency',
      '1',
      '--faults',
      'no-members,clock-skew',
    ])
    const lines: string[] = []
    const reader = createInterface(child.stdout)
    reader.on('line', (line) => lines.push(line))
    await once(reader, 'line')
    const line = JSON.parse(lines[0] ?? '')
    expect(Object.keys(line)).toEqual(['url', 'companyId', 'publicKey', 'privateKey', 'clientId'])
    expect(line.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const status = async (path: string) =>
      (await fetch(`${line.url}${api}${path}`, { headers: headersFor(line) })).status
    expect(await Promise.all([status('/service/boards'), status('/system/members')])).toEqual([200, 403])
    expect(await (await fetch(`${line.url}/simulator/requests`)).json()).toMatchObject({
      requests: [
        { method: 'GET', status: 200 },
        { method: 'GET', status: 403 },
      ],
    })
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(lines).toHaveLength(1)
  })

  test('lists every fault with what it shows', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--help'])
    const lines = stdout.split('\n').map((line) => line.trim().replace(/ +/, ': '))
    expect(lines).toEqual(
      expect.arrayContaining(Object.entries(faultCatalogue).map(([name, { about }]) => `${name}: ${about}`)),
    )
  })

  test('ends with the npm that started it', async () => {
    const shell = spawn('sh', ['-c', `'${process.execPath}' '${script}' & read -r go`], {
      env: { ...process.env, npm_lifecycle_event: 'simulator' },
    })
    const [line] = await once(createInterface(shell.stdout), 'line')
    shell.stdin.end()
    await once(shell.stdout, 'close')
    await expect(fetch(JSON.parse(line).url)).rejects.toThrow('fetch failed')
  })

  test.each([
    [['--faults', 'nope'], 'Unknown fault nope; known are keys-401'],
    [['--size', 'vast'], 'Unknown size vast; known are small, medium, large, huge.'],
    [['--port', 'x'], '--port takes a whole number from 0 to 65535, not "x".'],
    [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000".'],
    [['--certificate', 'expired'], '--certificate needs --https.'],
    [['--nonsense'], "Unknown option '--nonsense'; --help lists what there is.\n"],
    [['small'], "Unexpected argument 'small'; --help lists what there is.\n"],
  ])('refuses %j with one sentence', async (args, sentence) => {
    const failure = await promisify(execFile)(process.execPath, [script, ...args]).catch(
      (error: unknown) => error,
    )
    expect(failure).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(sentence) })
  })
})
