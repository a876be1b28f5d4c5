// What the desktop does not take is handed to the person as text, and a notice brings the window back.
import { expect, test, vi } from 'vitest'
import { startFakeElectron } from '../../../host/fakeElectron.ts'

const fake = startFakeElectron()
vi.resetModules()
vi.doMock('electron', () => fake.electron)
const { openAddress, openFolder, sayOnDesktop } = await import('../../../../main/electron/desktop.ts')
const { shell, Notification } = fake.electron

test('an address goes to the browser', () => {
  openAddress('https://docs.connectwise.com/')
  expect(fake.done('shell.openExternal')).toEqual([['https://docs.connectwise.com/']])
})

test('an address no browser takes can be copied', async () => {
  Object.assign(shell, { openExternal: () => Promise.reject(new Error('no application')) })
  fake.answer('showMessageBox', { response: 1 })
  openAddress('https://docs.connectwise.com/')
  await vi.waitFor(() =>
    expect(fake.done('clipboard.writeText')).toEqual([['https://docs.connectwise.com/']]),
  )
  expect(fake.done('dialog.showMessageBox')[0]).toMatchObject([
    { message: 'This computer opened no browser', detail: 'https://docs.connectwise.com/' },
  ])
})

test('a folder the system does not show can be copied', async () => {
  Object.assign(shell, { openPath: async () => 'There is no application for it.' })
  fake.answer('showMessageBox', { response: 0 })
  await openFolder('/data')
  expect(fake.done('dialog.showMessageBox')[0]).toMatchObject([{ detail: '/data' }])
  expect(fake.done('clipboard.writeText')).toEqual([])
})

/** The notices that are made from now on. */
function watchNotices() {
  const made: { emit: (event: string) => boolean }[] = []
  const watched = function watched(options: object) {
    const notice = Reflect.construct(Notification, [options])
    made.push(notice)
    return notice
  }
  Object.assign(fake.electron, {
    Notification: Object.assign(watched, { isSupported: Notification.isSupported }),
  })
  return made
}
const window = Reflect.construct(fake.electron.BrowserWindow, []) as { destroy: () => void }
const place = { window: () => window as never, platform: 'win32', isInstalled: true } as const

test('a notice is shown where the system has notices, and a click on it brings the window back', () => {
  const made = watchNotices()
  sayOnDesktop('The tickets are read.', place)
  expect(fake.done('Notification.show')).toEqual([[{ title: 'Syncwright', body: 'The tickets are read.' }]])
  made[0]?.emit('click')
  expect(fake.done('window.show')).toHaveLength(1)
})

test('a copy that is not installed leaves nothing in the Start menu of Windows, and flashes', () => {
  const made = watchNotices()
  sayOnDesktop('The tickets are read.', { ...place, isInstalled: false })
  expect(made).toEqual([])
  expect(fake.done('window.flashFrame')).toEqual([[true]])
  sayOnDesktop('The tickets are read.', { ...place, isInstalled: false, platform: 'darwin' })
  expect(made).toHaveLength(1)
})

test('a notice that the system refuses is a flash', () => {
  const made = watchNotices()
  sayOnDesktop('The tickets are read.', { ...place, platform: 'darwin' })
  expect(fake.done('window.flashFrame')).toEqual([])
  made[0]?.emit('failed')
  expect(fake.done('window.flashFrame')).toEqual([[true]])
})
