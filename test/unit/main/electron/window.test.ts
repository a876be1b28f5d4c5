// The windows follow the theme and the screen, and every box is one of plain buttons.
import { expect, test, vi } from 'vitest'
import { tokenVariables } from '../../../../renderer/tokens.ts'
import { startFakeElectron } from '../../../host/fakeElectron.ts'

const fake = startFakeElectron()
vi.resetModules()
vi.doMock('electron', () => fake.electron)
const { createWindows } = await import('../../../../main/electron/window.ts')
const { sayFault } = await import('../../../../main/electron/questions.ts')

const log = { info: vi.fn<() => void>(), warn: vi.fn<() => void>(), error: vi.fn<() => void>() }
const { screen, nativeTheme } = fake.electron
const options = { log, onPageGone: () => {}, staysOnTop: true }
const open = () => createWindows(options).open()
const grounds = () => fake.done('window.setBackgroundColor').flat()

test('the ground follows the theme of the system', () => {
  const window = open()
  Object.assign(nativeTheme, { shouldUseDarkColors: true })
  nativeTheme.emit('updated')
  expect(grounds()).toEqual(['#1A1B22'])
  window.destroy()
  nativeTheme.emit('updated')
  expect(grounds()).toEqual([])
  Object.assign(nativeTheme, { shouldUseDarkColors: false })
})

test.each(['light', 'dark'] as const)('title bar, menus and boxes are %s where the page says so', (theme) => {
  const window = open()
  // Electron tells colours in capitals (shell/common/color_util.cc).
  const colour = tokenVariables[theme]['--sw-surface']?.toUpperCase()
  window.webContents.emit('did-change-theme-color', {}, colour)
  expect(nativeTheme.themeSource).toBe(theme)
  window.webContents.emit('did-change-theme-color', {}, null)
  expect(nativeTheme.themeSource).toBe('system')
  window.destroy()
})

test('the smallest size is that of the screen the window is on', () => {
  const window = open()
  const measures = () => fake.done('window.setMinimumSize')
  window.emit('move')
  expect(measures()).toEqual([])
  const usual = screen.getDisplayMatching
  Object.assign(screen, { getDisplayMatching: () => ({ workAreaSize: { width: 960, height: 492 } }) })
  window.emit('move')
  window.emit('move')
  expect(measures()).toEqual([[900, 492]])
  Object.assign(screen, { getDisplayMatching: usual })
  screen.emit('display-metrics-changed')
  expect(measures()).toEqual([[900, 600]])
  window.destroy()
})

test('a window that comes back on a small screen has that screen’s smallest size from the start', () => {
  const usual = screen.getDisplayMatching
  Object.assign(screen, { getDisplayMatching: () => ({ workAreaSize: { width: 800, height: 700 } }) })
  open().destroy()
  expect(fake.done('window.setMinimumSize')).toEqual([[800, 600]])
  Object.assign(screen, { getDisplayMatching: usual })
})

test('a companion that is minimised comes back when it is asked for, and the main window when it is closed', () => {
  const windows = createWindows(options)
  const main = windows.open()
  windows.companion.show('acme', true)
  const beside = fake.electron.BrowserWindow.getAllWindows().at(-1)
  const restored: string[] = []
  const minimise = (window: object | undefined, name: string): void =>
    void Object.assign(window ?? {}, {
      isMinimized: () => true,
      // As on Windows, where a minimised window is not visible.
      isVisible: () => false,
      restore: () => restored.push(name),
    })
  minimise(beside, 'companion')
  minimise(main, 'main')
  windows.companion.show('acme', true)
  expect(restored).toEqual(['companion'])
  windows.companion.close()
  expect(restored).toEqual(['companion', 'main'])
  main.destroy()
})

test('a page that is left for another before it is there has not failed; one that cannot be loaded is told', async () => {
  const windows = createWindows(options)
  const main = windows.open()
  main.show()
  windows.companion.show('acme', true)
  const beside = fake.electron.BrowserWindow.getAllWindows().at(-1)
  const refuse = (code: string) =>
    Object.assign(beside ?? {}, { loadURL: () => Promise.reject(Object.assign(new Error(code), { code })) })
  refuse('ERR_ABORTED')
  windows.companion.show('globex', true)
  await Promise.resolve()
  expect(fake.done('dialog.showMessageBox')).toEqual([])
  refuse('ERR_FAILED')
  windows.companion.show('initech', true)
  await vi.waitFor(() => expect(fake.done('dialog.showMessageBox')).toHaveLength(1))
  main.destroy()
})

test('a desktop that keeps no window on top is told to who asks for it', () => {
  const windows = createWindows({ ...options, staysOnTop: false })
  const main = windows.open()
  expect(windows.companion.show('acme', false)).toBe(true)
  expect(windows.companion.show('acme', true)).toBe(false)
  main.destroy()
})

test('the box says why the page ended where that tells what to do', async () => {
  const window = open()
  window.show()
  window.webContents.emit('render-process-gone', {}, { reason: 'launch-failed', exitCode: 18 })
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  window.webContents.emit('preload-error', {}, 'index.cjs', new Error('damaged'))
  const details = fake.done('dialog.showMessageBox').map(([box]) => Object(box).detail)
  expect(details).toMatchObject([
    expect.stringContaining('protection software'),
    expect.stringMatching(/^What/),
    expect.stringContaining('install Syncwright again'),
  ])
  window.destroy()
})

test('a page that hangs and then ends is asked about once: the question whether to wait goes', () => {
  const window = open()
  window.show()
  window.emit('unresponsive')
  window.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 9 })
  const [wait, reload] = fake.done('dialog.showMessageBox').flat().map(Object)
  expect([wait.message, wait.signal.aborted]).toEqual(['The window does not answer', true])
  expect(reload.detail).toContain('memory')
  window.destroy()
})

test('a minimised window that is closed from the taskbar is seen before it asks what is lost', () => {
  const window = open()
  const done: string[] = []
  Object.assign(window, { isMinimized: () => true, restore: () => done.push('restored') })
  window.webContents.emit('will-prevent-unload', { preventDefault: () => done.push('left') })
  expect(done).toEqual(['restored'])
  expect(fake.done('dialog.showMessageBoxSync')).toHaveLength(1)
  window.destroy()
})

test('no box has the large command links of Windows', async () => {
  const window = open()
  window.show()
  window.webContents.emit('will-prevent-unload', { preventDefault: () => {} })
  window.emit('unresponsive')
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  await sayFault()
  const boxes = ['dialog.showMessageBox', 'dialog.showMessageBoxSync'].flatMap((api) => fake.done(api).flat())
  expect(boxes).toHaveLength(4)
  // Escape and Return are the answer that changes nothing.
  for (const box of boxes) expect(box).toMatchObject({ noLink: true, defaultId: 0, cancelId: 0 })
  window.destroy()
})
