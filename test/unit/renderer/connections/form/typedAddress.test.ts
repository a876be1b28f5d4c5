// The base URL a typed site leads to, or why it leads nowhere.
import { describe, expect, it } from 'vitest'
import { isLocal, readAddress } from '../../../../../renderer/connections/form/typedAddress.ts'

describe('a typed site', () => {
  it.each([
    ['na.myconnectwise.net', 'https://api-na.myconnectwise.net/v4_6_release/apis/3.0'],
    [
      ' https://api-eu.myconnectwise.net/v4_6_release/apis/3.0/ ',
      'https://api-eu.myconnectwise.net/v4_6_release/apis/3.0',
    ],
    ['psa.example.test:8443', 'https://psa.example.test:8443/v4_6_release/apis/3.0'],
    ['http://127.0.0.1:9000/v4_6_release', 'http://127.0.0.1:9000/v4_6_release/apis/3.0'],
  ])('%s leads to one base URL', (site, baseUrl) => {
    expect(readAddress(site)).toEqual({ baseUrl, problem: null })
  })

  it.each(['', '   ', 'ftp://psa.example.test', 'http://psa.example.test', 'http://localhost'])(
    '%j is refused with a sentence',
    (site) => {
      const { baseUrl, problem } = readAddress(site)
      expect(baseUrl).toBeNull()
      expect(problem).toMatch(/\.$/)
    },
  )

  it('needs no network on this computer', () => {
    expect([isLocal('http://127.0.0.1:9000'), isLocal('na.myconnectwise.net'), isLocal('')]).toEqual([
      true,
      false,
      false,
    ])
  })
})
