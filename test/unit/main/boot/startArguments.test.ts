// What the command line asks of a start, packaged and from a checkout.
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readStartArguments } from '../../../../main/boot/startArguments.ts'

const packaged = { isPackaged: true, folder: '/home/kim' }
const nothing = { userData: undefined, demo: false, selfTest: false, files: [] }

test.each([
  ['nothing', [], nothing],
  ['a data folder', ['--user-data', '/d'], { ...nothing, userData: '/d' }],
  ['a data folder behind an equals sign', ['--user-data=/d'], { ...nothing, userData: '/d' }],
  ['a data folder without a name', ['--user-data'], { ...nothing, userData: '' }],
  ['the demo', ['--demo'], { ...nothing, demo: true }],
  [
    'files, whatever the desktop puts between them',
    ['--original-process-start-time=1', 'a.syncwright.json', '--no-sandbox', '/x/B.SYNCWRIGHT-BUNDLE'],
    { ...nothing, files: [resolve('/home/kim/a.syncwright.json'), resolve('/x/B.SYNCWRIGHT-BUNDLE')] },
  ],
  ['no file that is none of ours', ['notes.txt', 'https://example.test/a'], nothing],
])('reads %s', (_title, args, wanted) => {
  expect(readStartArguments(['syncwright', ...args], packaged)).toEqual(wanted)
})

test('takes the folder of a checkout for what it is', () => {
  const found = readStartArguments(['electron', '/checkout/app.json', 'b.syncwright.json'], {
    isPackaged: false,
    folder: '/checkout',
  })
  expect(found.files).toEqual([resolve('/checkout/b.syncwright.json')])
})
