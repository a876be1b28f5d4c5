// The menu has help and About everywhere, and developer tools only where somebody develops.
import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { menuTemplate } from '../../../../main/electron/menu.ts'

const help = {
  openAddress: vi.fn<(address: string) => void>(),
  openFolder: vi.fn<(path: string) => void>(),
  about: vi.fn<() => void>(),
}
const template = (platform: NodeJS.Platform, isPackaged = true) =>
  menuTemplate({ platform, isPackaged, dataFolder: '/data', help })
const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])

test('help opens the data folder and says what this is', () => {
  const items = all(template('win32'))
  items.find(({ label }) => label === 'Open the data folder')?.click?.({} as never, undefined, {})
  items.find(({ label }) => label === 'About Syncwright')?.click?.({} as never, undefined, {})
  expect(help.openFolder).toHaveBeenCalledWith('/data')
  expect(help.about).toHaveBeenCalledOnce()
})

test('macOS has About in the menu of the app alone', () => {
  const items = all(template('darwin'))
  expect(items.map(({ role }) => role)).toContain('appMenu')
  expect(items.map(({ label }) => label)).not.toContain('About Syncwright')
})

test('recent files are in the menu of macOS alone', () => {
  expect(all(template('darwin')).map(({ role }) => role)).toContain('recentDocuments')
  expect(all(template('win32')).map(({ role }) => role)).not.toContain('recentDocuments')
})

test('an installed app offers no developer tools', () => {
  expect(all(template('linux')).map(({ role }) => role)).not.toContain('toggleDevTools')
  expect(all(template('linux', false)).map(({ role }) => role)).toContain('toggleDevTools')
})

test('the number pad zooms as well', () => {
  const keys = all(template('win32')).map(({ accelerator }) => accelerator)
  expect(keys).toEqual(
    expect.arrayContaining(['numadd', 'numsub', 'num0'].map((key) => `CommandOrControl+${key}`)),
  )
})
