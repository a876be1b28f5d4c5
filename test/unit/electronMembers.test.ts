// What the app uses of Electron is there in the version it is built for, on the platform it runs on, and no event acts unseen.
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundleProblems, namesWhere, readDeclarations } from '../support/electronMembers.ts'

const root = resolve(import.meta.dirname, '../..')
const declared = readDeclarations()
const withoutComments = (source: string) =>
  source.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
const sources = [
  'main/boot/index.ts',
  'main/store/keys/keystore.ts',
  ...globSync('main/electron/**/*.ts', { cwd: root }),
].map((path) => ({ path, text: withoutComments(readFileSync(resolve(root, path), 'utf8')) }))
const used = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/\.(\w+)/g)].map(({ 1: name = '', index }) => ({
    path,
    name,
    before: text.slice(Math.max(0, index - 200), index),
  })),
)
const listenedTo = new Set(
  sources.flatMap(({ text }) =>
    [...text.matchAll(/\.(?:on|once)\(\s*'([\w-]+)'/g)].map(([, name = '']) => name),
  ),
)

test('the declarations are understood', () => {
  expect(declared.modules.get('app')).toBe('App')
  expect(declared.types.get('App')?.members.get('setAppUserModelId')).toMatchObject({ platform: 'win32' })
  expect(declared.types.get('App')?.events.get('select-client-certificate')).toMatchObject({ acts: true })
  expect(declared.types.size).toBeGreaterThan(300)
})

test('nothing deprecated is used', () => {
  const deprecated = namesWhere(declared, (facts) => facts.deprecated)
  expect(deprecated.size).toBeGreaterThan(3)
  expect(used.filter(({ name }) => deprecated.has(name))).toEqual([])
})

test('what belongs to one platform is asked for there alone', () => {
  const narrow = namesWhere(declared, ({ platform }) => platform !== null)
  const found = used.filter(({ name }) => narrow.has(name))
  expect(found.map(({ name }) => name)).toContain('setAppUserModelId')
  const open = found.filter(
    ({ before, name }) =>
      !/process\.platform|isMac|typeof [\w.]+$/.test(before + name) &&
      !new RegExp(`typeof [\\w.]+\\.${name}`).test(before),
  )
  expect(open.map(({ path, name }) => `${path}: ${name}`)).toEqual([])
})

describe('an event that acts when nobody listens', () => {
  const page = readFileSync(resolve(root, 'docs/security.md'), 'utf8')
  const left = new Set([...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name = '']) => name))
  const acting = [
    'App',
    'BaseWindow',
    'BrowserWindow',
    'WebContents',
    'Session',
    'PowerMonitor',
    'ClientRequest',
  ].flatMap((type) =>
    [...(declared.types.get(type)?.events ?? [])].filter(([, { acts }]) => acts).map(([name]) => name),
  )

  test.each([...new Set(acting)])('%s is listened to, or left alone for a reason', (name) => {
    expect([listenedTo.has(name), left.has(name)].filter(Boolean)).toHaveLength(1)
  })

  test('is not left alone when Electron has it no more', () => {
    expect([...left].filter((name) => !acting.includes(name))).toEqual([])
  })
})

describe('in a bundle', () => {
  const bundle = (rest: string) => bundleProblems(`let electron = require("electron");\n${rest}`, declared)

  test.each([
    ['electron.app.getVersion(); new electron.BrowserWindow(); electron.ipcMain.on("x", f)', []],
    ['// electron.d.ts says so', []],
    ['electron.clipboards.readText()', ['electron.clipboards does not exist']],
    ['electron.app.makeSingleInstance()', ['electron.app.makeSingleInstance does not exist']],
    [
      'electron.app.setAppUserModelId("x")',
      ['electron.app.setAppUserModelId belongs to win32 and nothing asks for the platform'],
    ],
    ['if (process.platform === "win32") electron.app.setAppUserModelId("x")', []],
  ])('%s', (text, problems) => expect(bundle(text)).toEqual(problems))

  test('that does not know Electron is told', () => {
    expect(bundleProblems('', declared)).toEqual(['the bundle does not require electron'])
  })
})
