// Attacks on the administrator's policy: hosts and ports it does not name, files that look like one, members nobody knows.
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMachinePolicy } from '../../main/services/policy/machinePolicy.ts'
import { readPolicy } from '../../main/services/policy/policyFile.ts'
import { readPolicyText } from '../../main/services/policy/policyText.ts'
import { valuesFor } from '../integration/main/handlers/app.ts'
import { temporaryFolder } from '../integration/main/store/fixtures.ts'
import { createSimulator } from '../simulator/simulator.ts'
import { startListening } from './listeningApp.ts'

const needs = { role: 'target', timeEntries: false, attachments: false, reverseSync: false } as const
const managed = (content: unknown, folder = temporaryFolder()): string => {
  writeFileSync(join(folder, 'policy.json'), typeof content === 'string' ? content : JSON.stringify(content))
  return folder
}
/** A ConnectWise whose company info names another host. */
function leadingTo(siteUrl: string) {
  const demo = createSimulator({ size: 'small' })
  return {
    ...demo,
    fetch: async (request: Request) => {
      const answer = await demo.fetch(request)
      if (!request.url.includes('/login/companyinfo/')) return answer
      const info: unknown = await answer.json()
      return Response.json({ ...(typeof info === 'object' && info), SiteUrl: siteUrl })
    },
  }
}

test.each([
  'eu.myconnectwise.net',
  'https://api-eu.myconnectwise.net/',
  'staging.connectwisedev.com',
  'na.myconnectwise.net:8443',
])('a host that only an answer names (%s) is not asked', async (siteUrl) => {
  const folder = managed({ allowedSites: ['na.myconnectwise.net'] })
  const { app, sent, hostsGiven, key } = startListening({ folder, demo: leadingTo(siteUrl) })
  const values = { ...valuesFor(app.demo), site: 'na.myconnectwise.net' }
  const { id } = await app.value('connections:save', { id: null, values, privateKey: key })
  const target = { connectionId: id, overrideOf: null }
  const { name: _name, environment: _environment, ...credentials } = values
  await app.call('connections:test', { callId: 't', credentials, privateKey: null, target, needs })
  await app.call('reference:refresh', { callId: 'r', target })
  await app.call('samples:read', { callId: 's', target, boards: [], since: null, limit: 5 })
  expect([...new Set(sent.map(({ host }) => host))]).toEqual(['api-na.myconnectwise.net'])
  expect(hostsGiven(key)).not.toContain('eu.myconnectwise.net')
})

describe('the port is part of what is allowed', () => {
  test.each([
    ['psa.example.test', 'psa.example.test:8443'],
    ['psa.example.test:8443', 'psa.example.test'],
    ['*.example.test', 'psa.example.test:444'],
  ])('%s does not allow %s', async (allowed, site) => {
    const { app, sent, key } = startListening({ folder: managed({ allowedSites: [allowed] }) })
    const values = { ...valuesFor(app.demo), site }
    expect(await app.code('connections:save', { id: null, values, privateKey: key })).toBe('site-not-allowed')
    expect(sent).toEqual([])
  })
})

describe('a policy that is not as it was meant', () => {
  test.each([
    [{ allowedsites: [] }, 'allowedsites'],
    [{ allowedSites: ['*'] }, 'allowedSites.0'],
    [{ allowedSites: null }, 'allowedSites'],
    [{ locked: { syncAttachment: { value: false, reason: 'x' } } }, 'locked.syncAttachment'],
    [{ locked: { syncAttachments: { value: 'no', reason: 'x' } } }, 'locked.syncAttachments.value'],
    [{ version: '1' }, 'version'],
    ['{ "allowedSites": ["na.myconnectwise.net"], "allowedSites": null }', 'allowedSites'],
    ['{ "allowedSites": [', ''],
    ['\ufeff', ''],
    [JSON.stringify([]), ''],
    [`{"a":${'['.repeat(100_000)}`, ''],
  ])('%j allows nothing and names %s', async (content, place) => {
    const { app, sent, key } = startListening({ folder: managed(content) })
    const values = valuesFor(app.demo)
    expect(await app.code('connections:save', { id: null, values, privateKey: key })).toBe('site-not-allowed')
    const { notices } = await app.value('app:info', {})
    expect(
      notices.filter((notice) => /policy .* cannot be read/.test(notice) && notice.includes(place)),
    ).toHaveLength(1)
    expect(sent).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('what stands where the policy should be and is none', () => {
  test.each<[string, (path: string) => void]>([
    ['a folder', (path) => mkdirSync(path)],
    ['a pipe, which would keep whoever reads it waiting', (path) => void execFileSync('mkfifo', [path])],
    ['a link to itself', (path) => symlinkSync(path, path)],
    ['a link to a device without end', (path) => symlinkSync('/dev/zero', path)],
    ['two megabytes', (path) => writeFileSync(path, `{}${' '.repeat(2_000_000)}`)],
    ['nothing', (path) => writeFileSync(path, '')],
  ])('%s allows nothing', async (_name, plant) => {
    const folder = temporaryFolder()
    plant(join(folder, 'policy.json'))
    const { app, sent, key } = startListening({ folder })
    const values = valuesFor(app.demo)
    expect(await app.code('connections:save', { id: null, values, privateKey: key })).toBe('site-not-allowed')
    expect(sent).toEqual([])
  })
})

describe('the file of the computer', () => {
  const onLinux = (text: string, owner: number | null, isOpenToOthers = false) =>
    readMachinePolicy({
      platform: 'linux',
      systemFolder: () => '',
      run: () => undefined,
      readFile: () => ({ text, owner, isOpenToOthers }),
    })
  const allowed = (machine: ReturnType<typeof readMachinePolicy>) =>
    readPolicy({ dataFolder: temporaryFolder(), machine, notify: () => {} }).policy.allowedSites
  const one = JSON.stringify({ allowedSites: ['na.myconnectwise.net'] })

  test('of somebody else neither opens nor closes anything, nor locks a setting', () => {
    const lock = JSON.stringify({ locked: { commentTypes: { value: [], reason: 'x' } }, allowedSites: [] })
    const machine = onLinux(lock, 1000)
    expect(allowed(machine)).toBeUndefined()
    expect(machine.notices).toEqual([expect.stringContaining('does not belong to root')])
  })

  test('of root counts, and closes everything where anybody may change it or nobody tells whose it is', () => {
    expect(allowed(onLinux(one, 0))).toEqual(['na.myconnectwise.net'])
    expect(allowed(onLinux(one, 0, true))).toEqual([])
    expect(allowed(onLinux(one, null))).toEqual([])
  })
})

describe('the file of the data folder', () => {
  const machine = (content: object) => ({ text: JSON.stringify(content), path: '/etc/x', notices: [] })
  const both = (own: object, computer: object) =>
    readPolicy({ dataFolder: managed(own), machine: machine(computer), notify: () => {} }).policy

  test('opens nothing that the computer’s policy closes', () => {
    const computer = { allowedSites: ['na.myconnectwise.net'], updateCheck: false }
    expect(both({}, computer)).toMatchObject(computer)
    expect(both({ allowedSites: ['evil.example.test'], updateCheck: true }, computer)).toMatchObject({
      allowedSites: [],
      updateCheck: false,
    })
  })

  test('takes no lock away', () => {
    const lock = (value: boolean) => ({ locked: { syncAttachments: { value, reason: 'Because.' } } })
    expect(both(lock(true), lock(false)).locked.syncAttachments?.value).toBe(false)
  })

  test('closes everything when it cannot be read', () => {
    expect(both({ nobodyKnows: 1 }, { allowedSites: ['na.myconnectwise.net'] }).allowedSites).toEqual([])
  })
})

test.skipIf(process.platform === 'win32')('a file that a group of users may change is open to others', () => {
  const path = join(managed({}), 'policy.json')
  // A group of everybody's, as on a Mac; root's own counts as administrators.
  if (process.getuid?.() === 0) chownSync(path, 0, 20)
  chmodSync(path, 0o664)
  expect(readPolicyText(path)?.isOpenToOthers).toBe(true)
  chmodSync(path, 0o644)
  expect(readPolicyText(path)?.isOpenToOthers).toBe(false)
})
