// Builds the bundles when one is missing or older than its sources; says nothing on standard output.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '..')
const outputs = {
  main: 'out/main/index.cjs',
  preload: 'out/preload/index.cjs',
  renderer: 'out/renderer/index.html',
  cli: 'out/cli/index.js',
}
const everyBundle = Object.keys(outputs)
const common = ['shared', 'scripts/build.mjs', 'package.json', 'package-lock.json']
const sources = { main: ['main'], preload: ['preload'], renderer: ['renderer'], cli: ['main'] }
const lock = resolve(root, 'node_modules/.cache/build.lock')

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const newest = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(resolve(path, name))))
}

const isFresh = (names) => {
  const oldest = Math.min(...names.map((name) => changedAt(resolve(root, outputs[name]))))
  const paths = [...common, ...names.flatMap((name) => sources[name])]
  return oldest > Math.max(...paths.map((path) => newest(resolve(root, path))))
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
  mkdirSync(resolve(lock, '..'), { recursive: true })
  for (;;) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch {
      if (holderLives()) await delay(200)
      else rmSync(lock, { force: true })
    }
  }
}

/** Makes sure that the named bundles hold what the sources say; ends the process when the build fails. */
export const ensureBuild = async (names = everyBundle) => {
  if (isFresh(names)) return
  await acquireLock()
  try {
    if (isFresh(names)) return
    const { status } = spawnSync(process.execPath, [resolve(root, 'scripts/build.mjs'), ...names], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    if (status !== 0) process.exitCode = 1
  } finally {
    rmSync(lock, { force: true })
  }
  if (process.exitCode === 1) {
    console.error('The build failed; the reason is above.')
    process.exit(1)
  }
}

if (process.argv[1] === import.meta.filename) await ensureBuild()
