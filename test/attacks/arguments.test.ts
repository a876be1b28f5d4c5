// Attacks by what a command is given: values without end, a pipe among files, logins in addresses and proxies.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runWithKeys } from '../integration/main/cli/commands/runWithKeys.ts'
import { serve } from '../integration/main/connectwise/served.ts'
import { cliFolder } from '../support/cli.ts'

const keys = {
  site: 'psa.example.test',
  companyId: 'acme',
  publicKey: 'public',
  clientId: 'client',
  privateKey: 'hunterszweiundvierzig',
}
const endless = 'k'.repeat(100_000)

describe('a value without end', () => {
  test.each(['site', 'companyId', 'publicKey', 'clientId', 'privateKey'])(
    'as %s is refused before anything is done with it, and not repeated',
    async (name) => {
      const { status, stdout, stderr } = await runWithKeys('test', { ...keys, [name]: endless }, ['--json'])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr.length).toBeLessThan(200)
    },
  )
})

test.skipIf(process.platform === 'win32')(
  'a pipe among the files of a folder keeps no command waiting',
  () => {
    const { run, folder } = cliFolder({})
    spawnSync('mkfifo', [join(folder, 'a.syncwright.json')])
    expect(run(['validate', '.'])).toMatchObject({ status: 2, stdout: '' })
  },
)

describe('a login', () => {
  test.each([
    'http://user:proxysecret@127.0.0.1:1',
    'user:proxysecret@127.0.0.1:1',
    'http://user:proxysecret@[bad',
    'http://user:proxysecret@127.0.0.1:99999',
  ])('of the proxy %j is in no word', async (HTTPS_PROXY) => {
    const { stdout, stderr } = await runWithKeys('test', keys, [], 'environment', { HTTPS_PROXY })
    expect(`${stdout}${stderr}`).not.toContain('proxysecret')
  })

  test.each(['<SITE>', 'Site: SITE', 'SITE/?x=hunterszwei'])(
    'in an address as it is pasted (%s) does not get into reference data',
    async (pasted) => {
      const { keys: own } = await serve({ size: 'small' })
      const site = pasted.replace('SITE', own.site.replace('http://', 'http://user:hunterszwei@'))
      const { status, stdout, stderr } = await runWithKeys('fetch-reference', { ...own, site }, [])
      expect(status).toBe(0)
      expect(`${stdout}${stderr}`).not.toContain('hunterszwei')
    },
  )
})
