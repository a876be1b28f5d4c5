// The commands of the walks, run in their order on the files the pages tell to save: none of them is refused.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cliFolder } from '../../../support/cli.ts'
import { exportText, snapshotText } from '../../../support/files.ts'

const page = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../../../../docs', `${name}.md`), 'utf8')

/** The JSON a page shows, block by block. */
const shownJson = (name: string): string[] =>
  [...page(name).matchAll(/```json\n([^]*?)```/g)].map(([, text = '']) => text)

const { folder, run } = cliFolder({
  'acme.reference.json': snapshotText(),
  'production.syncwright.json': exportText(),
  'sample.json': shownJson('file-formats')[1] ?? '',
  'arrived.json': shownJson('going-live')[0] ?? '',
})
mkdirSync(join(folder, 'customers'))
writeFileSync(join(folder, 'customers/contoso.syncwright.json'), exportText())
afterAll(() => rmSync(folder, { recursive: true }))

/** What follows `npm run -s cli -- ` in the shell blocks of a page; a test of keys needs a ConnectWise. */
const commands = ['it-staff', 'going-live'].flatMap((name) =>
  [...page(name).matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) =>
    [...block.replaceAll('\\\n', ' ').matchAll(/^npm run -s cli -- ([^#\n]+)/gm)].map(([, line = '']) =>
      line.trim(),
    ),
  ),
)

test('there are commands to walk', () => expect(commands.length).toBeGreaterThan(4))

test.each(commands)('%s', (line) => {
  const { status, stderr } = run(line.split(/\s+/))
  expect({ stderr, refused: status === 2 || status === null }).toMatchObject({ refused: false })
})
