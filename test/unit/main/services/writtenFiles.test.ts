// Only what was written in this run is shown or opened, and what became of it meanwhile is told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createWrittenFiles } from '../../../../main/services/writtenFiles.ts'

function written(said = '') {
  const showFile = vi.fn<(path: string) => void>()
  const openFile = vi.fn<(path: string) => Promise<string>>(async () => said)
  const remember = vi.fn<(path: string) => void>()
  const files = createWrittenFiles({ showFile, openFile, remember })
  const path = join(mkdtempSync(join(tmpdir(), 'syncwright-written-')), 'sheet.html')
  writeFileSync(path, '')
  return { files, path, showFile, openFile, remember }
}

test('a file of this run is shown and opened', async () => {
  const { files, path, showFile, openFile } = written()
  files.note(path)
  expect([files.show(path).ok, (await files.open(path)).ok]).toEqual([true, true])
  expect([showFile.mock.calls, openFile.mock.calls]).toEqual([[[path]], [[path]]])
})

test('another file is neither', async () => {
  const { files, path, showFile, openFile } = written()
  expect(files.show(path)).toMatchObject({ ok: false, error: { code: 'unknown-item' } })
  expect(await files.open(path)).toMatchObject({ ok: false, error: { code: 'unknown-item' } })
  expect([showFile.mock.calls, openFile.mock.calls]).toEqual([[], []])
})

test('one that was moved away is told as that, not as the fault of a program', async () => {
  const { files, path, showFile, openFile } = written('Failed to open path')
  files.note(path)
  rmSync(path)
  const sentence = 'The file is not where it was saved any more.'
  expect(files.show(path)).toMatchObject({ error: { message: sentence } })
  expect(await files.open(path)).toMatchObject({ error: { message: sentence } })
  expect([showFile.mock.calls, openFile.mock.calls]).toEqual([[], []])
})

test('one that no program opens is told as that', async () => {
  const { files, path } = written('No application is registered')
  files.note(path)
  expect(await files.open(path)).toMatchObject({ error: { message: expect.stringContaining('no program') } })
})

test('only files the app opens itself are on the list of recent ones', () => {
  const { files, remember } = written()
  for (const name of ['/a.syncwright-bundle', '/b.syncwright.json', '/c.pdf']) files.note(name)
  expect(remember.mock.calls.flat()).toEqual(['/a.syncwright-bundle', '/b.syncwright.json'])
})
