// Builds the bundles when one is missing or older than its sources; says nothing on standard output.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '..')
/** What each bundle is made of, beside `shared` and the tools. */
const bundles = {
  main: { output: 'out/main/index.cjs', source: 'main' },
  worker: { output: 'out/worker/index.cjs', source: 'main' },
  preload: { output: 'out/preload/index.cjs', source: 'preload' },
  renderer: { output: 'out/renderer/index.html', source: 'renderer' },
  cli: { output: 'out/cli/index.js', source: 'main' },
}
const sharedSources = ['shared', 'scripts/build.mjs', 'package.json', 'package-lock.json']
const lock = resolve(root, 'node_modules/.cache/build.lock')

/** When a file, or the newest thing below a folder, was changed; 0 when there is none. */
const changedAt = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(resolve(path, name))))
}

const isStale = (name) => {
  const { output, source } = bundles[name]
  const newest = Math.max(...[source, ...sharedSources].map((path) => changedAt(resolve(root, path))))
  return changedAt(resolve(root, output)) <= newest
}

const holderLives = () => {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

/** Two commands started together must not build into the same folder at once. */
const acquireLock = async () => {
  for (;;) {
    try {
      mkdirSync(resolve(lock, '..'), { recursive: true })
      return writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch ({ code }) {
      if (code !== 'EEXIST') {
        console.error(
          `The bundles are older than their sources, and this user cannot build them here (${code}).`,
        )
        process.exit(1)
      }
      if (holderLives()) await delay(200)
      else rmSync(lock, { force: true })
    }
  }
}

/** Makes sure that these bundles (all, when none is named) are what the sources say; ends the process when it cannot. */
export const ensureBuild = async (names = Object.keys(bundles)) => {
  if (!names.some(isStale)) return
  await acquireLock()
  const stale = names.filter(isStale)
  const { status } =
    stale.length === 0
      ? { status: 0 }
      : spawnSync(process.execPath, [resolve(root, 'scripts/build.mjs'), ...stale], {
          cwd: root,
          stdio: ['ignore', 2, 2],
        })
  rmSync(lock, { force: true })
  if (status === 0) return
  console.error('The build failed; the reason is above.')
  process.exit(1)
}

if (realpathSync(process.argv[1] ?? '') === import.meta.filename)
  await ensureBuild(process.argv.slice(2).length > 0 ? process.argv.slice(2) : undefined)
