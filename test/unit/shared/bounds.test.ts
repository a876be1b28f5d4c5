// The page about security names each bound as it is, and each place it names keeps to them.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { bounds } from '../../../shared/bounds.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8')
const rows = new Map(
  read('docs/security.md')
    .split('\n')
    .map((line) => line.split(' | '))
    .map(([border = '', bound = '', keptBy = '']) => [border.replace('| ', ''), { bound, keptBy }] as const),
)

const count = (number: number): string => number.toLocaleString('en-GB')
const size = (bytes: number): string =>
  bytes % (1024 * 1024) === 0 ? `${bytes / 1024 / 1024} MiB` : `${bytes / 1_000_000} MB`
const { answer, call, files, list, policy, typed, words, zip } = bounds
const ofFile = ({
  bytes,
  depth,
  entries,
  containers,
}: (typeof files)['sample' | 'relationships' | 'reference']) =>
  `${size(bytes)}, ${depth} levels, ${count(entries)} entries, ${count(containers)} containers`

test.each([
  [
    'one answer of a server',
    `${size(answer.bytes)}, ${answer.depth} levels, ${count(answer.linkHeader)} characters`,
  ],
  ['one list, of however many answers', `${count(list.rows)} rows or ${size(list.bytes)};`],
  ['words of a server', `${count(words.failure)} characters are looked at, ${count(words.page)} of a page`],
  ['relationships', ofFile(files.relationships)],
  ['reference data', ofFile(files.reference)],
  ['samples', ofFile(files.sample)],
  [
    'bundles',
    `${size(files.bundle.bytes)}, ${count(zip.entries)} entries that unpack to ${size(zip.bytes)}, a manifest of ${size(zip.manifest)} with ${files.bundle.depth} levels`,
  ],
  [
    'what is typed, pasted or in files',
    `a site ${count(typed.site)} characters, a name or a company ID ${count(typed.name)}, an id ${typed.id}, a public key or client ID ${typed.publicKey}, a private key ${count(typed.privateKey)}, a pasted mail ${count(typed.pasted)}`,
  ],
  [
    'calls of the page',
    `${size(call.text)} of a file’s text, ${size(call.draft)} of a draft, ${count(call.ids)} things at once, ${count(call.list)} entries of any list`,
  ],
  ['the policy', `${size(policy.bytes)}, ${count(policy.sites)} sites of ${policy.host} characters`],
  ['signs of a site and a company ID', 'no control, no mark of direction, nothing that is not drawn'],
])('%s: as the page says', (border, words) => {
  expect(rows.get(border)?.bound).toContain(words)
  const places = [...(rows.get(border)?.keptBy ?? '').matchAll(/`([^`]+\.ts)`/g)].map(([, path = '']) => path)
  expect(places).not.toEqual([])
  for (const path of places) expect(read(path), path).toMatch(/from '[^']*\bbounds\.ts'/)
})
