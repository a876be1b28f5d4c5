// What reaches files and terminals: outputs overwrite nothing, no control character of a file gets through.
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder } from '../../../support/cli.ts'
import { exportText } from '../../../support/files.ts'
import { connection, targetRelationship } from '../../../support/relationships.ts'

const good = exportText()

const { folder, run } = cliFolder({
  'good.json': good,
  'login.json': exportText(
    targetRelationship(
      {},
      { connection: { ...connection, site: 'https://user:planted@na.myconnectwise.net' } },
    ),
  ),
  'signs.json': exportText(targetRelationship({ company: { id: 1, name: 'A\u009b\u202eB' } })),
})

const inFolder = (name: string) => join(folder, name)

mkdirSync(inFolder('customers'))

afterAll(() => rmSync(folder, { recursive: true }))

const oneSentence = /^[^\n]+\.\n$/

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
