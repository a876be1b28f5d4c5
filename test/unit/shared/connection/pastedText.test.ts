// What comes along with a pasted key is taken off and named; a whole mail fills every field it names.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPasted, readPastedMail } from '../../../../shared/connection/pastedText.ts'

describe('a pasted key', () => {
  test.each([
    ['plain', 'AbC123xyz', []],
    ['zero-width signs', 'AbC\u200b123\u2060xyz\ufeff', ['invisible signs']],
    ['a soft hyphen', 'AbC\u00ad123xyz', ['invisible signs']],
    ['direction marks', '\u202aAbC123xyz\u202c', ['direction marks']],
    ['typographic quotes', '“AbC123xyz”', ['quotes']],
    ['guillemets and a comma', '«AbC123xyz»,', ['quotes']],
    ['twenty thousand quotes', `AbC123xyz${'”'.repeat(19_000)}`, ['quotes']],
    ['backticks', '`AbC123xyz`', ['quotes']],
    ['a label', 'Private Key: AbC123xyz', ['a label']],
    ['a label in another spelling', 'private_key=AbC123xyz', ['a label']],
    ['a bold label of Markdown', '**Private Key:** `AbC123xyz`', ['quotes', 'a label']],
    ['line ends', 'AbC123\r\nxyz\n', ['line ends']],
    ['an inner blank', 'AbC123 xyz', ['blanks']],
    ['a blank that does not break', '\u00a0AbC123\u00a0xyz', ['blanks']],
  ])('with %s is used without', (_what, text, removed) => {
    expect(cleanPasted('privateKey', text)).toEqual({ value: 'AbC123xyz', removed, odd: null })
  })

  test('with a look-alike letter is named', () => {
    expect(cleanPasted('publicKey', 'Аbc123').odd).toBe('“А” (U+0410)')
    expect(cleanPasted('publicKey', 'abc§123').odd).toBe('“§” (U+00A7)')
  })

  test('that is only a label stays as it is', () => {
    expect(cleanPasted('privateKey', 'Private key').value).toBe('Privatekey')
  })
})

test.each([
  ['companyId', ' "acme_f" ', 'acme_f'],
  ['companyId', 'Company ID: müller', 'müller'],
  ['clientId', 'clientId: 3e2f8a51-0d4c-4b7a-9a66-5c1d2e3f4a5b', '3e2f8a51-0d4c-4b7a-9a66-5c1d2e3f4a5b'],
  ['site', '<https://na.myconnectwise.net/v4_6_release>', 'https://na.myconnectwise.net/v4_6_release'],
  ['site', 'Site: na.myconnectwise.net', 'na.myconnectwise.net'],
  ['site', 'https://[::1]:8443', 'https://[::1]:8443'],
] as const)('%s %j is used as %j', (field, text, value) => {
  expect(cleanPasted(field, text)).toMatchObject({ value, odd: null })
})

test('a sentence pasted as a site stays one, so that no host is made of it', () => {
  const sentence = 'The site is na.myconnectwise.net and the private key is AbC123'
  expect(cleanPasted('site', sentence).value).toBe(sentence)
})

test('cleaning a clean value changes nothing more', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('site', 'companyId', 'publicKey', 'clientId'),
      fc.string({ unit: 'binary' }),
      (field, text) => {
        const once = cleanPasted(field, text).value
        const twice = cleanPasted(field, once).value
        expect(cleanPasted(field, twice).value).toBe(twice)
      },
    ),
  )
})

describe('a whole mail', () => {
  const values = {
    site: 'na.myconnectwise.net',
    companyId: 'acme',
    publicKey: 'AbCdEf123456',
    privateKey: 'ZyXwVu987654',
    clientId: '3e2f8a51-0d4c-4b7a-9a66-5c1d2e3f4a5b',
  }
  test.each([
    [
      'line by line',
      `Hi Dana,\n\nhere are the keys:\nSite: ${values.site}\nCompany ID: ${values.companyId}\nPublic Key: ${values.publicKey}\nPrivate Key: ${values.privateKey}\nClient ID: ${values.clientId}\n\nRegards`,
    ],
    [
      'as a table with tabs',
      `Server\t${values.site}\r\nCompany\t${values.companyId}\r\nPublic key\t${values.publicKey}\r\nPrivate key\t${values.privateKey}\r\nClient ID\t${values.clientId}`,
    ],
    [
      'as JSON',
      JSON.stringify({
        url: values.site,
        companyId: values.companyId,
        publicKey: values.publicKey,
        privateKey: values.privateKey,
        clientId: values.clientId,
      }),
    ],
    [
      'in bold, with the value on the next line',
      `**Site:** ${values.site}\n**Company ID**:\n${values.companyId}\nPublic Key\n\u200b${values.publicKey}\nPrivate Key = “${values.privateKey}”\nclient_id: \`${values.clientId}\``,
    ],
    [
      'as a table of Markdown',
      `| Site | ${values.site} |\n|---|---|\n| Company ID | ${values.companyId} |\n| Public key | \`${values.publicKey}\` |\n| Private key | ${values.privateKey} |\n| Client ID | ${values.clientId} |`,
    ],
    [
      'as a list with dashes',
      `• Site – ${values.site}\n• Company — ${values.companyId}\n• Public API key - ${values.publicKey}\n• Private API key - ${values.privateKey}\n• clientId - ${values.clientId}`,
    ],
    [
      'as a table of PowerShell',
      `@{\n  Server = '${values.site}'\n  Company = '${values.companyId}'\n  pubkey = '${values.publicKey}'\n  privatekey = '${values.privateKey}'\n  clientID = '${values.clientId}'\n}`,
    ],
    [
      'as the arguments of a command',
      `Connect-CWM -Server ${values.site} -Company ${values.companyId} -PubKey ${values.publicKey} -PrivateKey ${values.privateKey} -ClientID ${values.clientId}`,
    ],
    [
      'as a call in Python',
      `Client(site="${values.site}", company_id="${values.companyId}", public_key="${values.publicKey}", private_key="${values.privateKey}", client_id="${values.clientId}")`,
    ],
    [
      'as two rows of a sheet',
      `Site\tCompany ID\tPublic key\tPrivate key\tClient ID\r\n${values.site}\t${values.companyId}\t${values.publicKey}\t${values.privateKey}\t${values.clientId}\r\n`,
    ],
    [
      'as a wide table of Markdown',
      `| Client ID | Site | Company | Public key | Private key |\n|:--|---|---|---|---|\n| ${values.clientId} | ${values.site} | ${values.companyId} | ${values.publicKey} | \`${values.privateKey}\` |`,
    ],
    [
      'as elements of XML',
      `<psa><site>${values.site}</site><companyId>${values.companyId}</companyId><publicKey>${values.publicKey}</publicKey><privateKey>${values.privateKey}</privateKey><clientId>${values.clientId}</clientId></psa>`,
    ],
    [
      'as settings of .NET',
      `<add key="Site" value="${values.site}"/>\n<add key="CompanyId" value="${values.companyId}"/>\n<add key="PublicKey" value="${values.publicKey}" />\n<add key="PrivateKey" value="${values.privateKey}"/>\n<add key="ClientId" value="${values.clientId}"/>`,
    ],
  ])('%s fills every field', (_how, mail) => {
    expect(readPastedMail(mail)).toEqual(values)
  })

  test('reads a login as ConnectWise wants it written, also in base64', () => {
    const login = { companyId: 'acme', publicKey: 'AbCdEf123456', privateKey: 'ZyXwVu987654' }
    expect(readPastedMail('acme+AbCdEf123456:ZyXwVu987654')).toEqual(login)
    const header = `Authorization: Basic ${btoa('acme+AbCdEf123456:ZyXwVu987654')}`
    expect(readPastedMail(`curl -H "${header}" -H "clientId: 3e2f8a51"`)).toEqual({
      ...login,
      clientId: '3e2f8a51',
    })
    expect(readPastedMail('Authorization: Basic AAAAAAAAAAAAAAAA!')).toBeNull()
  })

  test('takes the address of a call as the site where nothing else is called so', () => {
    const url = 'https://psa.example.test/v4_6_release/apis/3.0'
    const call = (address: string) => `curl "${address}/service/boards" -u 'acme+AbCdEf123456:ZyXwVu987654'`
    expect(readPastedMail(call(url))?.site).toBe(url)
    expect(readPastedMail(call('https://wiki.example.test'))?.site).toBeUndefined()
    expect(readPastedMail('Company: acme\nPublic key: AbC\nsee eu.myconnectwise.net')?.site).toBe(
      'eu.myconnectwise.net',
    )
  })

  test('reads the user of a login alone, and no other word with a plus', () => {
    expect(readPastedMail(' acme_f+AbCdEfGh12345678\n')).toEqual({
      companyId: 'acme_f',
      publicKey: 'AbCdEfGh12345678',
    })
    expect(readPastedMail('one+two')).toBeNull()
  })

  test.each([
    ['', null],
    ['na.myconnectwise.net', null],
    ['Private Key: AbC123', null],
    ['The company: is nice, visit our website at example.test', null],
  ])('%j is none', (text, expected) => {
    expect(readPastedMail(text)).toBe(expected)
  })

  test('of a megabyte is read as fast as a short one', () => {
    for (const letter of [
      ' ',
      'a',
      '"',
      '*',
      '-',
      ' -a',
      'a+',
      'company ',
      '\n',
      'site\t',
      'a.',
      '<site>',
      'https://a',
    ])
      expect(readPastedMail(letter.repeat(1_000_000 / letter.length))).toBeNull()
  })
})
