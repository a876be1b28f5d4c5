// From a checkout Electron is fetched with everything it says, and an end without a window names its cause.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { causeOf, findElectron } from '../../../../scripts/electron/electron-program.mjs'

const script = resolve(import.meta.dirname, '../../../../scripts/electron/electron-program.mjs')
const desktop = { platform: 'linux' as const, env: { DISPLAY: ':0' }, isRoot: false }

/** The package as npm leaves it, with an installer that does this. */
function packageWith(installer: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'syncwright-electron-'))
  writeFileSync(join(folder, 'install.js'), installer)
  return folder
}

test.each([
  ['without a display', { ...desktop, env: {} }, 'there is no display'],
  ['as root', { ...desktop, isRoot: true }, 'it refuses to run as root'],
])('on Linux %s it is not looked for', (_title, system, reason) => {
  expect(findElectron(packageWith('throw new Error("asked")'), system)).toEqual({ reason })
})

test('what is there is not fetched again', () => {
  const folder = packageWith('throw new Error("asked")')
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(findElectron(folder, desktop)).toEqual({ program: join(folder, 'dist', 'electron') })
})

test('the download is heard, and its program taken', () => {
  const folder = packageWith(`
    console.error('12 % of 110 MB')
    require('node:fs').writeFileSync(__dirname + '/path.txt', 'electron')`)
  mkdirSync(join(folder, 'dist'))
  const code = `import { findElectron } from ${JSON.stringify(script)}
    console.log(JSON.stringify(findElectron(${JSON.stringify(folder)}, ${JSON.stringify(desktop)})))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  })
  expect(stderr).toContain('12 % of 110 MB')
  expect(stdout).toContain(JSON.stringify({ program: join(folder, 'dist', 'electron') }))
})

test('a download that fails is a reason', () => {
  const code = 'process.exit(1)'
  expect(findElectron(packageWith(code), desktop)).toEqual({ reason: 'its program could not be downloaded' })
})

test.each([
  [null, 'SIGTRAP', 'linux', /SIGTRAP: .*no sandbox.*apparmor_restrict_unprivileged_userns/],
  [null, 'SIGTRAP', 'darwin', /SIGTRAP$/],
  [133, null, 'linux', /133$/],
] as const)('an end with %s or %s on %s is told', (code, signal, platform, words) => {
  expect(causeOf(code, signal, platform)).toMatch(words)
})
