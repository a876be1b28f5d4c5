// What pipelines rely on: several files and folders, formats with lines, outputs that overwrite nothing, quiet errors.
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder } from '../../../support/cli.ts'
import { exportText, snapshotText, withSetting } from '../../../support/files.ts'
import { connection, sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const good = exportText()
const unfinished = exportText(
  sourceRelationship({}, { id: 'first' }),
  targetRelationship({ status: null, company: null }, { id: 'second', contractName: 'A & "B" <c>' }),
)
const { folder, run } = cliFolder({
  'good.json': good,
  'unfinished.json': unfinished,
  'broken.json': withSetting('status', { id: '31', name: 'New' }),
  'login.json': exportText(
    targetRelationship(
      {},
      { connection: { ...connection, site: 'https://user:planted@na.myconnectwise.net' } },
    ),
  ),
  'reference.json': snapshotText({ fetchedAt: new Date().toISOString() }),
  'signs.json': exportText(targetRelationship({ company: { id: 1, name: 'A\u009b\u202eB' } })),
})
const inFolder = (name: string) => join(folder, name)
mkdirSync(inFolder('customers/deeper'), { recursive: true })
mkdirSync(inFolder('empty'))
writeFileSync(inFolder('customers/b.syncwright.json'), good)
writeFileSync(inFolder('customers/a.syncwright.json'), unfinished)
writeFileSync(inFolder('customers/notes.json'), '{}')
writeFileSync(inFolder('customers/deeper/c.syncwright.json'), '{}')
afterAll(() => rmSync(folder, { recursive: true }))

const oneSentence = /^[^\n]+\.\n$/
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

describe('several files', () => {
  test('are checked together, each relationship with its file', () => {
    const { status, stdout } = run(['check', 'good.json', 'unfinished.json', '--json'])
    const { relationships } = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(relationships.map(({ file, id }: Record<string, string>) => [file, id])).toEqual([
      ['good.json', '5b1c9d3e-6f0a-4a55-9c7e-2f7e3c1a9b10'],
      ['unfinished.json', 'first'],
      ['unfinished.json', 'second'],
    ])
  })

  test('of a folder are its own exports, in the order of their names', () => {
    const { stdout } = run(['check', 'customers', '--reference', 'reference.json', '--json'])
    const files = JSON.parse(stdout).relationships.map(({ file }: { file: string }) => file)
    expect([...new Set(files)]).toEqual(['customers/a.syncwright.json', 'customers/b.syncwright.json'])
  })

  test('are validated together, each error with its file', () => {
    const { status, stdout, stderr } = run(['validate', 'broken.json', 'customers', 'good.json', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      errors: [
        {
          file: 'broken.json',
          path: 'relationships[0].settings.status.id',
          message: 'Expected a number, found text.',
        },
      ],
    })
    expect(stderr).toMatch(/^broken\.json: [^\n]+\.\n$/)
  })

  test('are none in a folder without exports', () => {
    for (const command of ['check', 'validate']) {
      const { status, stdout, stderr } = run([command, 'empty'])
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(oneSentence)
    }
  })

  test('one alone is not named', () => {
    expect(JSON.parse(run(['check', 'good.json', '--json']).stdout).relationships[0]).not.toHaveProperty(
      'file',
    )
  })
})

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

describe('--out', () => {
  const handover = (out: string, ...more: string[]) => run(['handover', 'good.json', '--out', out, ...more])

  test('follows a link, also one that leads to nothing yet', () => {
    writeFileSync(inFolder('old.md'), 'old')
    symlinkSync('old.md', inFolder('link.md'))
    symlinkSync('customers/new.md', inFolder('fresh.md'))
    handover('link.md')
    handover('fresh.md')
    expect(readFileSync(inFolder('old.md'), 'utf8')).toContain('Contoso managed services')
    expect(readFileSync(inFolder('customers/new.md'), 'utf8')).toContain('Contoso managed services')
  })

  test('makes no folder', () => {
    const { status, stderr } = handover('mistyped/sheet.md')
    expect(status).toBe(2)
    expect(stderr).toMatch(oneSentence)
    expect(existsSync(inFolder('mistyped'))).toBe(false)
  })

  test.each(['same.md', './same.md', 'hard.md', 'soft.md'])('never writes over its own input (%s)', (out) => {
    writeFileSync(inFolder('same.md'), good)
    for (const [make, name] of [
      [linkSync, 'hard.md'],
      [symlinkSync, 'soft.md'],
    ] as const) {
      rmSync(inFolder(name), { force: true })
      make(inFolder('same.md'), inFolder(name))
    }
    const { status, stderr } = run(['handover', 'same.md', '--out', out])
    expect(status).toBe(2)
    expect(stderr).toMatch(oneSentence)
    expect(readFileSync(inFolder('same.md'), 'utf8')).toBe(good)
  })

  test.each([
    ['sheet.html', /^<!doctype html>/],
    ['sheet.HTM', /^<!doctype html>/],
    ['sheet.md', /^# /],
  ])('writes %s as its ending says', (out, beginning) => {
    handover(out)
    expect(readFileSync(inFolder(out), 'utf8')).toMatch(beginning)
  })

  test.each([['sheet.pdf'], ['sheet'], ['sheet.md.txt'], ['sheet.md', '--html']])(
    'refuses %s %s',
    (out, ...more) => {
      const { status, stderr } = handover(out, ...more)
      expect(status).toBe(2)
      expect(stderr).toMatch(oneSentence)
    },
  )
})

describe('what is printed', () => {
  test('escapes controls and direction signs in JSON', () => {
    const { stdout } = run(['diff', 'good.json', 'signs.json', '--json'])
    expect(stdout).toContain('A\\u009b\\u202eB')
    expect(stdout).not.toMatch(/[\u007f-\u009f\p{Bidi_Control}]/u)
  })

  test.each([
    [['check', 'good.json', '-pSECRET']],
    [['check', 'good.json', '--planted=SECRET']],
    [
      [
        'test',
        '--site',
        'a',
        '--company-id',
        'b',
        '--public-key',
        'c',
        '--client-id',
        'd',
        '--role',
        'SECRET',
      ],
    ],
    [['preview', 'good.json', '--tickets', 'x.json', '--since', 'SECRET']],
    [['diff', 'good.json', 'good.json', 'SECRET']],
    [['schema', 'SECRET']],
    [['SECRET']],
    [['handover', 'good.json', '--relationship', 'SECRET']],
  ])('never repeats a value in an error: %j', (args) => {
    const { status, stdout, stderr } = run(args)
    expect(status).toBe(2)
    expect(stderr).toMatch(oneSentence)
    expect(stdout + stderr).not.toContain('SECRET')
  })

  test('says that a login was left out of a site, and never prints it', () => {
    for (const args of [
      ['validate', 'login.json'],
      ['diff', 'good.json', 'login.json'],
      ['handover', 'login.json'],
    ]) {
      const { stdout, stderr } = run(args)
      expect(stderr).toContain(
        'login.json: relationships[0].connection.site: the login in the address was left out.',
      )
      expect(stdout + stderr).not.toMatch(/planted|user:/)
    }
  })
})
