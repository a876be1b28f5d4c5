// How far relationships are on their way to the live service, on disk: kept apart, and dropped with what is gone.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createGoLiveStore } from '../../../../main/store/goLiveStore.ts'
import { type GoLive, notBegun } from '../../../../shared/golive/goLive.ts'
import { openConf } from '../../../support/stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'syncwright-golive-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = () =>
  createGoLiveStore({ openStore: openConf, now: () => new Date(0), notify: () => {} }, folder)
const begun: GoLive = { ...notBegun, firstSync: '2026-11-23T10:00:00Z' }
const everything = () => true

test('what is stored is there again, and nothing is begun elsewhere', () => {
  expect(open().put('a', begun, everything).ok).toBe(true)
  expect(open().get('a')).toEqual(begun)
  expect(open().get('b')).toEqual(notBegun)
})

test('what belongs to a relationship that is gone goes with the next change', () => {
  const store = open()
  store.put('a', begun, everything)
  store.put('b', begun, (id) => id !== 'a')
  expect(store.get('a')).toEqual(notBegun)
  expect(store.get('b')).toEqual(begun)
})

test('who watches a relationship hears of its changes alone, until it stops', () => {
  const store = open()
  const heard: (string | null)[] = []
  const stop = store.watch('a', () => heard.push(store.get('a').firstSync))
  store.put('b', begun, everything)
  store.put('a', begun, everything)
  stop()
  store.put('a', notBegun, everything)
  expect(heard).toEqual([begun.firstSync])
})

test('a test of saved keys is kept by connection and override, until those are gone, and whoever watches hears of it', () => {
  const store = open()
  const tested = { of: 'keys', for: 'na acme', at: '2026-11-23T09:00:00Z' }
  const later = { ...tested, at: '2026-11-24T09:00:00Z' }
  const connection = { connectionId: 'c', overrideOf: null }
  const override = { connectionId: 'c', overrideOf: 'a' }
  const heard: string[] = []
  store.put('a', begun, everything)
  store.watch('b', () => heard.push('b'))
  store.noteTest(connection, tested, everything)
  store.noteTest(override, tested, everything)
  store.noteTest(connection, later, everything)
  expect(open().testOf(connection)).toEqual(later)
  expect(open().testOf(override)).toEqual(tested)
  store.noteTest(connection, later, ({ overrideOf }) => overrideOf === null)
  expect(store.testOf(override)).toBeUndefined()
  expect(store.get('a')).toEqual(begun)
  expect(heard).toEqual(['b', 'b', 'b', 'b'])
})

test('what a newer version wrote beside what is known stays with it, and goes when the thing itself changes', () => {
  const at = '2026-11-23T10:00:00Z'
  const tick = (of: string) => ({ of, for: 'Contoso', at, by: 'dana' })
  const summary = { 'as-expected': 1, differs: 1, missing: 0, ambiguous: 0, extra: 0, moved: 2 }
  const verified = { ...tick('verified'), summary, leaks: 0, accepted: [tick('0 INC-1')], sampled: 3 }
  const newer = { entered: [tick('company'), tick('status')], read: [], verified, rehearsed: { at } }
  const kept = { version: 1, signedOff: true, relationships: [{ id: 'a', goLive: newer, watchers: ['bo'] }] }
  const path = join(folder, 'go-live.json')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, JSON.stringify(kept))
  const store = open()
  const known = store.get('a')
  expect(known).not.toHaveProperty('rehearsed')
  const [company] = known.entered
  expect(company).toEqual({ of: 'company', for: 'Contoso', at })
  const later = { of: 'status', for: 'Closed', at }
  store.put('a', { ...known, entered: [...known.entered.slice(0, 1), later], automatic: true }, everything)
  store.put('b', begun, everything)
  const { relationships, ...file } = JSON.parse(readFileSync(path, 'utf8'))
  expect(file).toMatchObject({ version: 1, signedOff: true })
  expect(relationships[0]).toMatchObject({ id: 'a', watchers: ['bo'] })
  expect(relationships[0].goLive).toMatchObject({
    ...newer,
    entered: [tick('company'), later],
    automatic: true,
  })
  expect(relationships[0].goLive.entered[1]).not.toHaveProperty('by')
})
