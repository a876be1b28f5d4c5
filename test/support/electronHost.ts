// Real Electron in place of the browser host: the same handles, so that the same specs run over it (HOST=electron).
import { resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { RunningHost } from './host.ts'

type Recorded = { api: string; args: unknown[] }
type Memory = { calls: Recorded[]; answers: Record<string, unknown[]> }

const root = resolve(import.meta.dirname, '../..')
const address = 'app://bundle/index.html'

/** In main: dialogs answer from a queue, and what is handed to the desktop is noted and goes no further. */
const record = (app: ElectronApplication) =>
  app.evaluate(({ dialog, shell }) => {
    const memory: Memory = { calls: [], answers: {} }
    Object.assign(globalThis, { testMemory: memory })
    const note = (api: string, args: unknown[]) => void memory.calls.push({ api, args })
    const asking = (api: string, otherwise: unknown) => ({
      [api]: async (...args: unknown[]) => {
        note(`dialog.${api}`, args.slice(-1))
        return memory.answers[api]?.shift() ?? otherwise
      },
    })
    Object.assign(dialog, {
      ...asking('showSaveDialog', { canceled: true, filePath: '' }),
      ...asking('showOpenDialog', { canceled: true, filePaths: [] }),
      ...asking('showMessageBox', { response: 0, checkboxChecked: false }),
      showMessageBoxSync: (...args: unknown[]) => {
        note('dialog.showMessageBoxSync', args.slice(-1))
        return memory.answers['showMessageBoxSync']?.shift() ?? 0
      },
      showErrorBox: (...args: unknown[]) => note('dialog.showErrorBox', args),
    })
    Object.assign(shell, {
      openExternal: async (...args: unknown[]) => note('shell.openExternal', args),
      showItemInFolder: (...args: unknown[]) => note('shell.showItemInFolder', args),
      openPath: async (...args: unknown[]) => {
        note('shell.openPath', args)
        return ''
      },
    })
  })

const memoryOf = (app: ElectronApplication) =>
  app.evaluate(() => Reflect.get(globalThis, 'testMemory') as Memory)

/** An event of Electron, told to its listeners; whether one of them prevents what would follow. */
const happen = (
  app: ElectronApplication,
  target: 'app' | 'window' | 'page',
  event: string,
  args: unknown[],
) =>
  app.evaluate(
    ({ app: electronApp, BrowserWindow }, told) => {
      const [window] = BrowserWindow.getAllWindows()
      const emitters = { app: electronApp, window, page: window?.webContents }
      const made = {
        ...(typeof told.args[0] === 'object' && told.args[0]),
        defaultPrevented: false,
        preventDefault: () => (made.defaultPrevented = true),
      }
      const emitter: NodeJS.EventEmitter | undefined = emitters[told.target]
      emitter?.emit(told.event, made, ...told.args)
      return made.defaultPrevented
    },
    { target, event, args },
  )

/** Starts the built app in Electron. `window` is its page. */
export async function startElectron(
  args: string[],
  more: Readonly<Record<string, string>> = {},
): Promise<RunningHost & { window: Page }> {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const app = await _electron.launch({ args: [root, ...args], env: { ...env, ...more } })
  let err = ''
  app.process().stderr?.on('data', (text: Buffer) => (err += text.toString()))
  const ended = new Promise<number | null>((done) => app.process().once('exit', done))
  await record(app)
  const window = await app.firstWindow()
  const prevented = (event: string, url: string) => happen(app, 'page', event, [{ url }])
  return {
    window,
    url: address,
    origin: address,
    pid: app.process().pid ?? 0,
    answer: (api, value) =>
      app.evaluate(
        (_electronModule, queued) => {
          const { answers } = Reflect.get(globalThis, 'testMemory') as Memory
          answers[queued.api] = [...(answers[queued.api] ?? []), queued.value]
        },
        { api, value },
      ),
    calls: async () => (await memoryOf(app)).calls,
    channels: () =>
      app.evaluate(({ ipcMain }) => ({
        answered: [...(Reflect.get(ipcMain, '_invokeHandlers') as Map<string, unknown>).keys()],
        heard: ipcMain.eventNames().map(String),
      })),
    mayNavigate: async (url) => !(await prevented('will-navigate', url)),
    mayOpen: (url) => window.evaluate<boolean>(`window.open(${JSON.stringify(url)}) !== null`),
    permissions: async (name) => {
      const asked = `navigator.permissions.query({ name: ${JSON.stringify(name)} })`
      const granted = await window.evaluate<boolean>(
        `${asked}.then(({ state }) => state === 'granted', () => false)`,
      )
      return { check: granted, request: granted }
    },
    happen: (target, event, ...told) => happen(app, target, event, told),
    close: async () => {
      await window.close()
      await ended
    },
    quit: async () => {
      await app.close()
      return ended
    },
    ended,
    output: () => ({ out: '', err }),
  }
}
