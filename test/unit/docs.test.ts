// The documentation keeps its word: what it links is there, and the files it shows are valid.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parseRelationshipsFile } from '../../shared/files/relationshipsFile.ts'
import { fieldNames } from '../../shared/files/sample/sampleFields.ts'
import { readInbound } from '../support/samples.ts'

const root = resolve(import.meta.dirname, '../..')
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root })]
const read = (page: string) => readFileSync(join(root, page), 'utf8')

/** Targets of Markdown links and pictures, and of `src` and `srcset`; addresses of the web are not looked up. */
const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)|\bsrc(?:set)?="([^"]+)"/g)]
    .map(([, markdown, html]) => markdown ?? html ?? '')
    .filter((link) => !/^[a-z]+:/.test(link))

/** The name a heading has in a link, as the usual Markdown sites make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

const headingsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

test.each(pages)('every link of %s leads somewhere', (page) => {
  const dead = linksOf(read(page)).filter((link) => {
    const [file = '', anchor] = link.split('#')
    const target = file === '' ? join(root, page) : resolve(root, dirname(page), file)
    if (!existsSync(target)) return true
    return anchor !== undefined && !headingsOf(readFileSync(target, 'utf8')).includes(anchor)
  })
  expect(dead).toEqual([])
})

test('every command the pages name exists', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const named = pages.flatMap((page) => [...read(page).matchAll(/npm run (?:-s )?([\w:]+)/g)])
  expect(named.map(([, name = '']) => name).filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
})

test('every file that the page about security names as mechanism or proof is there', () => {
  const named = [
    ...read('docs/security.md').matchAll(/`((?:[\w/]+\/)?[\w-]+\.(?:spec\.ts|test\.ts|tsx?|yml|md))`/g),
  ]
  const everywhere = globSync('{test,main,shared,renderer,preload,docs}/**/*.{ts,tsx,md}', { cwd: root })
  const files = [...everywhere, ...globSync('*.yml', { cwd: root }), 'LICENCES.md']
  const missing = named
    .map(([, name = '']) => name)
    .filter((name) => !files.some((file) => `/${file}`.endsWith(`/${name}`)))
  expect(named.length).toBeGreaterThan(30)
  expect(missing).toEqual([])
})

test('the files shown on the page about formats are valid', () => {
  const [relationships = '', sample = ''] = [
    ...read('docs/file-formats.md').matchAll(/```json\n([^]*?)```/g),
  ].map(([, text = '']) => text)
  expect(parseRelationshipsFile(relationships)).toMatchObject({ ok: true })
  expect(readInbound(sample)).toMatchObject({ ok: true, value: { notRead: [] } })
})

test('the page about formats lists the names of columns that are read, in their order', () => {
  const page = read('docs/file-formats.md')
  for (const [field, names] of Object.entries(fieldNames))
    expect(page).toContain(`| \`${field}\` | ${names.join(', ')} |`)
})
