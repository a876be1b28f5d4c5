// The formats of check that other tools read, with the line of each field.
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder } from '../../../support/cli.ts'
import { exportText, snapshotText } from '../../../support/files.ts'
import { sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const good = exportText()

const unfinished = exportText(
  sourceRelationship({}, { id: 'first' }),
  targetRelationship({ status: null, company: null }, { id: 'second', contractName: 'A & "B" <c>' }),
)

const { folder, run } = cliFolder({
  'good.json': good,
  'unfinished.json': unfinished,
  'reference.json': snapshotText({ fetchedAt: new Date().toISOString() }),
})

afterAll(() => rmSync(folder, { recursive: true }))

const oneSentence = /^[^\n]+\.\n$/

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

describe('check --format', () => {
  const check = (format: string, ...files: string[]) =>
    run(['check', ...files, '--reference', 'reference.json', '--format', format])

  test('json is --json', () => {
    expect(check('json', 'good.json')).toEqual(
      run(['check', 'good.json', '--reference', 'reference.json', '--json']),
    )
  })

  test('sarif points to the line of each field', () => {
    const { status, stdout, stderr } = check('sarif', 'unfinished.json')
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    const [{ results }] = JSON.parse(stdout).runs
    type Result = {
      ruleId: string
      level: string
      locations: [{ physicalLocation: { region: { startLine: number } } }]
    }
    const found = results.map(({ ruleId, level, locations: [{ physicalLocation }] }: Result) => [
      ruleId,
      level,
      physicalLocation.region.startLine,
    ])
    expect(found).toContainEqual(['company-required', 'error', lineOf(unfinished, '"company": null')])
    expect(found).toContainEqual(['status-required', 'error', lineOf(unfinished, '"status": null')])
    expect(found.some(([, level]: string[]) => level === 'note')).toBe(true)
  })

  test('junit has a case per relationship, failed by an error', () => {
    const { stdout } = check('junit', 'unfinished.json', 'good.json')
    expect(stdout).toContain('<testsuite name="syncwright check" tests="3" failures="1" errors="0">')
    expect(stdout).toContain(
      '<testcase classname="unfinished.json" name="A &amp; &quot;B&quot; &lt;c&gt; (second)">',
    )
    expect(stdout.match(/<failure /g)).toHaveLength(1)
  })

  test('github has a line per finding', () => {
    const { stdout } = check('github', 'unfinished.json')
    const line = lineOf(unfinished, '"status": null')
    expect(stdout).toMatch(
      new RegExp(`^::error file=unfinished.json,line=${line},title=status-required::`, 'm'),
    )
    expect(
      stdout
        .trim()
        .split('\n')
        .every((each) => /^::(error|warning|notice) /.test(each)),
    ).toBe(true)
  })

  test.each([[['--format', 'xml']], [['--format', 'sarif', '--json']]])('refuses %j', (more) => {
    const { status, stdout, stderr } = run(['check', 'good.json', ...more])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(oneSentence)
  })
})
