// Company info may name another host: keys follow it only to ConnectWise's own, and only where hosts may be asked at all.
import { describe, expect, it } from 'vitest'
import { createClient } from '../../../../../main/connectwise/transport/client.ts'
import { companyInfo, createPeer, json, keys } from '../fakes.ts'

/** The hosts that were asked with keys, where a site names another one. */
async function askedWithKeys(site: string, SiteUrl: unknown, siteAllowed?: (url: URL) => boolean) {
  const hosts: string[] = []
  const peer = createPeer(
    () => json([]),
    () => json({ ...companyInfo, SiteUrl }),
  )
  const fetch = (request: Request) => {
    if (request.headers.has('authorization')) hosts.push(new URL(request.url).origin)
    return peer.fetch(request)
  }
  const client = createClient({ fetch, keys: { ...keys, site }, allowLoopbackHttp: false, siteAllowed })
  const answer = await client.list('/service/boards')
  const company = await client.connect()
  return {
    code: answer.ok ? 'ok' : answer.error.code,
    hosts: [...new Set(hosts)],
    otherSite: company.ok ? company.value.otherSite : '',
  }
}

describe('a host that company info names', () => {
  it.each([
    ['na.myconnectwise.net', 'api-na.myconnectwise.net', 'https://api-na.myconnectwise.net'],
    ['jp.myconnectwise.net', 'https://api-au.myconnectwise.net/', 'https://api-au.myconnectwise.net'],
    ['psa.example.test', 'api-eu.myconnectwise.net', 'https://api-eu.myconnectwise.net'],
    ['psa.example.test', 'cw.connectwise.com', 'https://cw.connectwise.com'],
    ['psa.example.test:8443', 'PSA.example.test:8443', 'https://psa.example.test:8443'],
    [
      'staging.connectwisedev.com',
      'api-staging.connectwisedev.com:443',
      'https://api-staging.connectwisedev.com',
    ],
  ])('%s → %s is followed', async (site, named, asked) => {
    expect(await askedWithKeys(site, named)).toEqual({ code: 'ok', hosts: [asked], otherSite: '' })
  })

  it.each([
    ['psa.example.test', 'inside.example.test', 'inside.example.test'],
    ['psa.example.test', 'psa.example.test:8443', 'psa.example.test:8443'],
    ['psa.example.test', 'api-na.myconnectwise.net:8443', 'api-na.myconnectwise.net:8443'],
    ['psa.example.test', 'http://api-na.myconnectwise.net', 'api-na.myconnectwise.net'],
    ['psa.example.test', 'myconnectwise.net.example.test', 'myconnectwise.net.example.test'],
    ['psa.example.test', 'evilmyconnectwise.net', 'evilmyconnectwise.net'],
    ['psa.example.test', 'https://api-na.myconnectwise.net@evil.example.test/', 'evil.example.test'],
    ['psa.example.test', 'not a host', ''],
    ['psa.example.test', ['api-na.myconnectwise.net'], ''],
  ])('%s → %j is told and not followed', async (site, named, otherSite) => {
    expect(await askedWithKeys(site, named)).toEqual({
      code: 'ok',
      hosts: ['https://psa.example.test'],
      otherSite,
    })
  })

  it('is not asked where the policy does not allow it', async () => {
    const allowed = (url: URL) => url.host === 'psa.example.test'
    expect(await askedWithKeys('psa.example.test', 'api-na.myconnectwise.net', allowed)).toMatchObject({
      code: 'site-not-allowed',
      hosts: [],
    })
    expect(await askedWithKeys('other.example.test', null, allowed)).toMatchObject({
      code: 'site-not-allowed',
    })
  })
})
