// check and diff as a child process: published shapes, exit codes, nothing but the result on stdout.
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder } from '../../../support/cli.ts'
import { exportText, snapshotText, withSetting } from '../../../support/files.ts'
import { connection, sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const id = '5b1c9d3e-6f0a-4a55-9c7e-2f7e3c1a9b10'

const { folder, run } = cliFolder({
  'good.json': exportText(),
  // The command line looks at the real clock, and a snapshot grows old.
  'reference.json': snapshotText({ fetchedAt: new Date().toISOString() }),
  'elsewhere.json': snapshotText({
    connection: { ...connection, companyId: 'other' },
    collections: {},
  }),
  'broken.json': withSetting('status', { id: '31', name: 'New' }),
  'changed.json': exportText(targetRelationship({ status: { id: 32, name: 'In progress', boardId: 4 } })),
  'moved.json': exportText(
    targetRelationship({}, { connection: { ...connection, site: 'eu.example.test' } }),
  ),
  'unfinished.json': exportText(targetRelationship({ company: null })),
  'several.json': exportText(targetRelationship(), sourceRelationship({}, { id: 'b' })),
})

afterAll(() => rmSync(folder, { recursive: true }))

const oneSentence = /^[^\n]+\.\n$/

describe('check', () => {
  test('is fine and ready when nothing is an error', () => {
    const { status, stdout, stderr } = run(['check', 'good.json', '--reference', 'reference.json', '--json'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      relationships: [
        {
          id,
          ready: true,
          findings: [
            {
              code: 'resolution-notes-on-invoices',
              severity: 'info',
              field: 'commentTypes',
              message: expect.any(String),
              next: expect.any(String),
            },
          ],
        },
      ],
    })
  })

  test.each([
    [['unfinished.json', '--reference', 'reference.json'], 'company-required'],
    [['good.json'], 'snapshot-missing'],
  ])('exits 1 on an error: %j', (args, code) => {
    const { status, stdout } = run(['check', ...args, '--json'])
    expect(status).toBe(1)
    const [relationship] = JSON.parse(stdout).relationships
    expect(relationship.ready).toBe(false)
    expect(relationship.findings[0].code).toBe(code)
  })

  test('tells people the same in a table', () => {
    const { stdout } = run(['check', 'unfinished.json', '--reference', 'reference.json'])
    expect(stdout).toMatch(/Not ready\n {2}error +company-required +company +No company is chosen\./)
  })

  test('says nothing more of a snapshot of another company', () => {
    const { stdout } = run(['check', 'good.json', '--reference', 'elsewhere.json'])
    expect(stdout).toContain('snapshot-missing')
    expect(stdout).not.toContain('not judged')
  })

  test.each([
    [['broken.json'], 'broken.json'],
    [['reference.json'], 'reference.json'],
    [['good.json', '--reference', 'good.json'], 'good.json'],
    [['good.json', '--reference', 'missing.json'], 'missing.json'],
  ])('exits 2 and names the file it cannot use: %j', (args, file) => {
    const { status, stdout, stderr } = run(['check', ...args, '--json'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(oneSentence)
    expect(stderr.startsWith(`${file}: `)).toBe(true)
  })
})

describe('diff', () => {
  test('finds nothing between a file and itself', () => {
    const { status, stdout } = run(['diff', 'good.json', 'good.json', '--json'])
    expect({ status, result: JSON.parse(stdout) }).toEqual({ status: 0, result: { changes: [] } })
  })

  test('lists what changed, field by field', () => {
    const { status, stdout } = run(['diff', 'good.json', 'changed.json', '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).changes).toEqual([
      {
        relationship: id,
        field: 'status',
        before: { id: 31, name: 'New', boardId: 4 },
        after: { id: 32, name: 'In progress', boardId: 4 },
      },
    ])
  })

  test('tells people the same in words', () => {
    expect(run(['diff', 'good.json', 'changed.json']).stdout).toBe(
      `${id}  status  New (31) -> In progress (32)\n1 difference.\n`,
    )
    expect(run(['diff', 'good.json', 'moved.json']).stdout).toContain(
      'Acme production, production, na.myconnectwise.net, acme -> Acme production, production, eu.example.test, acme',
    )
    expect(run(['diff', 'good.json', 'several.json']).stdout).toMatch(/^b +added +Contoso managed services$/m)
  })

  test.each([
    [['good.json', 'several.json'], 'before'],
    [['several.json', 'good.json'], 'after'],
  ])('a relationship on one side only is one change: %j', (files, absent) => {
    const [change, ...others] = JSON.parse(run(['diff', ...files, '--json']).stdout).changes
    expect(others).toEqual([])
    expect(change).toMatchObject({ relationship: 'b', field: '', [absent]: null })
  })
})
