// fetch-reference as a child process against the simulator: published shape, progress, exit codes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { snapshotSchema } from '../../../../../shared/reference/collections.ts'
import { serve, writesTo } from '../../connectwise/served.ts'
import { folder, runWithKeys } from './runWithKeys.ts'

describe('fetch-reference', () => {
  it('writes the snapshot to standard output and its progress to standard error', async () => {
    const { demo, keys } = await serve()
    const { status, stdout, stderr } = await runWithKeys('fetch-reference', keys, [
      '--name',
      'Acme',
      '--environment',
      'sandbox',
    ])
    expect(status).toBe(0)
    expect(stderr).toContain(`Companies: ${demo.world.companies.rows.length}\n`)
    const snapshot = snapshotSchema.parse(JSON.parse(stdout))
    expect(snapshot.connection).toEqual({
      name: 'Acme',
      environment: 'sandbox',
      site: keys.site,
      companyId: keys.companyId,
    })
    expect(snapshot.collections.companies).toHaveLength(demo.world.companies.rows.length)
    for (const secret of [keys.privateKey, keys.publicKey, keys.clientId])
      expect(stdout).not.toContain(secret)
    expect(writesTo(demo)).toEqual([])
  })

  it('writes the same to a file', async () => {
    const { keys } = await serve()
    const { stdout } = await runWithKeys('fetch-reference', keys)
    const { status, stdout: summary } = await runWithKeys('fetch-reference', keys, [
      '--out',
      'acme.reference.json',
      '--json',
    ])
    expect(status).toBe(0)
    expect(JSON.parse(summary)).toMatchObject({ file: 'acme.reference.json', partial: [], problems: [] })
    // On standard output direction signs are escaped.
    const parsed = (text: string) => ({ ...JSON.parse(text), fetchedAt: '' })
    expect(parsed(readFileSync(join(folder, 'acme.reference.json'), 'utf8'))).toEqual(parsed(stdout))
  })

  it('leaves a login that was pasted with the site out of the file', async () => {
    const { keys } = await serve()
    const site = keys.site.replace('://', '://name:planted-word@')
    const { status, stdout } = await runWithKeys('fetch-reference', { ...keys, site })
    expect(status).toBe(0)
    expect(JSON.parse(stdout).connection.site).toBe(keys.site)
  })

  it('says how long ConnectWise asks it to wait', async () => {
    const { keys } = await serve({ faults: ['throttle-storm'] })
    const { status, stderr } = await runWithKeys('fetch-reference', keys)
    expect(status).toBe(0)
    expect(stderr).toContain('ConnectWise asked us to wait 1 s.\n')
  })

  it('keeps what was read so far when interrupted', async () => {
    const { demo, keys } = await serve({ size: 'large' }, { latency: 50 })
    const { status, stdout } = await runWithKeys('fetch-reference', keys, [], 'environment', {}, /^Boards: /m)
    expect(status).toBe(1)
    const { partial, collections } = snapshotSchema.parse(JSON.parse(stdout))
    expect(partial).toContain('statuses')
    expect(collections.boards).toHaveLength(demo.world.boards.rows.length)
  })

  it('names what could not be read and ends with 1', async () => {
    const { keys } = await serve({ faults: ['no-companies'] })
    const { status, stdout, stderr } = await runWithKeys('fetch-reference', keys)
    expect(status).toBe(1)
    expect(JSON.parse(stdout).partial).toEqual(['companies'])
    expect(stderr).toContain('Enable Companies > Company Maintenance > Inquire = All.')
  })

  it('ends with a sentence where nothing can be read', async () => {
    const { keys } = await serve()
    const wrong = await runWithKeys('fetch-reference', { ...keys, privateKey: 'planted-private-key' })
    expect(wrong).toMatchObject({ status: 1, stdout: '' })
    expect(wrong.stderr).toMatch(/^The keys were not accepted\.[^\n]*\n$/)
    expect(wrong.stderr).not.toContain('planted-private-key')
  })

  it.each(['.', 'nowhere/acme.reference.json'])(
    'finds out before it reads that %s cannot be written',
    async (out) => {
      const { demo, keys } = await serve()
      const { status, stdout, stderr } = await runWithKeys('fetch-reference', keys, ['--out', out])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(/^[^\n]+\.\n$/)
      expect(demo.requests).toEqual([])
    },
  )
})
