// Makes what is handed out: the installers of this platform, the command line, the licences and the bill of materials.
import { copyFileSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'electron-builder'
import { writeLicences } from './licences.mjs'
import { writeSbom } from './sbom.mjs'
import { electronProblem } from './electron/supported-electron.mjs'

const root = resolve(import.meta.dirname, '..')
const folder = resolve(root, 'dist')

const { problems } = await writeLicences()
const outdated = electronProblem()
if (outdated) problems.push(outdated)
if (problems.length > 0) {
  for (const problem of problems) console.error(`dist: ${problem}`)
  process.exit(1)
}
// Under `.test` nothing ever answers (RFC 6761): the publisher's own address is to stand there.
if (
  /versionAddress = '[^']*\.test\//.test(
    readFileSync(resolve(root, 'main/services/policy/versionNotice.ts'), 'utf8'),
  )
)
  console.log('dist: the address of new versions is a placeholder, so nobody will be told of any.')
console.log(await writeSbom(folder))
copyFileSync(resolve(root, 'out/licences.md'), resolve(folder, 'LICENCES.md'))
await import('./dist-cli.mjs')
for (const path of await build({ projectDir: root, publish: 'never' })) console.log(path)
