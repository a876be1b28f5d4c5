// The rules of the connection form, and what is stored of it.
import { describe, expect, it } from 'vitest'
import {
  connectionFormSchema,
  connectionValuesOf,
  credentialsOf,
  environmentOf,
  formValuesOf,
  typedKeyOf,
} from '../../../../../renderer/connections/form/connectionForm.ts'

describe('the connection form', () => {
  const filled = {
    name: ' Acme ',
    environment: 'sandbox' as const,
    site: ' na.myconnectwise.net ',
    companyId: ' acme ',
    publicKey: ' public ',
    privateKey: ' private ',
    clientId: ' client ',
  }

  it('drops the blanks around pasted values', () => {
    expect(connectionValuesOf(filled)).toEqual({
      name: 'Acme',
      environment: 'sandbox',
      site: 'na.myconnectwise.net',
      companyId: 'acme',
      publicKey: 'public',
      clientId: 'client',
    })
    expect(typedKeyOf(filled)).toBe('private')
  })

  it.each([
    ['  Acme\u200b production\n', 'Acme production'],
    ['\u202e\u200b', 'acme'],
  ])('keeps the name %j as %j', (name, kept) => {
    expect(connectionValuesOf({ ...filled, name }).name).toBe(kept)
  })

  it('tests and saves one and the same site, so that saving makes no test old', () => {
    const site = 'https://api-eu.myconnectwise.net/v2025_1/apis/3.0/'
    const pasted = { ...filled, site }
    expect(credentialsOf(pasted).site).toBe('eu.myconnectwise.net')
    const stored = { ...pasted, site: connectionValuesOf(pasted).site }
    expect(credentialsOf(stored)).toEqual(credentialsOf(pasted))
  })

  it('never puts the private key beside the values that are stored and tested', () => {
    expect(JSON.stringify([connectionValuesOf(filled), credentialsOf(filled)])).not.toContain('private')
  })

  it('is empty for a new connection, and keeps no key of a stored one', () => {
    expect(connectionFormSchema.safeParse(formValuesOf(null)).success).toBe(false)
    const stored = {
      id: 'c',
      ...connectionValuesOf(filled),
      key: 'saved' as const,
      demo: false,
      revision: 1,
      fetchedAt: null,
    }
    expect(typedKeyOf(formValuesOf(stored))).toBeNull()
  })

  it.each([
    ['keys that follow later', { publicKey: '', privateKey: '', clientId: '' }, []],
    ['no name', { name: '  ' }, []],
    ['a site over http', { site: 'http://psa.example.test' }, ['site']],
    ['no company', { companyId: '' }, ['companyId']],
    ['a private key as long as a file', { privateKey: 'x'.repeat(501) }, ['privateKey']],
  ])('judges %s', (_title, change, fields) => {
    const parsed = connectionFormSchema.safeParse({ ...filled, ...change })
    expect(parsed.error?.issues.map(({ path }) => path.join('.')) ?? []).toEqual(fields)
  })
})

describe('a connection whose name or environment was not chosen', () => {
  const typed = { ...formValuesOf(null), companyId: 'acme' }

  it('is called after its company', () => {
    expect(connectionValuesOf(typed).name).toBe('acme')
  })

  it.each([
    ['na.myconnectwise.net', 'contestco', 'production'],
    ['na.myconnectwise.net', 'latestech', 'production'],
    ['na.myconnectwise.net', 'acme_sandbox', 'production'],
    ['demotest.example.test', 'acme', 'production'],
    ['sandbox-na.myconnectwise.net', 'acme', 'sandbox'],
    ['https://api-sandbox-eu.myconnectwise.net/v4_6_release', 'acme', 'sandbox'],
    ['staging.connectwisedev.com', 'acme', 'staging'],
    ['http://127.0.0.1:9000', 'acme', 'sandbox'],
  ])('at %s as %s counts as %s', (site, companyId, environment) => {
    expect(environmentOf({ ...typed, site, companyId })).toBe(environment)
  })

  it('keeps the environment that was chosen', () => {
    expect(environmentOf({ ...typed, site: 'http://127.0.0.1:9000', environment: 'staging' })).toBe('staging')
  })
})
