// The workflows are what GitHub takes: known members, one thing a step, jobs and scripts that exist, actions by version.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const folder = resolve(root, '.github/workflows')
// The reader of YAML that electron-builder brings along.
const ofBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const { load }: { load: (text: string) => unknown } = ofBuilder('js-yaml')
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(resolve(root, 'package.json'), 'utf8'),
)

type Step = Record<string, unknown> & { uses?: string; run?: string; with?: Record<string, unknown> }
type Job = Record<string, unknown> & { steps: Step[]; strategy?: { matrix: Record<string, unknown> } }
type Workflow = Record<string, unknown> & { jobs: Record<string, Job> }

const members = {
  workflow: 'name on permissions concurrency env defaults jobs run-name'.split(' '),
  job: 'name needs runs-on timeout-minutes strategy steps env defaults permissions if concurrency outputs services container environment continue-on-error'.split(
    ' ',
  ),
  step: 'name id if uses run with env shell working-directory continue-on-error timeout-minutes'.split(' '),
}
const strangers = (value: object, known: readonly string[]) =>
  Object.keys(value).filter((key) => !known.includes(key))

/** What an expression may begin with; `matrix` members are looked up. */
const contexts =
  /^(github|runner|env|secrets|inputs|steps|needs|strategy|matrix|hashFiles\(|always\(|failure\(|success\()/

describe.each(readdirSync(folder))('%s', (file) => {
  const text = readFileSync(resolve(folder, file), 'utf8')
  const workflow = load(text) as Workflow
  const jobs = Object.entries(workflow.jobs)
  const steps = jobs.flatMap(([, job]) => job.steps)

  test('has the members GitHub knows, and needs no more than to read', () => {
    expect(strangers(workflow, members.workflow)).toEqual([])
    expect(workflow['on']).toBeDefined()
    expect(workflow['permissions']).toEqual({ contents: 'read' })
    for (const [name, job] of jobs) {
      expect(strangers(job, members.job), name).toEqual([])
      expect(job['runs-on'], name).toBeDefined()
      expect(job['timeout-minutes'], name).toBeGreaterThan(0)
    }
    for (const step of steps) expect(strangers(step, members.step), JSON.stringify(step)).toEqual([])
  })

  test('does one thing a step, with actions of a named version', () => {
    for (const { uses, run } of steps) {
      expect([uses, run].filter((each) => each !== undefined)).toHaveLength(1)
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+(\/[\w-]+)*@v?\d[\w.]*$/)
    }
  })

  test('runs scripts that exist', () => {
    for (const [, name = ''] of text.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g))
      expect(scripts, name).toHaveProperty([name])
  })

  test('has whole expressions over what is there', () => {
    expect(text.split('${{').length).toBe(text.split('}}').length)
    for (const [, expression = ''] of text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)) {
      expect(expression).toMatch(contexts)
      const [, member] = /^matrix\.([\w-]+)$/.exec(expression) ?? []
      const matrices = jobs.map(([, job]) => job.strategy?.matrix ?? {})
      const offered = matrices.flatMap((matrix) => [
        ...Object.keys(matrix),
        ...[matrix['include'] ?? []].flat().flatMap((row) => Object.keys(row)),
      ])
      if (member !== undefined) expect(offered).toContain(member)
    }
  })

  test.skipIf(process.platform === 'win32')('has scripts the shell can read', () => {
    for (const { run = '', shell } of steps)
      if (shell !== 'pwsh')
        expect(spawnSync('bash', ['-n', '-c', run], { encoding: 'utf8' }).stderr, run).toBe('')
  })
})

test('the policy template names the values the app reads, each with its words', () => {
  const admx = readFileSync(resolve(root, 'docs/rollout/Syncwright.admx'), 'utf8')
  const adml = readFileSync(resolve(root, 'docs/rollout/Syncwright.adml'), 'utf8')
  expect(admx).toContain('key="SOFTWARE\\Policies\\Syncwright\\AllowedSites"')
  expect(admx).toContain('valueName="UpdateCheck"')
  for (const field of [
    'commentTypes',
    'syncAttachments',
    'timeEntries.sync',
    'timeEntries.includeNotes',
    'reverseSync.enabled',
    'apiOverride.enabled',
  ])
    expect(admx).toContain(`valueName="${field}"`)
  for (const [, kind, id] of admx.matchAll(/\$\((string|presentation)\.([\w]+)\)/g))
    expect(adml).toContain(`<${kind} id="${id}">`)
})
