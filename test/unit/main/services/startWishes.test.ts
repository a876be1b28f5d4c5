// Wishes from outside wait for the page, in their order; a file is looked at before it is read.
import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createStartWishes } from '../../../../main/services/startWishes.ts'

const folder = mkdtempSync(join(tmpdir(), 'syncwright-wishes-'))
const forever = new AbortController().signal
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('what came before the page and after it is given once, in its order', async () => {
  const wishes = createStartWishes()
  wishes.openFile(file('a.syncwright.json', '{}'))
  wishes.openDemo()
  const first = await wishes.next(forever)
  expect(first).toMatchObject({ ok: true, value: { kind: 'file', fileName: 'a.syncwright.json' } })
  expect(await wishes.next(forever)).toEqual({ ok: true, value: { kind: 'demo' } })
  const third = wishes.next(forever)
  wishes.openFile(file('b.json', '[]'))
  expect(await third).toMatchObject({ value: { fileName: 'b.json', bytes: new Uint8Array([91, 93]) } })
})

test('a page that goes leaves the wish to the next one', async () => {
  const wishes = createStartWishes()
  const gone = new AbortController()
  const left = wishes.next(gone.signal)
  gone.abort()
  expect(await left).toEqual({ ok: true, value: null })
  wishes.openDemo()
  expect(await wishes.next(forever)).toEqual({ ok: true, value: { kind: 'demo' } })
})

test('what is no file, too large or gone is a sentence', async () => {
  const wishes = createStartWishes()
  mkdirSync(join(folder, 'folder.json'))
  const large = file('large.json', '')
  truncateSync(large, 65 * 1024 * 1024)
  for (const path of [join(folder, 'folder.json'), large, join(folder, 'gone.json')]) wishes.openFile(path)
  const codes: unknown[] = []
  for (let count = 0; count < 3; count += 1) {
    const wish = await wishes.next(forever)
    codes.push(wish.ok ? 'ok' : wish.error.code)
  }
  expect(codes).toEqual(['file-unreadable', 'file-too-large', 'file-unreadable'])
})
