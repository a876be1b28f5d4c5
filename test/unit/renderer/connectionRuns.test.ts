// The pure parts of what runs on a connection: the waterfall of a test, the progress of a refresh.
import { describe, expect, it } from 'vitest'
import {
  begunRefresh,
  collectionRows,
  finishedOf,
  heardOf,
  partialWords,
  waitedFor,
  withReport,
} from '../../../renderer/connections/refresh/refreshRun.ts'
import { keyMark } from '../../../renderer/connections/test/keyMark.ts'
import {
  begunRun,
  inWords,
  isOutdated,
  stageRows,
  withStage,
} from '../../../renderer/connections/test/testRun.ts'
import type { Stage, StageName } from '../../../shared/connection/connection.ts'

describe('a connection test', () => {
  const subject = {
    credentials: { site: 'na.myconnectwise.net', companyId: 'acme', publicKey: 'p', clientId: 'c' },
    privateKey: null,
    target: null,
    needs: { role: 'target' as const, timeEntries: true, attachments: true, reverseSync: true },
  }
  const stage = (name: StageName, ok: boolean | null, ms: number): Stage => ({
    stage: name,
    ok,
    ms,
    code: '',
    message: name,
    next: '',
  })
  const begun = begunRun(subject, 'key one', '2026-11-23T09:21:00.000Z')
  const states = (run: typeof begun) => stageRows(run).map(({ state }) => state)

  it('runs its first open stage and lets the others wait', () => {
    const run = withStage(withStage(begun, stage('address', true, 4)), stage('tls', true, 61))
    expect(states(run)).toEqual(['ok', 'ok', 'running', 'waiting', 'waiting', 'waiting', 'waiting'])
  })

  it('counts a stage that reports twice once', () => {
    const run = withStage(withStage(begun, stage('address', true, 4)), stage('address', false, 8))
    expect(stageRows(run).filter(({ ms }) => ms !== null)).toMatchObject([
      { name: 'address', state: 'failed', ms: 8 },
    ])
  })

  it('lists what did not run after a failure or a stop', () => {
    const failed = withStage(withStage(begun, stage('address', true, 4)), stage('tls', false, 6))
    const stages = [...failed.stages, stage('company', null, 0)]
    expect(states({ ...failed, running: false, stages })).toEqual([
      'ok',
      'failed',
      'notRun',
      'notRun',
      'notRun',
      'notRun',
      'notRun',
    ])
  })

  it('places each stage behind the one before, in per cent of the whole', () => {
    const result = {
      ok: true,
      baseUrl: '',
      permissions: [],
      stages: [stage('address', true, 100), stage('tls', true, 300), stage('company', null, 0)],
    }
    expect(stageRows({ ...begun, running: false, result }).slice(0, 3)).toMatchObject([
      { from: 0, width: 25, ms: 100 },
      { from: 25, width: 75, ms: 300 },
      { width: 0, ms: null },
    ])
  })

  it('belongs to its inputs, the private key among them', () => {
    const now = { ...subject, key: 'key one' }
    expect(isOutdated(begun, now)).toBe(false)
    const elsewhere = { ...subject.credentials, site: 'eu.myconnectwise.net' }
    expect(isOutdated(begun, { ...now, credentials: elsewhere })).toBe(true)
    expect(isOutdated(begun, { ...now, key: 'key two' })).toBe(true)
  })

  it('answers for fewer ticks, not for more', () => {
    const fewer = { ...subject.needs, attachments: false }
    expect(isOutdated(begun, { ...subject, needs: fewer, key: 'key one' })).toBe(false)
    expect(isOutdated({ ...begun, needs: fewer }, { ...subject, key: 'key one' })).toBe(true)
  })

  it('tells one typed key from another, and a typed one from a saved one', () => {
    expect(keyMark('PlantedKeyOne', null)).toBe(keyMark('PlantedKeyOne', 'id'))
    expect(keyMark('PlantedKeyOne', null)).not.toBe(keyMark('PlantedKeyTwo', null))
    expect(keyMark('', 'id')).toBe(keyMark(null, 'id'))
    expect(keyMark(null, 'id')).not.toBe(keyMark(null, 'other'))
    expect(keyMark('PlantedKeyOne', null)).not.toContain('Planted')
  })

  it.each([
    [0, '0 ms'],
    [640.4, '640 ms'],
    [1307, '1.3 s'],
  ])('says %d milliseconds as %s', (ms, words) => expect(inWords(ms)).toBe(words))
})

describe('a refresh', () => {
  const begun = begunRefresh({ connectionId: 'c', overrideOf: null }, 'call')
  const report = (done: number, total: number | null, finished = false) =>
    ({ kind: 'collection', collection: 'companies', done, total, finished }) as const
  const companies = (run: typeof begun) => collectionRows(run)[0]

  it.each([
    ['nothing yet', begun, { amount: 'waiting', value: 0 }],
    ['an unknown total', withReport(begun, report(1000, null), 0), { amount: '1,000', value: null }],
    ['n of m', withReport(begun, report(61_000, 100_000), 0), { amount: '61,000 of 100,000', value: 61 }],
    ['more than was counted', withReport(begun, report(12, 10), 0), { value: 100 }],
    ['nothing of nothing', withReport(begun, report(0, 0), 0), { amount: '0 of 0', value: null }],
    ['the end', withReport(begun, report(5, 5, true), 0), { amount: '5', value: 100, finished: true }],
  ])('shows %s', (_title, run, row) => expect(companies(run)).toMatchObject(row))

  it('counts what is finished', () => {
    expect(finishedOf(withReport(begun, report(5, 5, true), 0))).toEqual({ done: 1, total: 9 })
  })

  it('waits when ConnectWise asks to, until rows come again', () => {
    const waiting = withReport(begun, { kind: 'wait', seconds: 12 }, 1000)
    expect(waiting.waitUntil).toBe(13_000)
    expect(withReport(waiting, report(1, 2), 2000).waitUntil).toBeNull()
    expect(withReport(waiting, { kind: 'wait', seconds: 0 }, 2000).waitUntil).toBeNull()
  })

  it('names what has not come yet, and tells apart what was heard', () => {
    const members = {
      kind: 'collection',
      collection: 'members',
      done: 0,
      total: null,
      finished: false,
    } as const
    const run = withReport(withReport(begun, report(1000, null), 0), members, 0)
    expect(waitedFor(begun)).toBe('an answer')
    expect(waitedFor(run)).toBe('companies, members')
    expect(waitedFor(withReport(run, report(1000, 1000, true), 0))).toBe('members')
    expect(heardOf(withReport(run, report(2000, null), 0))).not.toBe(heardOf(run))
    expect(heardOf(withReport(run, report(1000, null), 5))).toBe(heardOf(run))
  })

  it('says how much of a partial collection was read', () => {
    expect(partialWords(withReport(begun, report(61_000, 100_412), 0), 'companies')).toBe(
      '61,000 of 100,412 companies were read.',
    )
    expect(partialWords(begun, 'members')).toBe('Members could not be read.')
    const cut = withReport(withReport(begun, report(1000, 5000), 0), report(2000, 2000, true), 0)
    expect(partialWords(cut, 'companies')).toBe('2,000 of 5,000 companies were read.')
    expect(partialWords(withReport(begun, report(25, 25, true), 0), 'companies')).toBe(
      '25 companies were read.',
    )
  })
})
