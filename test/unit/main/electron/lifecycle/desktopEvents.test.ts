// What the desktop wants reaches the window that is open, or the next one when this is the last moment of the app.
import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { followDesktop } from '../../../../../main/electron/lifecycle/desktopEvents.ts'

function desktop({ image, minimised = false }: { image?: string; minimised?: boolean } = {}) {
  const quit = vi.fn<() => void>()
  const relaunch = vi.fn<(options?: object) => void>()
  const shown = { window: undefined as object | undefined, isReady: true }
  const app = Object.assign(new EventEmitter(), { quit, relaunch, isReady: () => shown.isReady })
  const did: string[] = []
  const window = {
    isMinimized: () => minimised,
    restore: () => void did.push('restore'),
    show: () => void did.push('show'),
    focus: () => void did.push('focus'),
  }
  shown.window = window
  const wishes = {
    openFile: (path: string) => void did.push(path),
    openDemo: () => void did.push('demo'),
  }
  const ownArguments = ['--user-data', '/data']
  followDesktop(app as never, {
    window: () => shown.window as typeof window | undefined,
    wishes,
    ownArguments,
    image,
  })
  return { app, quit, relaunch, did, shown }
}

test('a file opened on macOS is taken from the system, in front of the window', () => {
  const { app, did } = desktop()
  const event = { preventDefault: vi.fn<() => void>() }
  app.emit('open-file', event, '/a.syncwright-bundle')
  expect(event.preventDefault).toHaveBeenCalledOnce()
  expect(did).toEqual(['show', 'focus', '/a.syncwright-bundle'])
})

test('a file opened before there is a window waits for it', () => {
  const { app, did, shown } = desktop()
  shown.window = undefined
  shown.isReady = false
  app.emit('open-file', { preventDefault: () => {} }, '/early.json')
  expect(did).toEqual(['/early.json'])
})

test('a click on the icon brings back a minimised window', () => {
  const { app, did } = desktop({ minimised: true })
  app.emit('activate', {}, false)
  expect(did).toEqual(['restore', 'show', 'focus'])
})

test('a second start hands over its wish', () => {
  const { app, did, relaunch } = desktop()
  app.emit('second-instance', {}, [], '/', { demo: true, files: ['/a.json'] })
  expect(did).toEqual(['show', 'focus', 'demo', '/a.json'])
  expect(relaunch).not.toHaveBeenCalled()
})

test('a second start while this one is not ready yet is no end of it: its file waits', () => {
  const { app, did, relaunch, shown } = desktop()
  shown.window = undefined
  shown.isReady = false
  app.emit('second-instance', {}, [], '/', { files: ['/early.json'] })
  expect(did).toEqual(['/early.json'])
  expect(relaunch).not.toHaveBeenCalled()
})

test('while the app ends, second starts make one new one, with the same folder and the first wish', () => {
  const { app, relaunch, shown } = desktop()
  shown.window = undefined
  for (const file of ['/a.json', '/b.json']) app.emit('second-instance', {}, [], '/', { files: [file] })
  expect(relaunch).toHaveBeenCalledExactlyOnceWith({ args: ['--user-data', '/data', '/a.json'] })
})

test('a file that macOS opens while the app ends is opened by the next one', () => {
  const { app, relaunch, shown } = desktop()
  shown.window = undefined
  app.emit('open-file', { preventDefault: () => {} }, '/late.syncwright-bundle')
  expect(relaunch).toHaveBeenCalledExactlyOnceWith({
    args: ['--user-data', '/data', '/late.syncwright-bundle'],
  })
})

test('an AppImage starts anew from the image, not from the copy that is going', () => {
  const { app, relaunch, shown } = desktop({ image: '/apps/Syncwright.AppImage' })
  shown.window = undefined
  app.emit('second-instance', {}, [], '/', { demo: true, files: [] })
  expect(relaunch).toHaveBeenCalledExactlyOnceWith({
    execPath: '/apps/Syncwright.AppImage',
    args: ['--appimage-extract-and-run', '--user-data', '/data', '--demo'],
  })
})

test('the app ends with its window, on macOS as well', () => {
  const { app, quit } = desktop()
  app.emit('window-all-closed')
  expect(quit).toHaveBeenCalledOnce()
})
