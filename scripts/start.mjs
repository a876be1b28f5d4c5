// Starts the app: in Electron where that can run, else in the browser host with its address printed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureBuild } from './ensure-build.mjs'

const root = resolve(import.meta.dirname, '..')
const electronFolder = resolve(root, 'node_modules/electron')

/** Electron's program, or the reason why it cannot run here. Never through `require('electron')`, which would download by itself. */
const findElectron = () => {
  if (process.platform === 'linux') {
    if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return { reason: 'there is no display' }
    if (process.getuid?.() === 0) return { reason: 'it refuses to run as root' }
  }
  const note = resolve(electronFolder, 'path.txt')
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (given) return { program: resolve(given, existsSync(note) ? readFileSync(note, 'utf8') : 'electron') }
  if (!existsSync(note)) {
    console.log('Downloading Electron (once, some 110 MB). Ctrl+C leaves it.')
    // As long as it takes, and with what it says: a slow line is no reason to do without.
    spawnSync(process.execPath, [resolve(electronFolder, 'install.js')], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
  }
  if (!existsSync(note)) return { reason: 'its program could not be downloaded' }
  return { program: resolve(electronFolder, 'dist', readFileSync(note, 'utf8')) }
}

const hasDesktop = () =>
  !process.env['CI'] &&
  (process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']))

const openBrowser = (url) => {
  const openers = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] }
  const [command, ...args] = openers[process.platform] ?? ['xdg-open', url]
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

const startHost = (args) => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', resolve(root, 'test/host/index.ts'), ...args],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  child.once('message', ({ url }) => {
    console.log(`Syncwright is ready. Open this address in a browser (the token in it works once):\n${url}`)
    console.log('Stop with Ctrl+C.')
    if (hasDesktop()) openBrowser(url)
  })
  return child
}

const args = process.argv.slice(2)
await ensureBuild(['main', 'worker', 'preload', 'renderer'])
const { program, reason } = findElectron()
const sayWhy = (why) =>
  console.log(
    `Electron cannot run here (${why}), so the window opens in your browser and keys last until you stop.`,
  )
/** Chromium ends with this signal where the system lets no program make the namespaces its sandbox needs (electron/electron#42510). */
const sandboxHint =
  ': this Linux lets Chromium make no sandbox. `sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0` allows it until the next start of the computer'
const causeOf = (code, signal) =>
  `it ended with ${signal ?? code}${signal === 'SIGTRAP' && process.platform === 'linux' ? sandboxHint : ''}`

let child
let ending = false

const leave = (code, signal) => process.exit(code ?? (signal === 'SIGTERM' ? 0 : 1))
const inBrowser = (why) => {
  sayWhy(why)
  child = startHost(args).on('exit', leave)
}
/** The app itself ends with 0 or 1; anything else before it can have shown a window is Electron that cannot start. */
const inElectron = () => {
  const started = performance.now()
  const isFalseStart = (code) => code !== 0 && code !== 1 && !ending && performance.now() - started < 10_000
  child = spawn(program, [root, ...args], { stdio: 'inherit' })
    .on('exit', (code, signal) =>
      isFalseStart(code) ? inBrowser(causeOf(code, signal)) : leave(code, signal),
    )
    .on('error', ({ code }) => inBrowser(`its program does not start: ${code}`))
}
if (program) inElectron()
else inBrowser(reason)

const end = () => {
  ending = true
  child.kill('SIGTERM')
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end)
// npm passes a signal to its shell only: when that goes, nobody is left to tell this process.
const parent = process.ppid
if (process.env['npm_lifecycle_event']) setInterval(() => process.ppid !== parent && end(), 500).unref()
