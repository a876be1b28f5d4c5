// Proves the rules of the house: who may import whom, who may touch Electron and zod, what each file begins with.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const folders = ['main', 'preload', 'renderer', 'shared', 'test', 'scripts']
const files = globSync(
  folders.map((folder) => `${folder}/**/*.{ts,tsx,mjs}`),
  { cwd: root },
)
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted()
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const withoutComments = (source: string) =>
  source.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')

/** Specifiers of every import, export-from, dynamic import and require; a type import counts too. */
const importsOf = (path: string): string[] =>
  [
    ...withoutComments(read(path)).matchAll(
      /^(?:import|export)\s[^'`;]*?from\s*'([^']+)'|^import\s*'([^']+)'|\b(?:import|require)\(\s*'([^']+)'\s*\)/gm,
    ),
  ].map(([, named, bare, called]) => named ?? bare ?? called ?? '')

/** A specifier as a path from the project's root, or the package's name as it is. */
const targetOf = (path: string, specifier: string) =>
  specifier.startsWith('.')
    ? relative(root, resolve(root, dirname(path), specifier)).replaceAll('\\', '/')
    : specifier

const edges = files.flatMap((from) =>
  importsOf(from).map((specifier) => ({
    from,
    to: targetOf(from, specifier),
    local: specifier.startsWith('.'),
  })),
)
const edgesBelow = (folder: string) => edges.filter(({ from }) => from.startsWith(`${folder}/`))
const words = (found: { from: string; to: string }[]) => found.map(({ from, to }) => `${from} imports ${to}`)

test('the rules below see the project', () => {
  expect(edges).toContainEqual({ from: 'shared/ipc/contract.ts', to: 'shared/zod.ts', local: true })
  expect(edges).toContainEqual({ from: 'preload/index.ts', to: 'electron', local: false })
})

describe('import directions', () => {
  test.each([
    ['renderer', /^(renderer|shared)\//],
    ['preload', /^shared\/ipc\/channels\.ts$/],
    ['main', /^(main|shared)\/|^package\.json$/],
    ['shared', /^shared\//],
  ])('%s keeps to its own', (folder, allowed) => {
    expect(words(edgesBelow(folder).filter(({ to, local }) => local && !allowed.test(to)))).toEqual([])
  })

  test('shared knows no package but zod', () => {
    expect(words(edgesBelow('shared').filter(({ to, local }) => !local && to !== 'zod'))).toEqual([])
  })

  test('zod has one door', () => {
    const found = edges.filter(({ from, to }) => /^zod($|\/)/.test(to) && from !== 'shared/zod.ts')
    expect(words(found)).toEqual([])
  })
})

describe('Electron', () => {
  const packages = /^(electron|electron-store|electron-log)($|\/)/
  const mayTouch =
    /^main\/(boot\/index|electron\/(?:[a-zA-Z]+\/)?[a-zA-Z]+|store\/keystore)\.ts$|^preload\/index\.ts$/

  test('is touched by the edge of the app only', () => {
    const product = edges.filter(({ from }) => !from.startsWith('test/'))
    const found = product.filter(({ from, to }) => /^electron($|\/)/.test(to) && !mayTouch.test(from))
    expect(words(found)).toEqual([])
  })

  test('is nowhere near the command line', () => {
    const reached = new Set(files.filter((path) => path.startsWith('main/cli/')))
    for (const path of reached)
      for (const { from, to, local } of edges) if (from === path && local) reached.add(to)
    expect(words(edges.filter(({ from, to }) => reached.has(from) && packages.test(to)))).toEqual([])
  })
})

test('every file begins with a comment that says its job', () => {
  expect(files.filter((path) => !/^(#!.*\n)?\/[/*]+ ?\S/.test(read(path)))).toEqual([])
})

describe('sizes', () => {
  const product = files.filter((path) => /^(main|preload|renderer|shared)\//.test(path))

  test('no file of the product has more than 250 lines', () => {
    expect(product.filter((path) => read(path).split('\n').length > 251)).toEqual([])
  })

  test('no folder of the product has more than 16 files of code', () => {
    const counts = new Map<string, number>()
    for (const path of product) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > 16)).toEqual([])
  })
})

test('no two files of these rooms import each other', () => {
  const inside = edges.filter(
    ({ from, to, local }) =>
      local &&
      /^(shared\/(preview|files|fleet|reference)|renderer\/pickers)\//.test(from) &&
      to.endsWith('.ts'),
  )
  const back = inside.filter(({ from, to }) => edges.some((edge) => edge.from === to && edge.to === from))
  expect(words(back)).toEqual([])
})
