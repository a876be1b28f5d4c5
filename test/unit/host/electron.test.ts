// Proves the host's fake Electron where an app could notice a difference: errors, dialogs, life cycle, what is not there.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createElectron, type ElectronOptions } from '../../host/electron/electron.ts'
import { usual } from '../../host/options.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'syncwright-fake-'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "toy", "version": "9.8.7", "main": "out/main.cjs" }')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** As it is while the main bundle is evaluated. */
const create = (argv: string[] = [], toPages: ElectronOptions['toPages'] = () => {}) => {
  const exit = vi.fn<(code: number) => void>()
  const options = {
    folder,
    userData: join(folder, 'data'),
    tempFolder: folder,
    argv,
    circumstances: usual,
    toPages,
    exit,
  }
  return { ...createElectron(options), exit }
}

/** As it is from `ready` on. */
const start = (argv: string[] = [], toPages?: ElectronOptions['toPages']) => {
  const electron = create(argv, toPages)
  electron.start()
  return electron
}

describe('app', () => {
  test('knows its name, version, entry and folders', () => {
    const { app, entry } = start()
    expect([app.getName(), app.getVersion(), entry]).toEqual(['toy', '9.8.7', join(folder, 'out/main.cjs')])
    expect(app.getPath('userData')).toBe(join(folder, 'data'))
  })

  test('is ready when the host says so, not before', async () => {
    const { app, start: makeReady } = create()
    expect(app.isReady()).toBe(false)
    makeReady()
    await app.whenReady()
    expect(app.isReady()).toBe(true)
  })

  test('refuses before it is ready what Electron refuses then, and afterwards what is too late', async () => {
    const before = create()
    const { BrowserWindow, session, screen, safeStorage, dialog, protocol } = before.electron
    const early: (() => unknown)[] = [
      () => Reflect.construct(BrowserWindow, []),
      () => session.defaultSession,
      () => screen.getPrimaryDisplay(),
      () => safeStorage.getSelectedStorageBackend(),
      () => protocol.handle('app', () => new Response()),
    ]
    for (const use of early) expect(use).toThrow(/app is ready/)
    await expect(dialog.showMessageBox({})).rejects.toThrow(/app is ready/)
    before.start()
    expect(() => before.app.enableSandbox()).toThrow(/before app is ready/)
    expect(() => protocol.registerSchemesAsPrivileged([])).toThrow(/before app is ready/)
    for (const use of early) expect(use).not.toThrow()
  })

  test('reads the switches of its command line', () => {
    const { commandLine } = start(['--demo', '--level=3']).app
    expect([commandLine.hasSwitch('demo'), commandLine.hasSwitch('dem')]).toEqual([true, false])
    expect(commandLine.getSwitchValue('level')).toBe('3')
  })

  test('ends with its last window unless it listens for that', () => {
    const silent = start()
    Reflect.construct(silent.electron.BrowserWindow, [])
    silent.windows.close()
    expect(silent.exit).toHaveBeenCalledWith(0)

    const listening = start()
    listening.app.on('window-all-closed', () => {})
    Reflect.construct(listening.electron.BrowserWindow, [])
    listening.windows.close()
    expect(listening.exit).not.toHaveBeenCalled()
  })

  test('stays when the window refuses to close', () => {
    const { app, electron, exit } = start()
    const window = Reflect.construct(electron.BrowserWindow, [])
    window.on('close', (event: { preventDefault: () => void }) => event.preventDefault())
    app.quit()
    expect(exit).not.toHaveBeenCalled()
  })
})

describe('what the host does not offer', () => {
  test.each([
    [
      'a class',
      (electron: object) => Reflect.construct(Reflect.get(electron, 'Tray'), []),
      'new electron.Tray()',
    ],
    ['an object', (electron: object) => Reflect.get(electron, 'autoUpdater').on, 'electron.autoUpdater.on'],
    [
      'a method',
      (electron: object) => Reflect.get(electron, 'app').setBadgeCount(1),
      'electron.app.setBadgeCount()',
    ],
    [
      'a static',
      (electron: object) => Reflect.get(electron, 'BrowserWindow').fromBrowserView(),
      'electron.BrowserWindow.fromBrowserView()',
    ],
  ])('is named when %s is used', (_, use, name) => {
    expect(() => use(start().electron)).toThrow(`browser host: ${name} is not available`)
  })
})

describe('a further window', () => {
  const page = 'app://bundle/index.html'
  async function openBoth(toPages = vi.fn()) {
    const started = start([], toPages)
    started.electron.protocol.handle('app', () => new Response('<html></html>'))
    const [first, second] = [1, 2].map(() =>
      Reflect.construct(started.electron.BrowserWindow, [{ width: 380, height: 720 }]),
    )
    await first.loadURL(page)
    await second.loadURL(`${page}?companion=a`)
    return { ...started, first, second, toPages }
  }

  test('is opened by the page of the first, and found again by its query', async () => {
    const { windows, toPages, second } = await openBoth()
    expect(toPages.mock.calls).toEqual([
      [{ kind: 'open', path: '/index.html?companion=a', width: 380, height: 720 }, 1],
    ])
    expect([windows.showing('')?.window.id, windows.showing('companion=a')?.window]).toEqual([1, second])
  })

  test('that turns to another page before the first is there has left that one', async () => {
    const { second } = await openBoth()
    const both = [`${page}?companion=b`, `${page}?companion=c`].map((address) => second.loadURL(address))
    const [left, loaded] = await Promise.allSettled(both)
    expect(left).toMatchObject({ status: 'rejected', reason: { code: 'ERR_ABORTED' } })
    expect(loaded).toMatchObject({ status: 'fulfilled' })
  })

  test('calls with contents of its own, and is told apart when main speaks to it', async () => {
    const { electron, invoke, first, second, toPages } = await openBoth()
    electron.ipcMain.handle('whose', (event) => Reflect.get(event, 'sender') === second.webContents)
    expect(
      (await Promise.all([invoke('whose', []), invoke('whose', [], 2)])).map(({ answer }) => answer),
    ).toEqual([
      { ok: true, value: false },
      { ok: true, value: true },
    ])
    second.webContents.send('progress', 7)
    expect(toPages).toHaveBeenLastCalledWith({ kind: 'event', channel: 'progress', args: [7] }, 2)
    expect(electron.BrowserWindow.fromWebContents(second.webContents)).toBe(second)
    expect(electron.BrowserWindow.getAllWindows()).toEqual([first, second])
  })

  test('closes alone, and the app ends with the last', async () => {
    const { exit, first, second, toPages } = await openBoth()
    second.close()
    expect(toPages).toHaveBeenLastCalledWith({ kind: 'close' }, 2)
    expect([first.isDestroyed(), second.isDestroyed()]).toEqual([false, true])
    expect(exit).not.toHaveBeenCalled()
    first.close()
    expect(exit).toHaveBeenCalledWith(0)
  })
})

describe('calls of the page', () => {
  test('fail with the words Electron uses', async () => {
    const { electron, invoke } = start()
    electron.ipcMain.handle('broken', () => {
      throw new TypeError('nope')
    })
    expect((await invoke('broken', [])).answer).toEqual({
      ok: false,
      message: "Error invoking remote method 'broken': TypeError: nope",
    })
    expect((await invoke('unknown', [])).answer).toMatchObject({
      message: "Error invoking remote method 'unknown': Error: No handler registered for 'unknown'",
    })
  })

  test('get the files that their own save dialogs named', async () => {
    const { electron, invoke } = start()
    electron.ipcMain.handle('save', async (_event, name) => {
      const { filePath } = Object(
        await electron.dialog.showSaveDialog({ defaultPath: `/any/${String(name)}` }),
      )
      writeFileSync(String(filePath), 'saved')
      return filePath
    })
    const [first, second] = await Promise.all([invoke('save', ['a.json']), invoke('save', ['b.json'])])
    expect([first.files, second.files].map((files) => files.map((path) => path.split('/').at(-1)))).toEqual([
      ['a.json'],
      ['b.json'],
    ])
  })

  test('get no file when the answer was queued or the dialog belongs to no call', async () => {
    const { electron, invoke, answer } = start()
    answer('showSaveDialog', { canceled: false, filePath: '/chosen.json' })
    electron.ipcMain.handle('save', () => electron.dialog.showSaveDialog({}))
    expect(await invoke('save', [])).toEqual({
      answer: { ok: true, value: { canceled: false, filePath: '/chosen.json' } },
      files: [],
    })
    expect(await electron.dialog.showSaveDialog({})).toMatchObject({ canceled: true })
  })
})

test('dialogs nobody answers take the harmless way out', async () => {
  const { dialog } = start().electron
  expect(await dialog.showOpenDialog({})).toEqual({ canceled: true, filePaths: [] })
  expect(await dialog.showMessageBox({ defaultId: 2 })).toMatchObject({ response: 2 })
})

test('no keystore is offered, so that keys stay in memory', async () => {
  const { safeStorage } = start().electron
  expect(safeStorage.getSelectedStorageBackend()).toBe('basic_text')
  expect(await safeStorage.isAsyncEncryptionAvailable()).toBe(false)
  expect(() => safeStorage.encryptString()).toThrow('Encryption is not available.')
})
