// validate, check, diff and schema as a child process: published shapes, exit codes, nothing but the result on stdout.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder, cliScript } from '../../../support/cli.ts'
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
  'empty.json': '',
  'cut.json': exportText().slice(0, 300),
  'foreign.json': '{"name":"left-pad","version":"1.0.0"}',
  'newer.json': '{"kind":"syncwright.relationships","version":2}',
  'large.json': exportText().replace('Contoso managed services', 'x'.repeat(50_000_000)),
  'large.sample.json': JSON.stringify([{ key: 'A', summary: 'x'.repeat(70_000_000) }]),
  'binary.json': Uint8Array.of(0xff, 0xfe, 0, 1),
  'escape.json': withSetting('\u001b[2J', 1),
  'untitled.json': '[{"key":"INC1","summary":"Printer"},{"key":"INC2"}]',
  'partner.csv': 'key;summary\nINC1;Printer\n',
})
afterAll(() => rmSync(folder, { recursive: true }))

const oneSentence = /^[^\n]+\.\n$/

describe('validate', () => {
  test.each(['good.json', 'several.json', 'unfinished.json', 'reference.json', 'partner.csv'])(
    'accepts %s',
    (file) => {
      const { status, stdout, stderr } = run(['validate', file, '--json'])
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(JSON.parse(stdout)).toEqual({ ok: true, errors: [] })
    },
  )

  test('names the place that is wrong', () => {
    const { status, stdout, stderr } = run(['validate', 'broken.json', '--json'])
    expect(status).toBe(2)
    expect(stderr).toMatch(oneSentence)
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      errors: [{ path: 'relationships[0].settings.status.id', message: 'Expected a number, found text.' }],
    })
  })

  test('names the ticket without a title', () => {
    const { status, stdout } = run(['validate', 'untitled.json', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout).errors).toEqual([{ path: '[1].summary', message: 'Missing: expected text.' }])
  })

  test.each([
    ['empty.json', 'The file is empty.'],
    ['cut.json', 'The file is not JSON: line 12, column 2: it ends too early: the file was cut.'],
    ['foreign.json', 'The file is none of the kinds that Syncwright knows.'],
    ['newer.json', 'The file has version 2; this Syncwright reads relationships exports up to version 1.'],
    ['large.json', 'The file is larger than a relationships export may be (16 MB).'],
    ['large.sample.json', 'The file is larger than a sample may be (64 MB).'],
    [
      'binary.json',
      'The file has no key and no summary that is known by its name; the columns found are “Ā”.',
    ],
    ['missing.json', 'There is no such file.'],
  ])('refuses %s with a sentence', (file, sentence) => {
    const { status, stdout, stderr } = run(['validate', file])
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `${file}: ${sentence}\n` })
  })

  test('reads standard input', () => {
    expect(run(['validate', '-'], exportText())).toEqual({
      status: 0,
      stdout: 'Standard input: valid relationships export with 1 relationship.\n',
      stderr: '',
    })
  })

  test('writes no control characters of a file to the terminal', () => {
    const { stdout, stderr } = run(['validate', 'escape.json'])
    expect(stdout + stderr).not.toContain('\u001b')
  })
})

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

describe('schema', () => {
  test('lists the kinds', () => {
    const { status, stdout } = run(['schema'])
    expect(status).toBe(0)
    expect(stdout).toContain('syncwright.relationships')
    expect(stdout).toContain('syncwright.reference')
  })

  test('prints the schema of one', () => {
    const { status, stdout } = run(['schema', 'syncwright.relationships'])
    expect({ status, kind: JSON.parse(stdout).properties.kind.const }).toEqual({
      status: 0,
      kind: 'syncwright.relationships',
    })
  })

  test('takes a short name', () => {
    expect(run(['schema', 'relationships'])).toEqual(run(['schema', 'syncwright.relationships']))
  })

  test('refuses an unknown one', () => {
    const { status, stdout, stderr } = run(['schema', 'nothing'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(oneSentence)
  })
})

describe('the command line', () => {
  test.each([
    [[]],
    [['nothing']],
    [['check']],
    [['check', 'good.json', '--nothing']],
    [['diff', 'good.json']],
  ])('refuses unusable arguments with one sentence: %j', (args) => {
    const { status, stdout, stderr } = run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(oneSentence)
  })

  test.each(['validate', 'check', 'preview', 'diff', 'schema'])('%s --help shows examples', (command) => {
    const { status, stdout } = run([command, '--help'])
    expect(status).toBe(0)
    expect(stdout).toContain('Examples:')
    expect(stdout).toContain(`syncwright ${command}`)
  })

  test('ends quietly when its reader stops early', () => {
    const pipe = `"${process.execPath}" "${cliScript}" schema syncwright.relationships | head -n 1`
    const { stdout, stderr } = spawnSync('sh', ['-c', pipe], { encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' })
  })

  test.skipIf(process.platform !== 'linux')(
    'says when its result cannot be written, and keeps its exit code',
    () => {
      const ended = (command: string) => {
        const line = `cd "${folder}"; "${process.execPath}" "${cliScript}" ${command}`
        const { status, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' })
        return { status, stderr }
      }
      expect(ended('schema > /dev/full')).toEqual({
        status: 2,
        stderr: 'The result could not be written: the disk is full.\n',
      })
      expect(ended('validate missing.json 2> /dev/full')).toEqual({ status: 2, stderr: '' })
    },
  )

  test('reads standard input for one file, not for two', () => {
    expect(run(['validate', '-'], exportText()).status).toBe(0)
    expect(run(['diff', '-', '-'], exportText())).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Standard input: It can be read once only.\n',
    })
  })
})
