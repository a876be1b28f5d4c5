// Proves the rules of the house: who may import whom, who may touch Electron and zod.
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { circlesOf, edges, files, loadedWith, productEdges, read, words } from './architecture/project.ts'
import { doors, roomTable } from './architecture/roomTable.ts'

/** A file beside the rooms, such as `shared/result.ts`, is a room by itself. */
const folderOf = (path: string) => (path.split('/').length > 2 ? dirname(path) : path)

const edgesBelow = (folder: string) => edges.filter(({ from }) => from.startsWith(`${folder}/`))

test('the rules below see the project', () => {
  expect(edges).toContainEqual({ from: 'shared/ipc/contract.ts', to: 'shared/zod.ts', local: true })
  expect(edges).toContainEqual({ from: 'preload/index.ts', to: 'electron', local: false })
  const ring = ['a', 'b', 'c'].map((from, index) => ({ from, to: ['b', 'c', 'a'][index] ?? '' }))
  expect(circlesOf([...ring, { from: 'd', to: 'a' }])).toEqual(['a, b, c'])
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

  test.each(['main', 'frame/Later', 'frame/SidebarList', 'overview/Overview', 'overview/RowMenu'])(
    'the first screen does not wait for zod: it checks nothing (%s)',
    (part) => {
      const loaded = loadedWith(`renderer/${part}.tsx`)
      expect(loaded.length).toBeGreaterThan(10)
      expect(loaded).not.toContain('shared/zod.ts')
    },
  )

  test('zod has one door', () => {
    const found = edges.filter(({ from, to }) => /^zod($|\/)/.test(to) && from !== 'shared/zod.ts')
    expect(words(found)).toEqual([])
  })
})

describe.each(Object.entries(roomTable))('the rooms of %s', (part, rows) => {
  const names = rows.map(([room]) => room)
  const allowed = rows.flatMap(([room, mayImport]) =>
    mayImport.split(' ').flatMap((other) => (other === '' ? [] : [`${room} > ${other}`])),
  )
  /** `shared/result.ts` is a room by itself. */
  const roomOf = (path: string) => path.split('/')[1]?.replace(/\.tsx?$/, '') ?? ''
  const found = productEdges.filter(
    ({ from, to }) => from.startsWith(`${part}/`) && to.startsWith(`${part}/`) && roomOf(from) !== roomOf(to),
  )
  const arrowOf = ({ from, to }: { from: string; to: string }) => `${roomOf(from)} > ${roomOf(to)}`

  test('are those of the table', () => {
    const rooms = files.filter((path) => path.startsWith(`${part}/`)).map(roomOf)
    expect([...new Set(rooms)].toSorted()).toEqual(names.toSorted())
  })

  test('import only rooms further down', () => {
    const upwards = allowed.filter((arrow) => {
      const [from = '', to = ''] = arrow.split(' > ')
      return names.indexOf(to) <= names.indexOf(from)
    })
    expect(upwards).toEqual([])
  })

  test('import what their row names and nothing else', () => {
    expect(words(found.filter((edge) => !allowed.includes(arrowOf(edge))))).toEqual([])
  })

  test('have no row that names more than is needed', () => {
    const used = new Set(found.map(arrowOf))
    expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([])
  })
})

test('no file leads back to itself, not even by types', () => {
  expect(circlesOf(productEdges)).toEqual([])
})

test('no folder leads back to itself', () => {
  const folders = productEdges.map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))
  expect(circlesOf(folders)).toEqual([])
})

test.each(Object.entries(doors))('%s is entered through its front file', (room, files) => {
  const inside = (path: string) => path.startsWith(`${room}/`)
  const passing = productEdges.filter(
    ({ from, to }) => inside(to) && !inside(from) && !files.some((file) => to === `${room}/${file}`),
  )
  expect(words(passing)).toEqual([])
})

describe('Electron', () => {
  const packages = /^(electron|electron-store|electron-log)($|\/)/
  const mayTouch =
    /^main\/(boot\/index|electron\/(?:[a-zA-Z]+\/)?[a-zA-Z]+|store\/keys\/keystore)\.ts$|^preload\/index\.ts$/

  test('is touched by the edge of the app only', () => {
    const ours = edges.filter(({ from }) => !from.startsWith('test/'))
    const found = ours.filter(({ from, to }) => /^electron($|\/)/.test(to) && !mayTouch.test(from))
    expect(words(found)).toEqual([])
  })

  test('is nowhere near the command line', () => {
    const reached = new Set(files.filter((path) => path.startsWith('main/cli/')))
    for (const path of reached)
      for (const { from, to, local } of edges) if (from === path && local) reached.add(to)
    expect(words(edges.filter(({ from, to }) => reached.has(from) && packages.test(to)))).toEqual([])
  })
})

test('no folder of tests is left out of the run', () => {
  const kinds = files.flatMap((path) => /^test\/\w+\/(?=.*(\.browser)?\.test\.tsx?$)/.exec(path)?.[0] ?? [])
  const named = [...new Set(kinds)].filter(
    (folder) => !read('vitest.config.ts').includes(`'${folder}**/*.test.ts'`),
  )
  expect(named).toEqual([])
})
