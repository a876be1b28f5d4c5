// Writes the software bill of materials of the app: what its bundles hold, and Electron, as CycloneDX.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { bundledPackages } from './licences.mjs'

const root = resolve(import.meta.dirname, '..')

/** Writes `<folder>/syncwright-<version>.cdx.json` from the lock file; answers with its path. */
export const writeSbom = async (folder) => {
  const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))
  const listed = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
  })
  const whole = JSON.parse(listed)
  const inside = new Set((await bundledPackages()).map((entry) => `${entry.name}@${entry.version}`))
  const components = whole.components
    .filter(({ name, version: its, group }) => {
      const full = group ? `${group}/${name}` : name
      return inside.has(`${full}@${its}`) || full === 'electron'
    })
    .map((component) => ({ ...component, scope: 'required' }))
  const kept = new Set(components.map((component) => component['bom-ref']))
  const own = whole.metadata.component['bom-ref']
  const dependencies = whole.dependencies
    .filter(({ ref }) => kept.has(ref) || ref === own)
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }))
  const component = { ...whole.metadata.component, name: 'syncwright', type: 'application' }
  const path = resolve(folder, `syncwright-${version}.cdx.json`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    path,
    `${JSON.stringify({ ...whole, metadata: { ...whole.metadata, component }, components, dependencies }, null, 2)}\n`,
  )
  return path
}
