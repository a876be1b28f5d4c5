// A name typed without an ending gets that of what is saved, and no file is written over that nobody was asked about.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { startFakeElectron } from '../../../host/fakeElectron.ts'

const fake = startFakeElectron()
vi.resetModules()
vi.doMock('electron', () => fake.electron)
const { askSavePath, withEnding } = await import('../../../../main/electron/saveDialog.ts')

test.each([
  ['/x/settings', 'a.syncwright.json', '/x/settings.syncwright.json'],
  ['/x/Contoso v1.2', 'a.syncwright-bundle', '/x/Contoso v1.2.syncwright-bundle'],
  ['/x/sheet', 'a handover.html', '/x/sheet.html'],
  ['/x/settings.json', 'a.syncwright.json', '/x/settings.json'],
  ['/x/sheet.htm', 'a handover.html', '/x/sheet.htm'],
])('%s as %s is %s', (path, suggested, saved) => expect(withEnding(path, suggested)).toBe(saved))

const folder = mkdtempSync(join(tmpdir(), 'syncwright-saved-'))
const typed = (...names: string[]) => {
  for (const name of names) fake.answer('showSaveDialog', { canceled: false, filePath: join(folder, name) })
}
const asked = () => fake.done('dialog.showSaveDialog').map(([options]) => Object(options).defaultPath)

test('the name is asked once where no other file is meant', async () => {
  typed('new')
  expect(await askSavePath('a.syncwright.json')).toBe(join(folder, 'new.syncwright.json'))
  expect(asked()).toEqual(['a.syncwright.json'])
})

test('the next file begins where the last one went', async () => {
  typed('first.json', 'second.json')
  await askSavePath('first.json')
  await askSavePath('second.json')
  expect(asked().at(-1)).toBe(join(folder, 'second.json'))
})

test('a file that only the ending makes the same is asked about, and kept where it is not to be replaced', async () => {
  const there = join(folder, 'there.syncwright.json')
  writeFileSync(there, 'of last week')
  typed('there', 'elsewhere')
  expect(await askSavePath('a.syncwright.json')).toBe(join(folder, 'elsewhere.syncwright.json'))
  expect(asked()).toEqual([join(folder, 'a.syncwright.json'), there])
  expect(fake.done('dialog.showMessageBox')).toMatchObject([[{ message: 'Replace there.syncwright.json?' }]])

  typed('there')
  fake.answer('showMessageBox', { response: 1 })
  expect(await askSavePath('a.syncwright.json')).toBe(there)

  typed('there')
  fake.answer('showSaveDialog', { canceled: true, filePath: '' })
  expect(await askSavePath('a.syncwright.json')).toBeUndefined()
})
