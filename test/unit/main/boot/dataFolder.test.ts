// Where the data and the profile are kept: named at the start, beside a portable program, or where the system says.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'
import {
  choosePlaces,
  imageOf,
  isInstalledProgram,
  isOnShare,
  isTranslocated,
  leaveImage,
} from '../../../../main/boot/dataFolder.ts'

const plain = mkdtempSync(join(tmpdir(), 'syncwright-program-'))
const portable = mkdtempSync(join(tmpdir(), 'syncwright-portable-'))
writeFileSync(join(portable, 'syncwright-portable'), '')
const beside = join(portable, 'syncwright-data')
const base = {
  named: undefined,
  isPackaged: true,
  programPath: join(plain, 'syncwright'),
  platform: 'linux',
  appData: '/home/kim/.config',
  image: undefined,
} as const

test.each([
  ['the system’s own', base, '/home/kim/.config/Syncwright'],
  ['the named one', { ...base, named: 'here' }, resolve('here')],
  [
    'one of its own in a checkout',
    { ...base, isPackaged: false },
    '/home/kim/.config/Syncwright (development)',
  ],
])('%s holds data and profile', (_title, options, folder) => {
  expect(choosePlaces(options)).toEqual({ dataFolder: folder, profileFolder: folder, notices: [] })
})

test.each([
  [
    'the named one before the portable one',
    { ...base, named: 'here', programPath: join(portable, 'x') },
    resolve('here'),
  ],
  ['beside a portable program', { ...base, programPath: join(portable, 'syncwright') }, beside],
  [
    'beside a bundle of macOS, not in it',
    {
      ...base,
      platform: 'darwin' as const,
      programPath: join(portable, 'Syncwright.app/Contents/MacOS/Syncwright'),
    },
    beside,
  ],
  ['beside an AppImage', { ...base, image: join(portable, 'Syncwright.AppImage') }, beside],
  [
    'no marker in a checkout',
    { ...base, isPackaged: false, programPath: join(portable, 'x') },
    '/home/kim/.config/Syncwright (development)',
  ],
])('%s holds the data', (_title, options, folder) => {
  expect(choosePlaces(options).dataFolder).toBe(folder)
})

test('the profile of a portable program stays on the computer, one for each data folder', () => {
  const { profileFolder } = choosePlaces({ ...base, programPath: join(portable, 'syncwright') })
  expect(profileFolder.startsWith('/home/kim/.config/Syncwright portable/')).toBe(true)
  const other = choosePlaces({ ...base, appData: '/other', programPath: join(portable, 'syncwright') })
  expect(other.profileFolder.replace('/other', '/home/kim/.config')).toBe(profileFolder)
})

test.each([
  ['its own image', '/run/.mount_Sync/syncwright', '/apps/Syncwright.AppImage'],
  ['no image of a program that started it', '/opt/Syncwright/syncwright', undefined],
  ['no image of a neighbour', '/run/.mount_Sync2/syncwright', undefined],
])('a program knows %s', (_title, programPath, image) => {
  const env = { APPIMAGE: '/apps/Syncwright.AppImage', APPDIR: '/run/.mount_Sync' }
  expect(imageOf(programPath.replaceAll('/', sep), { ...env, APPDIR: env.APPDIR.replaceAll('/', sep) })).toBe(
    image,
  )
  expect(imageOf(programPath, {})).toBeUndefined()
})

test('an app that macOS runs from a random place is told apart', () => {
  expect(
    isTranslocated('/private/var/folders/x/T/AppTranslocation/1-2/d/Syncwright.app/Contents/MacOS/S'),
  ).toBe(true)
  expect(isTranslocated('/Applications/Syncwright.app/Contents/MacOS/Syncwright')).toBe(false)
})

test.each([
  ['a drive letter of another computer', 'win32', (): string => '\\\\files\\tools\\Syncwright.exe', true],
  ['a disk of this one', 'win32', (): string => 'C:\\Tools\\Syncwright.exe', false],
  [
    'a place nobody may look at',
    'win32',
    (): string => {
      throw new Error('EACCES')
    },
    false,
  ],
  ['any place of Linux', 'linux', (): string => '\\\\files\\tools', false],
] as const)('a program on %s', (_place, platform, realPathOf, isShared) => {
  expect(isOnShare('X:\\Syncwright.exe', platform, realPathOf)).toBe(isShared)
})

test('programs that an AppImage opens find their own libraries', () => {
  const env: Record<string, string | undefined> = {
    APPDIR: '/media/.mount_Sync1',
    PATH: '/media/.mount_Sync1:/media/.mount_Sync1/usr/sbin:/media/.mount_Sync12/bin:/usr/bin',
    LD_LIBRARY_PATH: '/media/.mount_Sync1/usr/lib',
    XDG_DATA_DIRS: '/media/.mount_Sync1/usr/share/::/usr/share/gnome:/usr/share/',
    HOME: '/home/kim',
  }
  leaveImage(env)
  expect(env).toEqual({
    APPDIR: '/media/.mount_Sync1',
    PATH: '/media/.mount_Sync12/bin:/usr/bin',
    XDG_DATA_DIRS: '/usr/share/gnome:/usr/share/',
    HOME: '/home/kim',
  })
})

test('without the place of an image nothing is taken out', () => {
  const env = { APPDIR: '', PATH: '/usr/bin' }
  leaveImage(env)
  expect(env).toEqual({ APPDIR: '', PATH: '/usr/bin' })
})

test('beside an installed program, whose update removes its folder, no data begins, and what is there is warned of', () => {
  const installed = mkdtempSync(join(tmpdir(), 'syncwright-installed-'))
  for (const name of ['syncwright-portable', 'Uninstall Syncwright.exe'])
    writeFileSync(join(installed, name), '')
  const options = { ...base, platform: 'win32', programPath: join(installed, 'Syncwright.exe') } as const
  const first = choosePlaces(options)
  expect(first.dataFolder).toBe(join(base.appData, 'Syncwright'))
  expect(first.notices).toMatchObject([expect.stringContaining('not followed')])
  mkdirSync(join(installed, 'syncwright-data'))
  const there = choosePlaces(options)
  expect(there.dataFolder).toBe(join(installed, 'syncwright-data'))
  expect(there.notices).toMatchObject([expect.stringContaining('Copy it away')])
})

test('a program is installed where an installer put it, whatever folder it is given', () => {
  const installed = mkdtempSync(join(tmpdir(), 'syncwright-installed-'))
  writeFileSync(join(installed, 'Uninstall Syncwright.exe'), '')
  const inFolder = (folder: string) => ({ ...base, programPath: join(folder, 'Syncwright.exe') })
  expect(isInstalledProgram({ ...inFolder(installed), platform: 'win32' })).toBe(true)
  expect(isInstalledProgram({ ...inFolder(plain), platform: 'win32' })).toBe(false)
  expect(isInstalledProgram({ ...inFolder(portable), platform: 'win32' })).toBe(false)
  expect(isInstalledProgram(inFolder(plain))).toBe(true)
  expect(isInstalledProgram(inFolder(portable))).toBe(false)
  expect(isInstalledProgram({ ...inFolder(plain), isPackaged: false })).toBe(false)
})
