// The command line as a child process: its help, its arguments, its pipes.
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cliFolder, cliScript } from '../../../support/cli.ts'
import { exportText } from '../../../support/files.ts'

const { folder, run } = cliFolder({
  'good.json': exportText(),
})

afterAll(() => rmSync(folder, { recursive: true }))

/** By their files: `fetchReferenceCommand.ts` is `fetch-reference`. */
const commands = readdirSync(resolve(import.meta.dirname, '../../../../main/cli/commands')).map((file) =>
  file.replace('Command.ts', '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
)

const oneSentence = /^[^\n]+\.\n$/

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

  test.each(commands)('%s --help shows examples', (command) => {
    const { status, stdout } = run([command, '--help'])
    expect(status).toBe(0)
    expect(stdout).toMatch(new RegExp(`Examples:[^]*syncwright ${command}`))
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
