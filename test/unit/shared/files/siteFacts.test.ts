// Addresses in files: a login never stays in one, and nothing hides in one.
import { describe, expect, test } from 'vitest'
import { parseRelationshipsFile } from '../../../../shared/files/relationshipsFile.ts'
import { parseSnapshotFile } from '../../../../shared/files/snapshotFile.ts'
import { exportText, reexport, snapshotText } from '../../../support/files.ts'
import { connection, targetRelationship } from '../../../support/relationships.ts'

const withSite = (site: string, companyId = 'acme') =>
  exportText(targetRelationship({}, { connection: { ...connection, site, companyId } }))

describe('a login in a site', () => {
  test.each([
    'https://user:planted@na.myconnectwise.net',
    'user@na.myconnectwise.net',
    ' user:planted@na.myconnectwise.net/v4_6_release ',
    '<https://user:planted@na.myconnectwise.net>',
    'https://user:plan/planted@na.myconnectwise.net',
  ])('is dropped from %j and said without repeating it', (site) => {
    const file = parseRelationshipsFile(withSite(site))
    expect(file).toMatchObject({
      ok: true,
      notices: ['relationships[0].connection.site: the login in the address was left out.'],
    })
    expect(JSON.stringify(file)).not.toMatch(/planted|user/)
    expect(reexport(withSite(site))).not.toMatch(/planted|user/)
  })

  test('is dropped from an override and a snapshot too', () => {
    const override = targetRelationship(
      {},
      { apiOverride: { site: 'u:planted@eu.example.test', companyId: 'b' } },
    )
    expect(parseRelationshipsFile(exportText(override))).toMatchObject({
      ok: true,
      value: { relationships: [{ apiOverride: { site: 'eu.example.test' } }] },
      notices: ['relationships[0].apiOverride.site: the login in the address was left out.'],
    })
    const snapshot = snapshotText({ connection: { ...connection, site: 'u:planted@na.myconnectwise.net' } })
    expect(parseSnapshotFile(snapshot)).toMatchObject({
      ok: true,
      value: { connection: { site: 'na.myconnectwise.net' } },
      notices: ['connection.site: the login in the address was left out.'],
    })
  })

  test('is nothing to speak of where there is none', () => {
    expect(parseRelationshipsFile(withSite('na.myconnectwise.net'))).not.toHaveProperty('notices')
  })
})

describe('a sign that is not seen', () => {
  test.each([
    ['a mark of direction', '\u202eten.esiwtcennocym.ua', 'U+202E'],
    ['a control', 'na.my\u0007connectwise.net', 'U+0007'],
    ['a blank without width', 'na.my\u200bconnectwise.net', 'U+200B'],
    ['a soft hyphen', 'na.my\u00adconnectwise.net', 'U+00AD'],
    ['a tag', 'na.myconnectwise.net\u{e0041}', 'U+E0041'],
    ['a control of C1', 'na.my\u0085connectwise.net', 'U+0085'],
  ])('refuses a site with %s', (_, site, sign) => {
    expect(parseRelationshipsFile(withSite(site))).toMatchObject({
      ok: false,
      problems: [
        { path: 'relationships[0].connection.site', message: `Holds the sign ${sign}, which is not seen.` },
      ],
    })
  })

  test('refuses a company ID, and a snapshot', () => {
    expect(parseRelationshipsFile(withSite('na.myconnectwise.net', 'ac\u200dme'))).toMatchObject({
      ok: false,
      problems: [{ path: 'relationships[0].connection.companyId' }],
    })
    expect(
      parseSnapshotFile(snapshotText({ connection: { ...connection, companyId: 'a\u2066' } })),
    ).toMatchObject({
      ok: false,
      problems: [{ path: 'connection.companyId' }],
    })
  })

  test('may stand in a name, which is shown isolated', () => {
    const named = targetRelationship({}, { contractName: 'שלום \u202eA', partner: 'B\u200d' })
    expect(parseRelationshipsFile(exportText(named))).toMatchObject({ ok: true })
  })
})

test('the address of a schema may stand at the top and stays out of an export', () => {
  const text = exportText().replace('{', '{ "$schema": "https://example.test/schema.json",')
  expect(reexport(text)).toBe(exportText())
  expect(parseRelationshipsFile(exportText().replace('"role"', '"$schema": "x", "role"')).ok).toBe(false)
})

test.each([
  ['acme\n', 'U+000A'],
  ['\tacme', 'U+0009'],
  ['acme\ufeff', 'U+FEFF'],
])('a sign that is not seen makes the company ID %j unusable, at its ends as well', (companyId, sign) => {
  expect(parseRelationshipsFile(withSite('na.myconnectwise.net', companyId))).toMatchObject({
    ok: false,
    problems: [
      {
        path: 'relationships[0].connection.companyId',
        message: `Holds the sign ${sign}, which is not seen.`,
      },
    ],
  })
})
