// Which ways of writing a site lead a key to the same server, and which do not.
import { describe, expect, test } from 'vitest'
import { destinationOf, normalisedSite, sameDestination } from '../../../../shared/connection/destination.ts'

describe('a destination', () => {
  test.each([
    ['na.myconnectwise.net', 'https://na.myconnectwise.net'],
    [' https://API-NA.myconnectwise.net/v4_6_release/apis/3.0/ ', 'https://na.myconnectwise.net'],
    ['api-api-na.myconnectwise.net', 'https://na.myconnectwise.net'],
    ['api-ca.myconnectwise.net:443', 'https://ca.myconnectwise.net'],
    ['psa.example.test.:8443/x', 'https://psa.example.test:8443'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['[2001:DB8::1]', 'https://[2001:db8::1]'],
    ['пса.example.test', 'https://xn--80a3ag.example.test'],
  ])('of %s is %s', (site, expected) => {
    expect(destinationOf(site)).toBe(expected)
  })

  test.each(['', '   ', 'http://', 'a b', '://'])('of “%s” is none, and fits nothing', (site) => {
    expect(destinationOf(site)).toBeNull()
    expect(sameDestination(site, site)).toBe(false)
  })

  test.each([
    ['api-psa.example.test', 'psa.example.test'],
    ['https://psa.example.test', 'http://psa.example.test'],
    ['psa.example.test', 'psa.example.test:8443'],
    ['api-na.myconnectwise.net.example.test', 'na.myconnectwise.net.example.test'],
    ['na.myconnectwise.net', 'eu.myconnectwise.net'],
  ])('of %s is not that of %s', (one, other) => {
    expect(sameDestination(one, other)).toBe(false)
  })
})

describe('a site as it is stored', () => {
  test.each([
    ['\u202eten.esiwtcennocym.ua', 'ten.esiwtcennocym.ua'],
    ['https://PSA.example.test/v4_6_release/', 'psa.example.test'],
    ['psa\u200b.exam\u00adple.test', 'psa.example.test'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
    ['user:pw@psa.example.test', 'psa.example.test'],
    ['аcme.example.test', 'xn--cme-5cd.example.test'],
    [' not\u202e a site ', 'not a site'],
  ])('of %j is what will be asked: %s', (site, stored) => {
    expect(normalisedSite(site)).toBe(stored)
    expect(normalisedSite(stored)).toBe(stored)
  })
})
