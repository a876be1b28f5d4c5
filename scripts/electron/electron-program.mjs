// Electron's program in a checkout: where it is, fetched where it is not there yet, and why it may not have started.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Chromium ends with this signal where the system lets no program make the namespaces its sandbox needs (electron/electron#42510). */
const sandboxHint =
  ': this Linux lets Chromium make no sandbox. `sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0` allows it until the next start of the computer'

/** What an end says of its cause. */
export const causeOf = (code, signal, platform = process.platform) =>
  `it ended with ${signal ?? code}${signal === 'SIGTRAP' && platform === 'linux' ? sandboxHint : ''}`

/** As long as it takes, and with what it says: a slow line is no reason to do without. */
const download = (folder) => {
  console.log('Downloading Electron (once, some 110 MB). Ctrl+C leaves it.')
  spawnSync(process.execPath, [resolve(folder, 'install.js')], { stdio: ['ignore', 'inherit', 'inherit'] })
}

/** The program of the package in `folder`, or the reason why it cannot run. Never through `require('electron')`, which would download by itself. */
export const findElectron = (
  folder,
  { platform = process.platform, env = process.env, isRoot = process.getuid?.() === 0 } = {},
) => {
  if (platform === 'linux') {
    if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return { reason: 'there is no display' }
    if (isRoot) return { reason: 'it refuses to run as root' }
  }
  const note = resolve(folder, 'path.txt')
  const given = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (given) return { program: resolve(given, existsSync(note) ? readFileSync(note, 'utf8') : 'electron') }
  if (!existsSync(note)) download(folder)
  if (!existsSync(note)) return { reason: 'its program could not be downloaded' }
  return { program: resolve(folder, 'dist', readFileSync(note, 'utf8')) }
}
