// What people paste as a site, and which two of those mean the same.
import { describe, expect, it } from 'vitest'
import { parseSite, readSite, sameSite, withoutLogin } from '../../../../shared/connection/siteAddress.ts'

describe('a pasted site', () => {
  it.each([
    ['na.myconnectwise.net', 'https', 'api-na.myconnectwise.net'],
    ['NA.MyConnectWise.net', 'https', 'api-na.myconnectwise.net'],
    ['staging.connectwisedev.com', 'https', 'api-staging.connectwisedev.com'],
    ['  https://api-na.myconnectwise.net/v4_6_release/apis/3.0/ ', 'https', 'api-na.myconnectwise.net'],
    ['api-eu.myconnectwise.net/v4_6_release/apis/3.0/apis/3.0', 'https', 'api-eu.myconnectwise.net'],
    [
      'https://aus.myconnectwise.net/v2025_1/services/system_io/x.rails?id=1#y',
      'https',
      'api-aus.myconnectwise.net',
    ],
    ['https//psa.example.test', 'https', 'psa.example.test'],
    ['https:psa.example.test', 'https', 'psa.example.test'],
    ['https://https://psa.example.test', 'https', 'psa.example.test'],
    ['//psa.example.test/x', 'https', 'psa.example.test'],
    ['<https://psa.example.test>', 'https', 'psa.example.test'],
    ['"psa.example.test",', 'https', 'psa.example.test'],
    ['\u200bpsa.example.test\u00a0', 'https', 'psa.example.test'],
    ['https:// psa.example.\n test /x', 'https', 'psa.example.test'],
    ['psa.example.test.', 'https', 'psa.example.test'],
    [' NA.MyConnectWise.net.. ', 'https', 'api-na.myconnectwise.net'],
    ['https:/psa.example.test', 'https', 'psa.example.test'],
    ['constructor', 'https', 'constructor'],
    ['psa.example.test:8443/x', 'https', 'psa.example.test:8443'],
    ['psa.example.test:443', 'https', 'psa.example.test'],
    ['https://name:word@psa.example.test/', 'https', 'psa.example.test'],
    ['münchen.example.test', 'https', 'xn--mnchen-3ya.example.test'],
    ['2001:DB8::1', 'https', '[2001:db8::1]'],
    ['[2001:db8::1]:8443/x', 'https', '[2001:db8::1]:8443'],
    ['http://127.0.0.1:8080/', 'http', '127.0.0.1:8080'],
    ['http://na.myconnectwise.net', 'http', 'api-na.myconnectwise.net'],
    ['sandbox-na.myconnectwise.net', 'https', 'api-sandbox-na.myconnectwise.net'],
    ['https://api-sandbox-na.myconnectwise.net/', 'https', 'api-sandbox-na.myconnectwise.net'],
    ['verkauf.myconnectwise.net', 'https', 'api-verkauf.myconnectwise.net'],
    ['myconnectwise.net', 'https', 'myconnectwise.net'],
    ['na.myconnectwise.net.example.test', 'https', 'na.myconnectwise.net.example.test'],
    ['“https://psa.example.test”', 'https', 'psa.example.test'],
    ['„psa.example.test“', 'https', 'psa.example.test'],
    ['«psa.example.test»', 'https', 'psa.example.test'],
    ['‘na.myconnectwise.net’.', 'https', 'api-na.myconnectwise.net'],
    ['https://psa.example.test:8443?x=1', 'https', 'psa.example.test:8443'],
    ['https://name:p%40ss@psa.example.test:8443/', 'https', 'psa.example.test:8443'],
    ['fe80::8443', 'https', '[fe80::8443]'],
  ])('%j is read as %s, %s', (site, scheme, host) => {
    expect(parseSite(site)).toMatchObject({ scheme, host })
  })

  it.each([
    '',
    '   ',
    'https://',
    'ftp://psa.example.test',
    'javascript:alert(1)',
    'psa.example.test:99999',
    '%00',
    'not a host',
    '[::1',
    '...',
    'https://.',
    'a;b',
    'a,b.example.test',
    'psa.example.test:70000',
    'psa.example.test:0',
    '::1:8443',
    'psa..example.test',
    'psa.example.test}',
    '*.example.test',
  ])('%j has no host', (site) => expect(parseSite(site)).toBeNull())
})

describe('a site without a host is refused with the reason', () => {
  it.each([
    ['a;b', 'sign', ';'],
    ['not a host', 'sign', ' '],
    ['psa.example.test:70000/x', 'port', '70000'],
    ['[::1]:99999', 'port', '99999'],
    ['::1:8443', 'ipv6-port', '::1:8443'],
    ['2001:db8::1:443', 'ipv6-port', '2001:db8::1:443'],
    ['ftp://psa.example.test', 'unreadable', ''],
  ])('%j: %s', (site, fault, named) => expect(readSite(site)).toEqual({ ok: false, fault, named }))
})

it('reads a megabyte of anything at once', () => {
  for (const sign of [' ', '/', 'a', '.', ':', '@', '\u200b', '“', '[', '%'])
    for (const site of [sign.repeat(1_000_000), `x${sign.repeat(1_000_000)}x`]) {
      parseSite(site)
      withoutLogin(site)
      expect(sameSite(site, site)).toBe(true)
    }
})

describe('a site to be shown, stored and exported', () => {
  it.each([
    ['https://name:word@psa.example.test/x', 'https://psa.example.test/x'],
    [' name:word@psa.example.test ', 'psa.example.test'],
    ['https:/name@psa.example.test', 'https:/psa.example.test'],
    ['https://psa.example.test/?mail=name@example.test', 'https://psa.example.test/?mail=name@example.test'],
    ['na.myconnectwise.net', 'na.myconnectwise.net'],
    ['<https://name:word@psa.example.test>', '<https://psa.example.test>'],
    ['Site: https://name:word@psa.example.test', 'Site: https://psa.example.test'],
    ['https://name:wo/rd@psa.example.test', 'psa.example.test'],
    ['name:wo#rd@psa.example.test', 'psa.example.test'],
    ['https://psa.example.test/path/@me', 'https://psa.example.test/path/@me'],
  ])('%j stands there as %j', (site, shown) => expect(withoutLogin(site)).toBe(shown))
})

describe('two sites', () => {
  it.each([
    ['na.myconnectwise.net', 'https://api-na.myconnectwise.net/v4_6_release/apis/3.0', true],
    ['HTTP://psa.example.test', 'psa.EXAMPLE.test/path', true],
    ['api-psa.example.test', 'psa.example.test', true],
    ['psa.example.test:8443', 'psa.example.test', false],
    ['na.myconnectwise.net', 'eu.myconnectwise.net', false],
    ['', '', true],
    ['', 'psa.example.test', false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(sameSite(a, b)).toBe(same)
  })
})

it.each([
  ['[PSA](https://na.myconnectwise.net/v2025_1/)', 'api-na.myconnectwise.net'],
  ['<a href="https://psa.example.test:8443/x">ConnectWise</a>', 'psa.example.test:8443'],
  ['- psa.example.test', 'psa.example.test'],
  ['1. psa.example.test', 'psa.example.test'],
  ['> • psa.example.test', null],
  ['• psa.example.test', 'psa.example.test'],
  ['PSA site: https://psa.example.test/', 'psa.example.test'],
  ['https: //psa.example.test', 'psa.example.test'],
  ['**psa.example.test**', 'psa.example.test'],
  ['| psa.example.test |', 'psa.example.test'],
  ['https://psa.example.test…', 'psa.example.test'],
  ['www.na.myconnectwise.net', 'api-na.myconnectwise.net'],
  [
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Feu.myconnectwise.net%2F&data=05',
    'api-eu.myconnectwise.net',
  ],
  ['https://urldefense.com/v3/__https://psa.example.test/__;!!x', 'psa.example.test'],
  ['https://eur01.safelinks.protection.outlook.com/?url=%E0%A4%A', null],
])('%s, as it is copied from notes and mails, is %s', (pasted, host) => {
  expect(parseSite(pasted)?.host ?? null).toBe(host)
})
