// What the command line asks of a start, packaged and from a checkout.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { homedir } from 'node:os'
import { expect, test, vi } from 'vitest'
import {
  readStartArguments,
  type StartArguments,
  workingFolder,
} from '../../../../main/boot/startArguments.ts'

const packaged = { isPackaged: true, folder: '/home/kim' }
const nothing = { userData: undefined, demo: false, selfTest: false, certificateFor: [], files: [] }

test.each<[string, string[], Omit<StartArguments, 'own'>]>([
  ['nothing', [], nothing],
  ['a data folder', ['--user-data', 'd'], { ...nothing, userData: resolve('/home/kim/d') }],
  ['a data folder behind an equals sign', ['--user-data=/d'], { ...nothing, userData: resolve('/d') }],
  ['a data folder without a name', ['--user-data'], { ...nothing, userData: '' }],
  ['the demo', ['--demo'], { ...nothing, demo: true }],
  [
    'servers that may see a certificate',
    ['--show-certificate-to', 'psa.example.test', '--show-certificate-to=b:8443', '--show-certificate-to'],
    { ...nothing, certificateFor: ['psa.example.test', 'b:8443'] },
  ],
  [
    'files, whatever the desktop puts between them',
    ['--original-process-start-time=1', 'a.syncwright.json', '--no-sandbox', '/x/B.SYNCWRIGHT-BUNDLE'],
    { ...nothing, files: [resolve('/home/kim/a.syncwright.json'), resolve('/x/B.SYNCWRIGHT-BUNDLE')] },
  ],
  ['no file that is none of ours', ['notes.txt', 'https://example.test/a'], nothing],
  [
    'files that a desktop of Linux names as addresses',
    [
      pathToFileURL('/home/kim/Ärger & Söhne #2 100%.syncwright-bundle').href,
      'file://elsewhere/b.syncwright-bundle',
    ],
    {
      ...nothing,
      files: [
        resolve('/home/kim/Ärger & Söhne #2 100%.syncwright-bundle'),
        // Nothing is on a disk here under that name, which is told.
        resolve('/home/kim', 'file://elsewhere/b.syncwright-bundle'),
      ],
    },
  ],
])('reads %s', (_title, args, wanted) => {
  expect(readStartArguments(['syncwright', ...args], packaged)).toMatchObject(wanted)
})

test.each([
  [
    true,
    ['syncwright', '--user-data', '/d', 'a.json', 'file:///b.json', '--demo'],
    ['--user-data', '/d', '--demo'],
  ],
  [false, ['electron', '/checkout', 'a.json', '--user-data=/d'], ['/checkout', '--user-data=/d']],
])('a start like it (packaged: %s) opens none of its files', (isPackaged, argv, own) => {
  expect(readStartArguments(argv, { isPackaged, folder: '/home/kim' }).own).toEqual(own)
})

test('takes the folder of a checkout for what it is', () => {
  const found = readStartArguments(['electron', '/checkout/app.json', 'b.syncwright.json'], {
    isPackaged: false,
    folder: '/checkout',
  })
  expect(found.files).toEqual([resolve('/checkout/b.syncwright.json')])
})

test('a terminal in a folder that is gone starts the app all the same', () => {
  expect(workingFolder()).toBe(process.cwd())
  const gone = vi.spyOn(process, 'cwd').mockImplementation(() => {
    throw Object.assign(new Error('uv_cwd'), { code: 'ENOENT' })
  })
  expect(workingFolder()).toBe(homedir())
  gone.mockRestore()
})
