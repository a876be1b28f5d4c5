// `uses` and `replace` as child processes: published shapes, other organisations left alone, exit codes.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder } from '../../../support/cli.ts'
import { exportText, snapshotText } from '../../../support/files.ts'
import { connection, sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const elsewhere = { ...connection, companyId: 'other' }
const { folder, run } = cliFolder({
  'all.json': exportText(
    targetRelationship({}, { id: 'a' }),
    sourceRelationship({}, { id: 'b' }),
    targetRelationship({}, { id: 'c', connection: elsewhere }),
  ),
  'one.syncwright.json': exportText(sourceRelationship({}, { id: 'd' })),
  'reference.json': snapshotText({
    collections: {
      members: [{ id: 45, identifier: 'mokoro', firstName: 'Mika', lastName: 'Okoro' }],
      boards: [{ id: 9, name: 'Service' }],
      statuses: [],
    },
  }),
})
afterAll(() => rmSync(folder, { recursive: true }))

const replace = (...args: string[]) => run(['replace', 'all.json', '--reference', 'reference.json', ...args])
const dana = ['--record', 'members:42', '--with', '45']

describe('uses', () => {
  const uses = (...args: string[]) => {
    const { status, stdout } = run(['uses', ...args, '--json'])
    return { status, uses: status === 0 ? JSON.parse(stdout).uses : null }
  }

  test('names file, relationship and field of every use, lists with their place', () => {
    expect(uses('one.syncwright.json', '--record', 'boards:4').uses).toEqual([
      { file: 'one.syncwright.json', relationship: 'd', field: 'boards[0]' },
      { file: 'one.syncwright.json', relationship: 'd', field: 'defaultBoard' },
    ])
  })

  test('a folder stands for the exports in it', () => {
    const found = uses('.', '--record', 'members:42').uses
    expect([...new Set(found.map(({ file }: { file: string }) => file))]).toEqual(['one.syncwright.json'])
  })

  test('a snapshot narrows to its own site and company', () => {
    const ids = (...args: string[]) => {
      const found: { relationship: string }[] = uses('all.json', '--record', 'members:42', ...args).uses
      return [...new Set(found.map(({ relationship }) => relationship))]
    }
    expect(ids()).toEqual(['a', 'b', 'c'])
    expect(ids('--reference', 'reference.json')).toEqual(['a', 'b'])
  })

  test('nothing found is no failure', () => {
    expect(uses('all.json', '--record', 'companies:1')).toEqual({ status: 0, uses: [] })
  })

  test.each([['all.json', '--record', 'members'], ['missing.json', '--record', 'members:42'], ['all.json']])(
    '%j %s %s is exit 2',
    (...args) => {
      expect(uses(...args).status).toBe(2)
    },
  )
})

describe('replace', () => {
  test('writes the export with the new record, in relationships of that site and company alone', () => {
    const { status, stdout } = replace(...dana)
    expect(status).toBe(0)
    const owners = JSON.parse(stdout).relationships.map(
      ({ settings }: { settings: { owner: { id: number } } }) => settings.owner.id,
    )
    expect(owners).toEqual([45, 45, 42])
  })

  test('tells the changes as JSON in place of the export, the file still written', () => {
    const { status, stdout } = replace(...dana, '--json', '--out', 'out.json')
    expect(status).toBe(0)
    const { changes } = JSON.parse(stdout)
    expect(changes[0]).toEqual({
      relationship: 'a',
      field: 'owner',
      before: { id: 42, name: 'Dana Reyes', identifier: 'dreyes' },
      after: { id: 45, name: 'Mika Okoro', identifier: 'mokoro' },
    })
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toContain('mokoro')
  })

  test('clears a status that has no namesake on the new board, and says which', () => {
    const { stdout, stderr } = replace('--record', 'boards:4', '--with', '9', '--json')
    const cleared = JSON.parse(stdout).changes.filter(({ field }: { field: string }) => field === 'status')
    expect(cleared.map(({ after }: { after: unknown }) => after)).toEqual([null, null])
    expect(stderr.match(/: “New” is cleared \(status\)/g)).toHaveLength(2)
  })

  test('what nothing uses changes nothing, not even the time of the export', () => {
    const { status, stdout } = replace('--record', 'members:7', '--with', '45')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(folder, 'all.json'), 'utf8')))
  })

  test.each([
    [['--record', 'members:42', '--with', '46'], /no member with the id 46/],
    [['--record', 'people:42', '--with', '45'], /collection and an id/],
    [['--record', 'members:42', '--with', 'dana'], /takes the id/],
    [['--record', 'members:42'], /--with/],
  ])('%j is exit 2 with one sentence', (args, sentence) => {
    const { status, stdout, stderr } = replace(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
