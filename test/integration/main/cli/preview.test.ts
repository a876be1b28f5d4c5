// preview as a child process: both flows, the published result, and which relationship of a file is meant.
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder } from '../../../support/cli.ts'
import { exportText, snapshotText } from '../../../support/files.ts'
import { sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const ticket = (id: number, lastUpdated: string) => ({
  id,
  summary: 'Printer',
  recordType: 'ServiceTicket',
  board: { id: 4 },
  company: { id: 250 },
  status: { id: 32 },
  priority: { id: 6 },
  _info: { lastUpdated },
})

const { folder, run } = cliFolder({
  'target.json': exportText(),
  'source.json': exportText(sourceRelationship()),
  'several.json': exportText(targetRelationship(), sourceRelationship({}, { id: 'b' })),
  'none.json': exportText().replace(/"relationships": \[[^]*\n {2}\]/, '"relationships": []'),
  'reference.json': snapshotText(),
  'partner.json': JSON.stringify([{ key: 'INC1', summary: 'Printer' }]),
  'failing.json': JSON.stringify([{ key: 'INC1', summary: 'Printer' }, { key: 'INC2' }]),
  'partner.csv': 'key,summary\nINC1,Printer\n',
  'broken-line.json': JSON.stringify([{ key: 'INC1\ncreate  INC9', summary: 'Printer' }]),
  'autotask.csv': 'Ticket Number;Title;Case Number;Queue\nT1;Printer;9;Service\n',
  'nameless.csv': 'Number,What\n1,Printer\n',
  'skipped.csv': 'key,summary\nINC1,Printer\nINC2,Screen,3\n',
  'tickets.json': JSON.stringify([ticket(1, '2026-10-31T23:59:59Z'), ticket(2, '2026-11-01T00:00:00Z')]),
})
afterAll(() => rmSync(folder, { recursive: true }))

const preview = (file: string, tickets: string, ...more: string[]) =>
  run(['preview', file, '--reference', 'reference.json', '--tickets', tickets, '--json', ...more])

describe('preview', () => {
  test('shows the inbound flow of a target with its requests', () => {
    const { status, stdout, stderr } = preview('target.json', 'partner.json')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      flow: 'inbound',
      summary: { create: 1, fail: 0 },
      notRead: [],
      rows: [
        {
          key: 'INC1',
          verdict: 'create',
          reasons: [],
          warnings: [],
          requests: [
            {
              method: 'POST',
              path: '/service/tickets',
              body: {
                summary: 'Printer',
                company: { id: 250 },
                board: { id: 4 },
                status: { id: 31 },
                priority: { id: 6 },
                source: { id: 3 },
                owner: { id: 42 },
                externalXRef: 'INC1',
              },
            },
          ],
          items: [],
        },
      ],
    })
  })

  test('reads the same sample from CSV', () => {
    expect(preview('target.json', 'partner.csv').stdout).toBe(preview('target.json', 'partner.json').stdout)
  })

  test('exits 1 when a row fails', () => {
    const { status, stdout } = preview('target.json', 'failing.json')
    expect({ status, summary: JSON.parse(stdout).summary }).toEqual({
      status: 1,
      summary: { create: 1, fail: 1 },
    })
  })

  test('names the rows of a sample it skips', () => {
    const { status, stdout, stderr } = preview('target.json', 'skipped.csv')
    const { rows, notRead } = JSON.parse(stdout)
    expect({ status, rows: rows.length }).toEqual({ status: 1, rows: 1 })
    expect(notRead).toEqual([{ row: 3, reason: '3 cells, where the header has 2.' }])
    expect(stderr).toBe('skipped.csv, row 3: 3 cells, where the header has 2.\n')
  })

  test('takes columns by their names, says which, and those it does not read', () => {
    const { status, stdout, stderr } = preview('target.json', 'autotask.csv')
    expect({ status, key: JSON.parse(stdout).rows[0].key }).toEqual({ status: 0, key: 'T1' })
    expect(stderr).toBe(
      'autotask.csv: Taken: “Ticket Number” for the key, “Title” for the summary.\n' +
        'autotask.csv: Not read: Case Number, Queue.\n',
    )
  })

  test('takes the columns it is told', () => {
    const { stdout } = preview('target.json', 'autotask.csv', '--columns', 'key="Case Number",summary=Queue')
    const [{ key, requests }] = JSON.parse(stdout).rows
    expect([key, requests[0].body.summary]).toEqual(['9', 'Service'])
  })

  test('says that columns are not used for ConnectWise tickets', () => {
    const { status, stderr } = preview('source.json', 'tickets.json', '--columns', 'key=Nope')
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'tickets.json: --columns is for partner tickets. These are read as ConnectWise tickets, so it is not used.\n',
    })
  })

  test('names the field that is missing and the columns that are there', () => {
    const { stderr } = preview('target.json', 'nameless.csv')
    expect(stderr).toBe(
      'nameless.csv: The file has no summary that is known by its name; the columns found are “Number”, “What”. Name it with --columns summary=….\n',
    )
  })

  test('shows ConnectWise tickets as if the partner had sent them, where they come in', () => {
    const { rows } = JSON.parse(preview('target.json', 'tickets.json').stdout)
    expect(rows.map(({ key, verdict }: Record<string, string>) => [key, verdict])).toEqual([
      ['1', 'create'],
      ['2', 'create'],
    ])
  })

  test('writes a test report with a case per row', () => {
    const { status, stdout } = run([
      'preview',
      'target.json',
      '--tickets',
      'failing.json',
      '--reference',
      'reference.json',
      '--format',
      'junit',
    ])
    expect(status).toBe(1)
    expect(stdout).toContain('<testsuite name="syncwright preview" tests="2" failures="1" errors="0">')
    expect(stdout).toContain('<testcase classname="failing.json" name="INC1"/>')
    expect(stdout).toMatch(
      /<testcase classname="failing.json" name="INC2">\s+<failure message="summary-missing">/,
    )
  })

  test('shows the outbound flow of a source, from a date on', () => {
    const { status, stdout } = preview('source.json', 'tickets.json', '--since', '2026-11-01')
    const { flow, summary, rows } = JSON.parse(stdout)
    expect({ status, flow, summary }).toEqual({ status: 0, flow: 'outbound', summary: { send: 1, skip: 1 } })
    expect(rows[0]).toMatchObject({ key: '1', verdict: 'skip', reasons: ['not-changed-since-start'] })
    expect(rows[1].requests).toEqual([
      {
        method: 'PATCH',
        path: '/service/tickets/2',
        body: [{ op: 'replace', path: 'status', value: { id: 31 } }],
      },
    ])
  })

  test('takes the flow that is asked for', () => {
    expect(JSON.parse(preview('target.json', 'tickets.json', '--flow', 'outbound').stdout).flow).toBe(
      'outbound',
    )
    expect(JSON.parse(preview('source.json', 'partner.json', '--flow', 'inbound').stdout).flow).toBe(
      'inbound',
    )
  })

  test('asks which relationship of several, and takes the one that is named', () => {
    const { status, stdout, stderr } = preview('several.json', 'tickets.json')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('5b1c9d3e-6f0a-4a55-9c7e-2f7e3c1a9b10, b')
    expect(preview('several.json', 'tickets.json', '--relationship', 'b').status).toBe(0)
  })

  test.each([
    [['several.json', 'tickets.json', '--relationship', 'c']],
    [['none.json', 'partner.json']],
    [['target.json', 'missing.json']],
    [['target.json', 'reference.json']],
    [['source.json', 'partner.json']],
    [['target.json', 'autotask.csv', '--columns', 'key=Nope']],
    [['target.json', 'autotask.csv', '--columns', 'nothing']],
    [['target.json', 'skipped.csv', '--format', 'sarif']],
    [['source.json', 'tickets.json', '--since', 'yesterday']],
    [['source.json', 'tickets.json', '--flow', 'sideways']],
  ] as const)('exits 2 with one sentence: %j', ([file, tickets, ...more]) => {
    const { status, stdout, stderr } = preview(file, tickets, ...more)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^[^\n]+\.\n$/)
  })

  test('a key cannot pass for a row of its own', () => {
    const { stdout } = run(['preview', 'target.json', '--tickets', 'broken-line.json'])
    expect(stdout.split('\n').filter((line) => line.startsWith('create'))).toHaveLength(1)
  })

  test('people see counts and a row per ticket', () => {
    const { stdout } = run([
      'preview',
      'target.json',
      '--tickets',
      'failing.json',
      '--reference',
      'reference.json',
    ])
    expect(stdout).toMatch(/^Inbound: 1 create, 1 fail\n\ncreate +INC1 .*\nfail +INC2 .*summary-missing\n/)
  })
})
