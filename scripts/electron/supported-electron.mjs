// Electron's security list, item 16: only the three newest major versions get security fixes.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const supportedMajors = 3
const majorOf = (version) => Number(version.split('.', 1)[0])

/** A sentence when the Electron in package.json gets no more fixes; null when it does. Asks the package registry. */
export const electronProblem = () => {
  const path = resolve(import.meta.dirname, '../../package.json')
  const pinned = JSON.parse(readFileSync(path, 'utf8')).devDependencies.electron
  const latest = execFileSync('npm', ['view', 'electron', 'dist-tags.latest'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).trim()
  return majorOf(latest) - majorOf(pinned) < supportedMajors
    ? null
    : `Electron ${pinned} gets no more security fixes; the newest is ${latest}. Raise it first.`
}

if (process.argv[1] === import.meta.filename) {
  const problem = electronProblem()
  console.log(problem ?? 'The Electron in use gets security fixes.')
  process.exitCode = problem ? 1 : 0
}
