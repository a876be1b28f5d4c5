// Runs every check there is, keeps going after a failure, and ends with the line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'syncwright-test-'))
const report = (name) => join(reports, `${name}.json`)
const binary = (name) => (name === 'node' ? process.execPath : resolve(root, 'node_modules/.bin', name))

const readReport = (name) => {
  try {
    return JSON.parse(readFileSync(report(name), 'utf8'))
  } catch {
    return null
  }
}

const countVitest = () => {
  const found = readReport('vitest')
  return {
    passed: found?.numPassedTests ?? 0,
    failed: found?.numFailedTests ?? 0,
    skipped: found?.numPendingTests ?? 0,
  }
}

const countPlaywright = () => {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport('playwright')?.stats ?? {}
  return { passed: expected, failed: unexpected + flaky, skipped }
}

const steps = [
  { name: 'format', command: ['biome', 'format', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
  { name: 'browser', command: ['node', 'scripts/ensure-chromium.mjs'] },
  {
    name: 'unit and integration',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report('vitest')}`],
    count: countVitest,
  },
  { name: 'build', command: ['node', 'scripts/build.mjs'] },
  {
    name: 'end to end',
    command: ['playwright', 'test', '--reporter=line,json'],
    count: countPlaywright,
    needs: ['build', 'browser'],
  },
]

/** Runs one step: its output stays silent unless it fails. */
const run = ({ name, command: [program, ...args], count }) => {
  const started = Date.now()
  const { status, stdout, stderr, error } = spawnSync(binary(program), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      FORCE_COLOR: '0',
      // What one process has compiled, the hundreds that follow need not.
      NODE_COMPILE_CACHE: resolve(root, 'node_modules/.cache/compiled'),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report('playwright'),
    },
  })
  const tests = count?.() ?? { passed: 0, failed: 0, skipped: 0 }
  const good = status === 0
  // A step that failed without naming a test counts as one failure itself.
  const failed = good ? tests.failed : Math.max(tests.failed, 1)
  const counts = count ? `  ${tests.passed} passed, ${failed} failed` : ''
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${good ? 'ok    ' : 'FAILED'}  ${name.padEnd(22)}${seconds.padStart(6)} s${counts}${skipped}`)
  if (!good) console.log(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`)
  return { name, good, passed: tests.passed, failed }
}

const results = []
for (const step of steps) {
  const missing = step.needs?.filter((need) => results.some(({ name, good }) => name === need && !good)) ?? []
  if (missing.length > 0) {
    console.log(`NOT RUN ${step.name}: it needs ${missing.join(' and ')}`)
    results.push({ name: step.name, good: false, passed: 0, failed: 1 })
  } else results.push(run(step))
}
rmSync(reports, { recursive: true, force: true })

const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') > 0 ? 1 : 0
