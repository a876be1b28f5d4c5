// export, handover, and validate on bundles, as a child process: results, exit codes, nothing else on stdout.
import { spawnSync } from 'node:child_process'
import { lstatSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { packBundle } from '../../../../main/files/packBundle.ts'
import { bundleAt, content, credentials } from '../../../support/bundles.ts'
import { cliFolder, cliScript } from '../../../support/cli.ts'
import { exportText, snapshotText } from '../../../support/files.ts'
import { connection, sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const passphrase = 'correct horse battery'
const plain = await packBundle(content(), bundleAt, null)
const { folder, run } = cliFolder({
  'plain.syncwright-bundle': plain,
  'locked.syncwright-bundle': await packBundle(content({ credentials }), bundleAt, passphrase),
  'cut.syncwright-bundle': plain.subarray(0, plain.length - 50),
  'good.json': exportText(),
  'moved.json': exportText(
    targetRelationship({}, { connection: { ...connection, site: 'eu.example.test' } }),
  ),
  'unfinished.json': exportText(targetRelationship({ company: null })),
  'reference.json': snapshotText(),
  'failing.json': '[{"key":"A","summary":""}]',
  'tickets.json': '[{"key":"A","summary":"Printer"}]',
  'ours.json': '[{"board":{"id":4},"id":7,"summary":"Ours"}]',
})
afterAll(() => rmSync(folder, { recursive: true }))

const oneSentence = /^[^\n]+\.\n$/
const withPassphrase = (args: string[], phrase: string) =>
  spawnSync(process.execPath, [cliScript, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, SYNCWRIGHT_PASSPHRASE: phrase },
  })

describe('export', () => {
  const expected = exportText(targetRelationship(), sourceRelationship({}, { id: 'second' }))

  test('writes the relationships export to standard output', () => {
    expect(run(['export', 'plain.syncwright-bundle'])).toEqual({ status: 0, stdout: expected, stderr: '' })
  })

  test('writes it to a file and says so', () => {
    const { status, stdout } = run(['export', 'plain.syncwright-bundle', '--out', 'out.json', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'out.json',
      relationships: [expect.any(String), 'second'],
    })
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe(expected)
  })

  test.skipIf(process.platform === 'win32')('writes into a pipe instead of replacing it', () => {
    const line = `mkfifo pipe; cat pipe > out.txt & '${process.execPath}' '${cliScript}' export plain.syncwright-bundle --out pipe > said.txt; wait`
    spawnSync('sh', ['-c', line], { cwd: folder, timeout: 20_000 })
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe(expected)
    expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true)
  })

  test('opens a locked bundle with the passphrase of the environment, and lets no key out', () => {
    const { status, stdout } = withPassphrase(['export', 'locked.syncwright-bundle'], passphrase)
    expect({ status, stdout }).toEqual({ status: 0, stdout: expected })
  })

  test.each([
    [['export', 'locked.syncwright-bundle'], /SYNCWRIGHT_PASSPHRASE/],
    [['export', 'cut.syncwright-bundle'], /damaged/],
    [['export', 'good.json'], /not a field bundle/],
    [['export', 'missing.syncwright-bundle'], /no such file/],
    [['export', 'plain.syncwright-bundle', '--out', 'good.json/x.json'], /could not be written/],
  ])('%j is refused with one sentence', (args, sentence) => {
    const { status, stdout, stderr } = run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(oneSentence)
    expect(stderr).toMatch(sentence)
  })

  test('a wrong passphrase is refused with one sentence', () => {
    const { status, stdout, stderr } = withPassphrase(['export', 'locked.syncwright-bundle'], 'wrong')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(oneSentence)
  })
})

test.each([
  ['check', 'plain.syncwright-bundle'],
  ['diff', 'good.json', 'plain.syncwright-bundle'],
  ['preview', 'locked.syncwright-bundle', '--tickets', 'tickets.json'],
])('%s sends a bundle to export', (...args) => {
  const { status, stdout, stderr } = run(args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(oneSentence)
  expect(stderr).toContain('`syncwright export`')
})

describe('handover', () => {
  test('of a bundle uses the lists and samples it carries', () => {
    const { status, stdout, stderr } = run(['handover', 'plain.syncwright-bundle', '--json'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout).relationships).toMatchObject([
      { ready: true, previews: [{ flow: 'inbound' }, { flow: 'outbound' }] },
      { id: 'second', ready: true },
    ])
  })

  test.each([
    ['tickets.json', 'inbound'],
    ['ours.json', 'outbound'],
  ])('of a file previews %s in its own flow', (tickets, flow) => {
    const { stdout } = run([
      'handover',
      'good.json',
      '--reference',
      'reference.json',
      '--tickets',
      tickets,
      '--json',
    ])
    expect(JSON.parse(stdout).relationships[0].previews).toMatchObject([{ flow }])
  })

  test('writes Markdown, or a page to print', () => {
    expect(run(['handover', 'good.json']).stdout).toMatch(/^# Contoso managed services\n/)
    expect(run(['handover', 'good.json', '--html']).stdout).toMatch(/^<!doctype html>\n/)
    expect(run(['handover', 'good.json', '--out', 'sheet.html']).stdout).toBe(
      '1 sheet written to sheet.html.\n',
    )
    expect(readFileSync(join(folder, 'sheet.html'), 'utf8')).toMatch(/^<!doctype html>\n/)
  })

  test('says who hands over what', () => {
    const { stdout } = run(['handover', 'good.json', '--prepared-by', 'Dana Reyes'])
    expect(stdout).toContain('| Prepared by | Dana Reyes |')
    expect(stdout).toMatch(/\| Exported \| \d+ \w+ \d{4}, \d\d:\d\d \|/)
    expect(run(['handover', 'plain.syncwright-bundle']).stdout).toMatch(/\| Prepared by \| \S+ \|/)
  })

  test.each([
    ['nothing is wrong', 'good.json', ['--reference', 'reference.json'], 0],
    ['no ticket fails', 'good.json', ['--reference', 'reference.json', '--tickets', 'tickets.json'], 0],
    ['a ticket fails', 'good.json', ['--reference', 'reference.json', '--tickets', 'failing.json'], 1],
    ['a value is missing', 'unfinished.json', ['--reference', 'reference.json'], 1],
    ['nothing but the lists is missing', 'good.json', [], 0],
    ['a value is missing as well', 'unfinished.json', [], 1],
    ['the lists are of another ConnectWise', 'moved.json', ['--reference', 'reference.json'], 1],
  ] as const)('exits by what the sheet says: %s', (_case, file, options, status) => {
    const sheet = run(['handover', file, ...options])
    expect(sheet).toMatchObject({ status, stderr: '' })
    expect(sheet.stdout).toContain('## Open findings')
  })

  test('without tickets previews the sample library, in every flow that runs', () => {
    const { stdout } = run(['handover', 'good.json', '--reference', 'reference.json', '--json'])
    expect(JSON.parse(stdout).relationships[0].previews).toMatchObject([
      { sample: 'the sample library', flow: 'inbound' },
      { sample: 'the sample library', flow: 'outbound' },
    ])
  })

  test('of one of several', () => {
    const { stdout } = run(['handover', 'plain.syncwright-bundle', '--relationship', 'second'])
    expect(stdout.match(/^# /gm)).toHaveLength(1)
  })

  test.each([
    [['handover', 'reference.json']],
    [['handover', 'good.json', '--relationship', 'nobody']],
    [['handover', 'good.json', '--tickets', 'reference.json']],
    [['handover', 'cut.syncwright-bundle']],
  ])('%j is refused with one sentence', (args) => {
    const { status, stdout, stderr } = run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(oneSentence)
  })
})

describe('validate', () => {
  test('accepts a bundle', () => {
    expect(run(['validate', 'plain.syncwright-bundle']).stdout).toBe(
      'plain.syncwright-bundle: valid field bundle with 2 relationships.\n',
    )
  })

  test('refuses a cut one', () => {
    const { status, stdout } = run(['validate', 'cut.syncwright-bundle', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, errors: [{ path: '' }] })
  })
})
