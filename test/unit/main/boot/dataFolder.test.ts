// Where the data is kept: named at the start, beside a portable program, or where the system says.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { chooseDataFolder } from '../../../../main/boot/dataFolder.ts'

const plain = mkdtempSync(join(tmpdir(), 'syncwright-program-'))
const portable = mkdtempSync(join(tmpdir(), 'syncwright-portable-'))
writeFileSync(join(portable, 'syncwright-portable'), '')
const beside = join(portable, 'syncwright-data')
const base = {
  named: undefined,
  isPackaged: true,
  programPath: join(plain, 'syncwright'),
  platform: 'linux',
  env: {},
} as const

test.each([
  ['the system’s own', base, undefined],
  ['the named one', { ...base, named: 'here' }, resolve('here')],
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
  ['beside an AppImage', { ...base, env: { APPIMAGE: join(portable, 'Syncwright.AppImage') } }, beside],
  ['beside a portable Windows program', { ...base, env: { PORTABLE_EXECUTABLE_DIR: portable } }, beside],
  ['no marker in a checkout', { ...base, isPackaged: false, programPath: join(portable, 'x') }, undefined],
])('%s', (_title, options, folder) => expect(chooseDataFolder(options)).toBe(folder))
