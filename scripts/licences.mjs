// Lists every package inside the bundles with its licence and its words, as they have to go along with the app.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureBuild } from './ensure-build.mjs'

const root = resolve(import.meta.dirname, '..')
const bundles = ['main', 'worker', 'preload', 'renderer', 'cli']

/** Licences under which a program may be handed on without being one of them itself. */
const permissive = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
])

/** Whether one of the licences to choose from is permissive, as in `(MIT OR GPL-3.0)`. */
const isPermissive = (identifier = '') =>
  identifier
    .replaceAll(/[()]/g, '')
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((name) => permissive.has(name.trim())))

/** Every package inside the bundles: name, version, licence identifier and text, sorted by name. */
export const bundledPackages = async () => {
  await ensureBuild()
  const found = new Map()
  for (const bundle of bundles)
    for (const entry of JSON.parse(readFileSync(resolve(root, `out/${bundle}/licences.json`), 'utf8')))
      found.set(`${entry.name} ${entry.version}`, entry)
  return [...found].toSorted(([a], [b]) => a.localeCompare(b)).map(([, entry]) => entry)
}

/** Writes `out/licences.md`; answers with a sentence per package whose licence has to be looked at first. */
export const writeLicences = async () => {
  const entries = (await bundledPackages()).map((entry) => [`${entry.name} ${entry.version}`, entry])
  const table = entries.map(([name, { identifier }]) => `| ${name} | ${identifier ?? ''} |`)
  const texts = entries.map(
    ([name, { text }]) => `## ${name}\n\n${text ?? 'It comes without a licence text.'}\n`,
  )
  writeFileSync(
    resolve(root, 'out/licences.md'),
    [
      '# Licences',
      '',
      'Syncwright contains these packages. Electron’s own licences lie beside it in the installed folder.',
      '',
      '| package | licence |',
      '| --- | --- |',
      ...table,
      '',
      ...texts,
    ].join('\n'),
  )
  const problems = entries
    .filter(([, { identifier }]) => !isPermissive(identifier))
    .map(([name, { identifier }]) => `${name} is under ${identifier ?? 'no licence that it names'}`)
  return { count: entries.length, problems }
}

if (process.argv[1] === import.meta.filename) {
  const { count, problems } = await writeLicences()
  for (const problem of problems) console.error(`licences: ${problem}`)
  console.log(`licences: ${count} packages, listed in out/licences.md`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
