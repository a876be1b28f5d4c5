// validate and schema as a child process: published shapes, exit codes, nothing but the result on stdout.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder } from '../../../support/cli.ts'
import { exportText, snapshotText, withSetting } from '../../../support/files.ts'
import { sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const { folder, run } = cliFolder({
  'good.json': exportText(),
  // The command line looks at the real clock, and a snapshot grows old.
  'reference.json': snapshotText({ fetchedAt: new Date().toISOString() }),
  'broken.json': withSetting('status', { id: '31', name: 'New' }),
  'unfinished.json': exportText(targetRelationship({ company: null })),
  'several.json': exportText(targetRelationship(), sourceRelationship({}, { id: 'b' })),
  'empty.json': '',
  'cut.json': exportText().slice(0, 300),
  'licence.json': `/* ours */\n${exportText()}`,
  'foreign.json': '{"name":"left-pad","version":"1.0.0"}',
  'newer.json': '{"kind":"syncwright.relationships","version":2}',
  'large.json': exportText().replace('Contoso managed services', 'x'.repeat(50_000_000)),
  'large.sample.json': JSON.stringify([{ key: 'A', summary: 'x'.repeat(70_000_000) }]),
  'binary.json': Uint8Array.of(0xff, 0xfe, 0, 1),
  'escape.json': withSetting('\u001b[2J', 1),
  'untitled.json': '[{"key":"INC1","summary":"Printer"},{"key":"INC2"}]',
  'partner.csv': 'key;summary\nINC1;Printer\n',
  'policy.json': '{"version":1,"allowedSites":["*.example.test"],"locked":{}}',
  'typo.policy.json': '{"updateCheck":"no","lockd":{},"allowedSites":["psa.example.test","a b"]}',
})

afterAll(() => rmSync(folder, { recursive: true }))

const oneSentence = /^[^\n]+\.\n$/

describe('validate', () => {
  test.each(['good.json', 'several.json', 'unfinished.json', 'reference.json', 'partner.csv', 'policy.json'])(
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

  test('names what keeps a policy from being read', () => {
    const { status, stdout } = run(['validate', 'typo.policy.json', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout).errors).toEqual([
      { path: 'allowedSites[1]', message: 'Not a host.' },
      { path: 'updateCheck', message: 'Expected true or false, found text.' },
      { path: 'lockd', message: 'Unknown member.' },
    ])
  })

  test('knows a policy by its file name where no member of it is spelled right', () => {
    mkdirSync(join(folder, 'Syncwright'))
    writeFileSync(join(folder, 'Syncwright/policy.json'), '{"AllowedSites":["psa.example.test"]}')
    const { status, stdout } = run(['validate', 'Syncwright/policy.json', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout).errors).toEqual([{ path: 'AllowedSites', message: 'Unknown member.' }])
  })

  test('names the ticket without a title', () => {
    const { status, stdout } = run(['validate', 'untitled.json', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout).errors).toEqual([{ path: '[1].summary', message: 'Missing: expected text.' }])
  })

  test.each([
    ['empty.json', 'The file is empty.'],
    ['cut.json', 'The file is not JSON: line 12, column 2: it ends too early: the file was cut.'],
    ['licence.json', 'The file is not JSON: line 1, column 1: a comment (“/*”), which JSON does not have.'],
    ['foreign.json', 'The file is none of the kinds that Syncwright knows.'],
    ['newer.json', 'The file has version 2; this Syncwright reads relationships exports up to version 1.'],
    ['large.json', 'The file is larger than a relationships export may be (16 MB).'],
    ['large.sample.json', 'The file is larger than a sample may be (64 MB).'],
    [
      'binary.json',
      'The file has no key and no summary that is known by its name; the columns found are “Ā”. Its first line is one column, so it seems to be no table, or one with another separator.',
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
