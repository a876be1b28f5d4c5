// Compares every package (or those the command names) of the lock file with what its registry publishes, and says what changed since the last release.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const registry = 'https://registry.npmjs.org/'
/** As many questions at once as the registry answers without asking to wait. */
const atOnce = 8

/** Name, version and hash of every package that comes from a registry. */
function packagesIn(lock) {
  const entries = Object.entries(JSON.parse(lock).packages).filter(
    ([path, { link, version }]) => path && !link && version,
  )
  return new Map(
    entries.flatMap(([path, { name, version, resolved = '', integrity }]) => {
      const called = name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return path.includes('node_modules/')
        ? [[`${called}@${version}`, { called, version, resolved, integrity }]]
        : []
    }),
  )
}

/** Undefined when the registry names the same hash, else why not. */
async function compare({ called, version, resolved, integrity }) {
  // The lock file leaves the address out where it is the registry's own.
  if (resolved !== '' && !resolved.startsWith(registry)) return `comes from ${resolved}`
  if (!integrity) return 'has no hash in the lock file'
  const answer = await fetch(`${registry}${called.replace('/', '%2f')}/${version}`)
  if (!answer.ok) return `the registry answers ${answer.status}`
  const { dist, deprecated } = await answer.json()
  if (dist.integrity !== integrity)
    return `the registry publishes ${dist.integrity}, the lock file has ${integrity}`
  return deprecated ? `is given up by its makers: ${deprecated}` : undefined
}

/** The lock file of the newest tag; undefined before the first release. */
function lockOfLastRelease() {
  try {
    const run = (...args) =>
      execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] })
    const tag = run('describe', '--tags', '--abbrev=0').trim()
    return { tag, lock: run('show', `${tag}:package-lock.json`) }
  } catch {
    return undefined
  }
}

const now = packagesIn(readFileSync('package-lock.json', 'utf8'))
/** Only these where the command names some. */
const asked = process.argv.slice(2)
const waiting = [...now].filter(([, { called }]) => asked.length === 0 || asked.includes(called))
const count = waiting.length
const problems = []
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [id, found] = next
      const problem = await compare(found).catch(({ message }) => `could not be asked for: ${message}`)
      if (problem) problems.push(`${id} ${problem}`)
    }
  }),
)

const last = lockOfLastRelease()
if (last) {
  const before = packagesIn(last.lock)
  const added = [...now.keys()].filter((id) => !before.has(id))
  const gone = [...before.keys()].filter((id) => !now.has(id))
  console.log(`Since ${last.tag}: ${added.length} new, ${gone.length} gone`)
  for (const id of added.toSorted((one, other) => one.localeCompare(other))) console.log(`  + ${id}`)
  for (const id of gone.toSorted((one, other) => one.localeCompare(other))) console.log(`  - ${id}`)
} else console.log('There is no release yet to compare with.')
for (const problem of problems.toSorted((one, other) => one.localeCompare(other))) console.error(problem)
console.log(`${count} packages compared, ${problems.length} to look at`)
process.exitCode = problems.length > 0 ? 1 : 0
