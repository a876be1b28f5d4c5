// The handover sheet through the real handlers: written where the person says, from what is saved, with the last test's rights.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../store/fixtures.ts'
import { startApp } from './app.ts'

const permissions = [
  {
    right: 'Service Desk > Service Tickets > Add All',
    state: 'missing' as const,
    neededFor: 'Created tickets',
  },
]

test('is written with rights, findings and a preview of the sample library', async () => {
  const path = join(temporaryFolder(), 'sheet.md')
  const app = startApp({ savePath: () => path })
  const { relationshipId: id } = await app.value('demo:open', {})
  expect(await app.value('files:handover', { id, format: 'markdown', permissions })).toEqual({ path })
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('| Service Desk > Service Tickets > Add All | Missing | Created tickets |')
  expect(text).toContain('Sample: the sample library')
  expect(text).toContain('☑ **Ready**: No errors')
  expect(text).toMatch(/\| Revision \| 1 – of \d+ \w+ \d{4}, \d\d:\d\d \|/)
  expect(text).toMatch(/\| Prepared by \| \S+ \|/)
})

test('is a PDF of the same page, and a sentence where that cannot be made', async () => {
  const path = join(temporaryFolder(), 'sheet.pdf')
  const app = startApp({ savePath: () => path })
  const { relationshipId: id } = await app.value('demo:open', {})
  await app.value('files:handover', { id, format: 'pdf', permissions })
  expect(readFileSync(path, 'utf8')).toMatch(/^%PDF-1\.7 of \d{4,} signs$/)
  const broken = startApp({ savePath: () => path, printSheet: () => Promise.reject(new Error('no printer')) })
  const { relationshipId } = await broken.value('demo:open', {})
  const told = await broken.call('files:handover', { id: relationshipId, format: 'pdf', permissions })
  expect(told).toMatchObject({ error: { code: 'write-failed', next: expect.stringContaining('web page') } })
})

test('is a page to print when that is asked for, and nothing when cancelled', async () => {
  const folder = temporaryFolder()
  let path: string | undefined = join(folder, 'sheet.html')
  const app = startApp({ savePath: () => path })
  const { relationshipId: id } = await app.value('demo:open', {})
  await app.value('files:handover', { id, format: 'html', permissions: [] })
  expect(readFileSync(join(folder, 'sheet.html'), 'utf8')).toMatch(/^<!doctype html>/)
  path = undefined
  expect(await app.value('files:handover', { id, format: 'html', permissions: [] })).toBeNull()
  expect(await app.code('files:handover', { id: 'gone', format: 'html', permissions: [] })).toBe(
    'unknown-item',
  )
})
