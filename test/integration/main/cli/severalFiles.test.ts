// Several files and folders in one call, each error with its file.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder } from '../../../support/cli.ts'
import { exportText, snapshotText, withSetting } from '../../../support/files.ts'
import { sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const good = exportText()

const unfinished = exportText(
  sourceRelationship({}, { id: 'first' }),
  targetRelationship({ status: null, company: null }, { id: 'second', contractName: 'A & "B" <c>' }),
)

const { folder, run } = cliFolder({
  'good.json': good,
  'unfinished.json': unfinished,
  'broken.json': withSetting('status', { id: '31', name: 'New' }),
  'reference.json': snapshotText({ fetchedAt: new Date().toISOString() }),
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

  test('a folder without exports among others is named in JSON', () => {
    const { errors } = JSON.parse(run(['validate', 'empty', 'good.json', '--json']).stdout)
    expect(errors).toMatchObject([{ file: 'empty', path: '' }])
  })

  test('one alone is not named', () => {
    expect(JSON.parse(run(['check', 'good.json', '--json']).stdout).relationships[0]).not.toHaveProperty(
      'file',
    )
  })
})
