// verify as a child process: the published result, the exit codes, and what a pipeline reads.
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder } from '../../../support/cli.ts'
import { exportText, snapshotText } from '../../../support/files.ts'
import { sourceRelationship } from '../../../support/relationships.ts'

const arrived = (changes: object = {}) => ({
  id: 501,
  summary: 'Printer',
  externalXRef: 'INC1',
  board: { id: 4 },
  company: { id: 250 },
  status: { id: 31 },
  priority: { id: 6 },
  source: { id: 3 },
  owner: { id: 42 },
  _info: { dateEntered: '2026-11-23T10:00:05Z' },
  notes: [],
  documents: [],
  timeEntries: [],
  ...changes,
})
const sent = {
  id: 7001,
  summary: 'A',
  board: { id: 4 },
  company: { id: 250 },
  status: { id: 32 },
  priority: { id: 6 },
}

const { folder, run } = cliFolder({
  'target.json': exportText(),
  'source.json': exportText(sourceRelationship()),
  'reference.json': snapshotText(),
  'partner.csv': 'key,summary\nINC1,Printer\n',
  'internal.json': JSON.stringify([
    { key: 'INC1', summary: 'Printer', comments: [{ type: 'internal', body: 'Do not tell' }] },
  ]),
  'skipped.csv': 'key,summary\nINC1,Printer\nINC2,Screen,3\n',
  'arrived.json': JSON.stringify([arrived()]),
  'other.json': JSON.stringify([
    arrived({ status: { id: 32 } }),
    arrived({ id: 502, externalXRef: 'X', summary: 'Y' }),
  ]),
  'leaked.json': JSON.stringify([arrived({ notes: [{ text: 'Do not tell', detailDescriptionFlag: true }] })]),
  'unread.json': JSON.stringify([
    arrived({
      notes: 'see the portal',
      documents: { href: 'x' },
      timeEntries: [{ timeStart: 9 }],
      owner: null,
    }),
  ]),
  'none.json': '[]',
  'before.json': JSON.stringify([sent]),
  'after.json': JSON.stringify([{ ...sent, status: { id: 31 } }]),
})
afterAll(() => rmSync(folder, { recursive: true }))

const verify = (file: string, tickets: string, actual: string, ...more: string[]) =>
  run(['verify', file, '--reference', 'reference.json', '--tickets', tickets, '--actual', actual, ...more])

describe('verify', () => {
  test('publishes what is as expected', () => {
    const { status, stdout, stderr } = verify('target.json', 'partner.csv', 'arrived.json', '--json')
    expect({ status, result: JSON.parse(stdout) }).toEqual({
      status: 0,
      result: {
        summary: { 'as-expected': 1, differs: 0, missing: 0, ambiguous: 0, extra: 0 },
        rows: [{ key: 'INC1', ticket: 501, state: 'as-expected', differences: [], remarks: [] }],
        extra: [],
      },
    })
    expect(stderr).not.toContain('Error')
  })

  test.each([
    ['differs', 'partner.csv', 'other.json', 1],
    ['missing', 'partner.csv', 'none.json', 1],
    ['as-expected', 'skipped.csv', 'arrived.json', 1],
  ])('ends with 1 for a row that %s', (state, tickets, actual, status) => {
    const result = verify('target.json', tickets, actual, '--json')
    expect([result.status, JSON.parse(result.stdout).rows[0].state]).toEqual([status, state])
  })

  test('names what is extra, and does not fail for it alone', () => {
    const { stdout } = verify('target.json', 'partner.csv', 'other.json', '--json')
    expect(JSON.parse(stdout).extra).toEqual([502])
    expect(verify('target.json', 'partner.csv', 'arrived.json').status).toBe(0)
  })

  test('looks only at what was entered since', () => {
    const since = (at: string) => verify('target.json', 'partner.csv', 'arrived.json', '--since', at).status
    expect([since('2026-11-23T10:00:00Z'), since('2026-11-23T10:00:06Z'), since('soon')]).toEqual([0, 1, 2])
  })

  test('says how many tickets were entered before, of which none is compared', () => {
    const { stderr } = verify('target.json', 'partner.csv', 'other.json', '--since', '2026-11-23T10:00:06Z')
    expect(stderr).toContain('entered before --since, so not compared: 2 of 2 tickets.')
    expect(verify('target.json', 'partner.csv', 'other.json').stderr).not.toContain('--since')
  })

  test('compares a ticket without the parts of it that cannot be read', () => {
    const { stdout } = verify('target.json', 'partner.csv', 'unread.json', '--json')
    const [row] = JSON.parse(stdout).rows
    expect(row).toMatchObject({
      ticket: 501,
      differences: [{ code: 'owner-differs' }],
      remarks: ['not-read'],
    })
  })

  test('puts a leak first, in words and for a pipeline', () => {
    const { status, stdout } = verify('target.json', 'internal.json', 'leaked.json')
    expect(status).toBe(1)
    expect(stdout).toContain('note-not-expected')
    const junit = verify('target.json', 'internal.json', 'leaked.json', '--format', 'junit').stdout
    expect(junit).toContain('<testsuite name="syncwright verify" tests="1" failures="1"')
    expect(junit).toContain('<failure message="differs, note-not-expected"')
  })

  test('compares changes of a source by id', () => {
    expect(verify('source.json', 'before.json', 'after.json').status).toBe(0)
    const { status, stdout } = verify('source.json', 'before.json', 'before.json', '--json')
    expect([status, JSON.parse(stdout).rows[0].differences[0].code]).toEqual([1, 'status-differs'])
  })

  test.each([
    [['target.json', '--tickets', 'partner.csv']],
    [['target.json', '--tickets', 'gone.csv', '--actual', 'arrived.json']],
    [['target.json', '--tickets', 'partner.csv', '--actual', 'partner.csv']],
  ])('refuses what it cannot use: %j', (args) => {
    const { status, stdout } = run(['verify', ...args])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })
})
