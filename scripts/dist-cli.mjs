// Packs the command line: one file and its licences, as `dist/syncwright-cli-<version>.tgz`, to be installed with npm.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureBuild } from './ensure-build.mjs'

const root = resolve(import.meta.dirname, '..')
const folder = resolve(root, 'out/cli-package')
const target = resolve(root, 'dist')
const { version, license } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))

await ensureBuild(['cli'])
rmSync(folder, { recursive: true, force: true })
for (const each of [folder, target]) mkdirSync(each, { recursive: true })
copyFileSync(resolve(root, 'out/cli/index.js'), resolve(folder, 'syncwright.js'))

const packages = JSON.parse(readFileSync(resolve(root, 'out/cli/licences.json'), 'utf8'))
const texts = packages.map(({ name, version, identifier, text }) =>
  [
    `## ${name} ${version} (${identifier ?? 'no identifier'})`,
    text ?? 'It comes without a licence text.',
  ].join('\n\n'),
)
writeFileSync(resolve(folder, 'LICENCES.md'), ['# Licences of what is inside', ...texts, ''].join('\n\n'))
writeFileSync(
  resolve(folder, 'README.md'),
  `# syncwright

The command line of Syncwright: checks, previews, compares and hands over ConnectWise ticket-sync configurations. It reads
ConnectWise and never writes to it. Node 22 or newer; \`HTTPS_PROXY\` (Node 22.21 or newer) and the certificates of the
system (Node 22.15 or newer) are honoured.

    npm install --global ./syncwright-cli-${version}.tgz
    syncwright --help
`,
)
const manifest = {
  name: 'syncwright-cli',
  version,
  description: 'Check, preview, compare and hand over ConnectWise ticket-sync configurations',
  license,
  type: 'module',
  bin: { syncwright: 'syncwright.js' },
  engines: { node: '>=22' },
  files: ['syncwright.js', 'LICENCES.md', 'README.md'],
}
writeFileSync(resolve(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)

const { status, stderr } = spawnSync(
  'npm',
  ['pack', folder, '--pack-destination', target, '--ignore-scripts'],
  {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  },
)
if (status !== 0) {
  console.error(stderr)
  process.exit(1)
}
console.log(resolve(target, `syncwright-cli-${version}.tgz`))
