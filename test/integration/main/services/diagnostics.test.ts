// What “Copy diagnostics” gives to support: what it needs to help, and nothing that names anybody.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../store/fixtures.ts'
import { startApp, valuesFor } from '../handlers/app.ts'

afterEach(() => void vi.unstubAllEnvs())

const needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: true } as const

async function used(folder: string) {
  const app = startApp({ folder })
  const { privateKey } = app.demo.credentials
  const values = { ...valuesFor(app.demo), name: 'Acme of Dana Reyes' }
  const { id: connectionId } = await app.value('connections:save', { id: null, values, privateKey })
  const relationship = {
    contractName: 'Contoso managed services',
    partner: 'Contoso',
    role: 'target',
  } as const
  await app.value('relationships:create', { ...relationship, connectionId })
  const { name: _name, environment: _environment, ...credentials } = values
  app.demo.faults.add('echoing-error')
  const tested = { callId: 't', credentials, privateKey: null, needs }
  await app.call('connections:test', { ...tested, target: { connectionId, overrideOf: null } })
  app.demo.faults.delete('echoing-error')
  return { app, values, relationship }
}

test('says versions, places, counts and what was noticed', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'templates.json'), '{')
  const { app } = await used(folder)
  await app.value('templates:list', {})
  const { text } = await app.value('app:diagnostics', {})
  for (const line of [
    /^Syncwright 1\.2\.3$/m,
    /^System: \w+ \S+ \w+$/m,
    /^Versions: .*node \d+/m,
    /^Keystore: GNOME Keyring$/m,
    /^Data folder: \S+$/m,
    /^Connections: 1, keys needed: 0$/m,
    /^Relationships: 1, ready: 0, revisions: 1$/m,
    /^Notice: The list of templates was damaged\./m,
    /^End of the log:$/m,
  ])
    expect(text).toMatch(line)
})

test('names no person, no customer, no site and no key', async () => {
  const folder = temporaryFolder()
  vi.stubEnv('HOME', folder)
  vi.stubEnv('USERPROFILE', folder)
  const { app, values, relationship } = await used(folder)
  const { text } = await app.value('app:diagnostics', {})
  expect(text).toMatch(/^Data folder: ~$/m)
  const { name, site, companyId, publicKey, clientId } = values
  const said = [name, site, companyId, publicKey, clientId, relationship.contractName, folder, 'dana']
  expect(said.filter((word) => text.includes(word))).toEqual([])
})
