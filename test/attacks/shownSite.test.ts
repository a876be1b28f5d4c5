// Attacks that show one address and mean another: hidden signs, turned direction, look-alike letters, at every border.
import { describe, expect, test } from 'vitest'
import { hiddenSignIn } from '../../shared/text/hiddenSigns.ts'
import { parseSite } from '../../shared/connection/siteAddress.ts'
import { readImportText } from '../../main/files/importText.ts'
import { packBundle } from '../../main/files/packBundle.ts'
import { exportRelationships } from '../../shared/files/exportRelationships.ts'
import { curlText } from '../../renderer/preview/ticket/requests/curl.ts'
import { valuesFor } from '../integration/main/handlers/app.ts'
import { bundleAt, content, entries, zipOf } from '../support/bundles.ts'
import { cliFolder } from '../support/cli.ts'
import { snapshotText } from '../support/files.ts'
import { targetRelationship } from '../support/relationships.ts'
import { startListening } from './listeningApp.ts'

const turned = '\u202eten.esiwtcennocym.ua'
const disguised: readonly [name: string, site: string][] = [
  ['turned direction', turned],
  ['a right-to-left isolate', '\u2067tset.elpmaxe.emca\u2069'],
  ['a zero-width blank', 'ac\u200bme.example.test'],
  ['a word joiner', 'acme.example\u2060.test'],
  ['a soft hyphen', 'ac\u00adme.example.test'],
  ['a Hangul filler', 'acme\u3164.example.test'],
  ['a variation selector', 'acme\ufe0f.example.test'],
  ['a tag letter', 'acme\u{e0061}.example.test'],
  ['a braille blank', 'acme\u2800.example.test'],
  ['an escape', 'acme\u001b[2K.example.test'],
  ['a line separator', 'acme.example.test\u2028evil.example.test'],
  ['half a sign', 'acme\ud800.example.test'],
]
const lookalikes = [
  'аcme.example.test',
  'acme.exаmple.test',
  'ｅvil.example.test',
  'acme.example。test',
  'ßacme.test',
]

describe('what is stored and shown is what is asked', () => {
  test.each([...disguised, ...lookalikes.map((site): [string, string] => ['look-alike letters', site])])(
    'of a connection with %s: %j',
    async (_name, site) => {
      const { app, sent, key } = startListening()
      const values = { ...valuesFor(app.demo), site, companyId: `${valuesFor(app.demo).companyId}\u200b` }
      const saved = await app.call('connections:save', { id: null, values, privateKey: key })
      if (!saved.ok) return expect(sent).toEqual([])
      const shown = saved.value.site
      expect(hiddenSignIn(shown)).toBeNull()
      expect(hiddenSignIn(saved.value.companyId)).toBeNull()
      expect(shown).toMatch(/^[a-z0-9.:-]+$/)
      await app.call('reference:refresh', {
        callId: 'r',
        target: { connectionId: saved.value.id, overrideOf: null },
      })
      expect(new Set(sent.map(({ host }) => host))).toEqual(new Set([parseSite(shown)?.host]))
    },
  )

  test.each([
    ...disguised,
    ['another writing', 'HTTPS://user:pw@ACME.example.test:443/v4_6_release/apis/3.0/'] as const,
  ])('of an override with %s: %j', async (_name, site) => {
    const { app, sent, key } = startListening()
    const values = valuesFor(app.demo)
    const { id: connectionId } = await app.value('connections:save', { id: null, values, privateKey: key })
    const create = { contractName: 'C', partner: 'P', role: 'target', connectionId } as const
    const { id, draft, revision } = await app.value('relationships:create', create)
    const { publicKey, clientId, companyId } = values
    const apiOverride = { enabled: true, site, companyId: `${companyId}\u202e`, publicKey, clientId }
    const save = {
      id,
      draft: { ...draft, apiOverride },
      baseRevision: revision.number,
      note: '',
      overrideKey: key,
    }
    const saved = await app.value('relationships:save', save)
    const shown = saved.draft.apiOverride
    expect([hiddenSignIn(shown.site), hiddenSignIn(shown.companyId)]).toEqual([null, null])
    sent.length = 0
    await app.call('reference:refresh', { callId: 'r', target: { connectionId, overrideOf: id } })
    const hosts = new Set(sent.map(({ host }) => host))
    expect([...hosts].filter((host) => host !== parseSite(shown.site)?.host)).toEqual([])
  })
})

describe('a file with a hidden sign in an address is refused with its place, and changes nothing', () => {
  const { connection } = targetRelationship()
  const files: readonly [string, string][] = disguised.flatMap(([name, site]): [string, string][] => [
    [
      `${name} in the site`,
      exportRelationships([targetRelationship({}, { connection: { ...connection, site } })], bundleAt),
    ],
    [
      `${name} in the company`,
      exportRelationships(
        [targetRelationship({}, { connection: { ...connection, companyId: site } })],
        bundleAt,
      ),
    ],
    [
      `${name} in the override`,
      exportRelationships([targetRelationship({}, { apiOverride: { site, companyId: 'acme' } })], bundleAt),
    ],
    [`${name} in reference data`, snapshotText({ connection: { ...connection, site } })],
  ])
  test.each(files)('%s', (_name, text) => {
    const read = readImportText(text)
    expect(read).toMatchObject({ ok: false, error: { code: 'file-invalid' } })
    expect(JSON.stringify(read)).toMatch(/U\+[0-9A-F]{4,5}, which is not seen/)
  })

  test('and so is a bundle, in its reference data, its samples and its names', async () => {
    const { app } = startListening()
    const hidden = { ...connection, site: turned }
    const ofReference = await packBundle(
      content({ snapshots: [], relationships: [targetRelationship({}, { connection: hidden })] }),
      bundleAt,
      null,
    )
    const bundles = [
      ofReference,
      zipOf(entries({ 'references/acme.reference.json': snapshotText({ connection: hidden }) })),
      zipOf(entries({ 'references/a\u202ecme.reference.json': '[]', 'samples/\u200bone.json': '[]' })),
    ]
    for (const [index, bytes] of bundles.entries()) {
      const read = await app.call('files:readBundle', { fileName: 'a\u202e.zip', bytes, passphrase: null })
      if (index < 2) expect(read).toMatchObject({ ok: false, error: { code: 'file-invalid' } })
      expect(JSON.stringify(read)).not.toMatch(/[\u202e\u200b]/)
    }
    expect(await app.value('connections:list', {})).toEqual([])
  })
})

test('a file whose name turns the direction is called by what is seen of it, in notes and sentences', async () => {
  const { app } = startListening()
  const text = exportRelationships([targetRelationship()], bundleAt)
  const fileName = 'team\u202enosj.exe\n[2026-11-23] forged\u001b[2K'
  const { importId } = await app.value('files:readImport', { fileName, text })
  await app.value('files:applyImport', { importId, ids: [targetRelationship().id] })
  const revisions = await app.value('relationships:revisions', { id: targetRelationship().id })
  expect(revisions[0]?.note).toMatch(/^Imported from team\ufffdnosj\.exe \[2026-11-23\] forged\ufffd\[2K$/)
  await app.call('files:readImport', { fileName, text: '{' })
  expect(app.answers.join('')).not.toMatch(/\u202e|\\u001b|\\n\[2026/)
})

describe('on the command line', () => {
  const { run } = cliFolder({})
  test.each([
    ['--site', turned, 'acme'],
    ['--company-id', 'acme.example.test', 'ac\u200bme'],
    ['--site', 'acme.example.test\u2067', 'acme'],
  ])('%s with a hidden sign is no argument (%j)', (option, site, company) => {
    const args = ['--site', site, '--company-id', company, '--public-key', 'p', '--client-id', 'c']
    const { status, stdout, stderr } = run(['test', ...args], 'key')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^${option} holds the sign U\\+`))
  })
})

test.each(disguised)('a copied command names the host that is asked, not %s', (_name, site) => {
  const relationship = targetRelationship({}, { apiOverride: { site, companyId: 'acme' } })
  const text = curlText({ method: 'POST', path: '/service/tickets', body: {} }, relationship)
  expect(text).toMatch(/'https:\/\/([a-z0-9.-]+|YOUR_SITE)\/v4_6_release/)
})
