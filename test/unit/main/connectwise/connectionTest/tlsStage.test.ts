// The stage tls: what a look at the certificate says, and that the fetch decides.
import { describe, expect, it } from 'vitest'
import { failedReply } from '../../../../../main/connectwise/failure/failure.ts'
import type { InspectTls } from '../../../../../main/connectwise/connectionTest/inspectTls.ts'
import { createPeer, text } from '../fakes.ts'
import { open } from './openTest.ts'

describe('the tls stage', () => {
  const certificate: Awaited<ReturnType<InspectTls>> = {
    ok: true,
    value: { validTo: '2027-03-14T00:00:00.000Z', issuer: 'Example Authority' },
  }
  const about = { host: 'demo.example.test', companyId: '', mask: (words: string) => words }
  const inspect =
    (answer: Awaited<ReturnType<InspectTls>>): InspectTls =>
    () =>
      Promise.resolve(answer)
  const untrusted = () => Promise.reject(new Error('net::ERR_CERT_AUTHORITY_INVALID'))

  it('tells until when the certificate is valid', async () => {
    const { stages } = await open().test({ inspectTls: inspect(certificate) })
    expect(stages[1]).toMatchObject({
      ok: true,
      message: 'Certificate of Example Authority, valid until 2027-03-14.',
    })
  })

  it('takes the word of a look at the certificate where the fetch knows less', async () => {
    const seen = failedReply('tls-self-signed', about)
    const { stages } = await open().test({ fetch: untrusted, inspectTls: inspect(seen) })
    expect(stages[1]).toMatchObject({ ok: false, code: 'tls-self-signed' })
    expect(stages[1]?.detail).toContain('ERR_CERT_AUTHORITY_INVALID')
  })

  it('lets the fetch decide, because it knows the system’s certificates and the proxy', async () => {
    const seen = failedReply('tls-untrusted', about)
    expect((await open().test({ inspectTls: inspect(seen) })).ok).toBe(true)
  })

  it('is not used on this computer’s own address', async () => {
    const { fetch } = createPeer(() => text('', 500))
    const { test, keys } = open()
    const site = 'http://127.0.0.1:8080'
    const { stages } = await test({ fetch, keys: { ...keys, site }, allowLoopbackHttp: true })
    expect(stages[1]).toMatchObject({ ok: true, code: 'not-used' })
  })
})
