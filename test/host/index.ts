// The browser host: runs the built app on plain Node, shows its window in any browser, prints its address as one line of JSON.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { listenToParent } from './channel.ts'
import { createElectron, type FakeElectron } from './electron/electron.ts'
import { hostHelp, readOptions } from './options.ts'
import { installElectron } from './resolve.ts'
import { createHostServer } from './server.ts'

// Standard output carries the address and nothing else, whatever the app or a library prints.
const print = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)

const stop = (sentence: string): never => {
  console.error(`browser host: ${sentence}`)
  process.exit(1)
}

if (process.argv.includes('--help')) {
  print(hostHelp)
  process.exit(0)
}

const readArguments = () => {
  try {
    return readOptions(process.argv.slice(2), resolve(import.meta.dirname, '../..'))
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error))
  }
}

const within = async (milliseconds: number, work: Promise<unknown>, sentence: string) => {
  const waiting = new AbortController()
  const late = delay(milliseconds, undefined, { signal: waiting.signal }).then(
    () => stop(sentence),
    () => {},
  )
  await Promise.race([work, late])
  waiting.abort()
}

/** Ends the app when told to, or when the npm that started it goes without telling. As in Electron a signal quits it, unless the app listens itself. */
const endOnSignals = ({ app }: FakeElectron) => {
  const endLate = () => void setTimeout(() => stop('the app did not quit within 3 s'), 3000).unref()
  const end = () => {
    app.quit()
    endLate()
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => (process.listenerCount(signal) === 1 ? end() : endLate()))
  const parent = process.ppid
  if (process.env['npm_lifecycle_event'] !== undefined)
    setInterval(() => process.ppid !== parent && end(), 500).unref()
}

const { folder, port, userData, argv, circumstances } = readArguments()
if (!existsSync(join(folder, 'package.json'))) stop(`${folder} holds no package.json`)
const tempFolder = mkdtempSync(join(tmpdir(), `syncwright-host-${process.pid}-`))
process.on('exit', () => rmSync(tempFolder, { recursive: true, force: true }))
const server = await createHostServer(port, () => host).catch((error: unknown) =>
  stop(`port ${port} cannot be used (${error instanceof Error ? error.message : String(error)})`),
)
const host: FakeElectron = createElectron({
  folder,
  userData,
  tempFolder,
  argv,
  circumstances,
  toPages: server.toPages,
  exit: (code) => {
    server.close()
    process.exit(code)
  },
})
if (!existsSync(host.entry)) stop(`${host.entry} does not exist; \`npm run build\` makes it`)

// The app reads the option itself, as it does in Electron.
process.argv = [
  process.execPath,
  ...(circumstances.isPackaged ? [] : [folder]),
  ...argv,
  ...(userData === null ? [] : ['--user-data', userData]),
]
Object.assign(process, { type: 'browser', resourcesPath: folder })
installElectron(host.electron)
endOnSignals(host)
listenToParent(host)

await within(
  5000,
  import(pathToFileURL(host.entry).href),
  'the main bundle was not evaluated within 5 s; it must not wait for `ready` at its top level',
)
host.start()
await within(15_000, host.windows.loaded, 'the app opened no window within 15 s')
print(`${JSON.stringify({ url: server.url })}\n`)
process.send?.({ url: server.url })
