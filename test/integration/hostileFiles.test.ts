// 1,000 hostile files in one process and some through the command line: one sentence each, or accepted and valid; nothing stored, memory bounded.
import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { isBundle, openBundle } from '../../main/files/openBundle.ts'
import { decodeText } from '../../shared/files/text/decodeText.ts'
import type { Parsed } from '../../shared/files/reading/parsed.ts'
import { parseRelationshipsFile } from '../../shared/files/relationshipsFile.ts'
import { openSample } from '../../shared/files/sample/openSample.ts'
import { readFlow } from '../../shared/files/sample/readSample.ts'
import { parseSnapshotFile } from '../../shared/files/snapshotFile.ts'
import { snapshotSchema } from '../../shared/reference/collections.ts'
import { relationshipSchema } from '../../shared/relationship/relationship.ts'
import { z } from '../../shared/zod.ts'
import { cliFolder } from '../support/cli.ts'
import { type HostileFile, hostileFile } from '../support/hostile.ts'
import { startApp } from './main/handlers/app.ts'
import { filesIn } from './main/store/fixtures.ts'

const many = 1000
const relationships = z.array(relationshipSchema)
const inMegabytes = (bytes: number) => bytes / 1024 / 1024

/** What every reader of that file says: refused with a sentence, or a value that its own schema takes. */
function judge<T>(parsed: Parsed<T>, isValid: (value: T) => boolean): boolean {
  if (!parsed.ok) return /^[^\n]{10,600}\.$/.test(parsed.error.message)
  return isValid(parsed.value)
}

async function verdicts({ bytes }: HostileFile): Promise<boolean[]> {
  if (isBundle(bytes)) {
    return [
      judge(
        await openBundle(bytes, 'some passphrase'),
        (bundle) =>
          relationships.safeParse(bundle.relationships).success &&
          bundle.snapshots.every((snapshot) => snapshotSchema.safeParse(snapshot).success),
      ),
    ]
  }
  const source = openSample(bytes)
  const samples = (['inbound', 'outbound'] as const).map((flow) =>
    judge(source.ok ? readFlow(source.value, flow) : source, ({ tickets }) => Array.isArray(tickets)),
  )
  const text = decodeText(bytes)
  if (!text.ok) return [...samples, judge(text, () => true)]
  return [
    ...samples,
    judge(parseRelationshipsFile(text.value), (file) => relationships.safeParse(file.relationships).success),
    judge(parseSnapshotFile(text.value), (snapshot) => snapshotSchema.safeParse(snapshot).success),
  ]
}

test(`${many} hostile files get a sentence each or are valid, and memory stays bounded`, async () => {
  const before = process.memoryUsage().rss
  let worst = 0
  const bad: string[] = []
  for (let number = 0; number < many; number += 1) {
    const file = hostileFile(number)
    const good = await verdicts(file).catch((error: unknown) => [`thrown: ${String(error)}`])
    if (good.some((each) => each !== true)) bad.push(`${number} ${file.title}: ${good.join()}`)
    worst = Math.max(worst, process.memoryUsage().rss - before)
  }
  expect(bad).toEqual([])
  expect(inMegabytes(worst)).toBeLessThan(1500)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('reading them in the app stores nothing', async () => {
  const app = startApp()
  for (let number = 0; number < 200; number += 1) {
    const { name, bytes } = hostileFile(number)
    const text = decodeText(bytes)
    if (isBundle(bytes)) await app.call('files:readBundle', { fileName: name, bytes, passphrase: null })
    else if (text.ok) await app.call('files:readImport', { fileName: name, text: text.value })
  }
  expect(app.answers.filter((answer) => answer.includes('"internal"'))).toEqual([])
  expect(filesIn(app.folder)).toEqual([])
})

const chosen = Array.from({ length: 18 }, (_, index) => hostileFile(index * 37 + 5))
const text100 = Buffer.alloc(100_000_000, 'x')
const { folder, run } = cliFolder({
  ...Object.fromEntries(chosen.map(({ name, bytes }) => [name, bytes])),
  'long.syncwright.json': Buffer.concat([
    Buffer.from('{"kind":"syncwright.relationships","version":"'),
    text100,
    Buffer.from('"}'),
  ]),
  'long.reference.json': Buffer.concat([
    Buffer.from('{"kind":"syncwright.reference","version":1,"fetchedAt":"'),
    text100,
    Buffer.from('"}'),
  ]),
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each([...chosen.map(({ name }) => name), 'long.syncwright.json', 'long.reference.json'])(
  'the command line says one sentence about %s',
  (name) => {
    const { status, stdout, stderr } = run(['validate', name, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ ok: status === 0 })
    if (status === 0) return
    expect(status).toBe(2)
    expect(stderr).toMatch(/^[^\n]+\.\n$/)
  },
)
