// Starts the app: in Electron where that can run, else in the browser host with its address printed.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { causeOf, findElectron } from './electron/electron-program.mjs'
import { ensureBuild } from './ensure-build.mjs'

const root = resolve(import.meta.dirname, '..')
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
const { program, reason } = findElectron(resolve(root, 'node_modules/electron'))
const sayWhy = (why) =>
  console.log(
    `Electron cannot run here (${why}), so the window opens in your browser and keys last until you stop.`,
  )
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
