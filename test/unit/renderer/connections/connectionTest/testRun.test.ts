// A connection test as it is drawn: its stages on one time line, and whether it is about what stands in the form.
import { describe, expect, it } from 'vitest'
import {
  milliseconds,
  isOutdated,
  stageRows,
  type Tested,
  type TestRun,
} from '../../../../../renderer/connections/connectionTest/testRun.ts'
import { noProgress } from '../../../../../renderer/state/callProgress.ts'
import { begunCall } from '../../../../../renderer/state/longCall.ts'
import type { Stage, StageName } from '../../../../../shared/connection/connection.ts'

describe('a connection test', () => {
  const tested: Tested = {
    credentials: { site: 'na.myconnectwise.net', companyId: 'acme', publicKey: 'p', clientId: 'c' },
    needs: { role: 'target', timeEntries: true, attachments: true, reverseSync: true },
    key: 'key one',
  }
  const stage = (name: StageName, ok: boolean | null, ms: number): Stage => ({
    stage: name,
    ok,
    ms,
    code: '',
    message: name,
    next: '',
  })
  const begun: TestRun = begunCall(tested, '2026-11-23T09:21:00.000Z')
  const reporting = (...stages: Stage[]): TestRun => ({ ...begun, progress: { ...noProgress, stages } })
  const states = (run: typeof begun) => stageRows(run).map(({ state }) => state)

  it('runs its first open stage and lets the others wait', () => {
    const run = reporting(stage('address', true, 4), stage('tls', true, 61))
    expect(states(run)).toEqual(['ok', 'ok', 'running', 'waiting', 'waiting', 'waiting', 'waiting'])
  })

  it('lists what did not run after a failure or a stop', () => {
    const stages = [stage('address', true, 4), stage('tls', false, 6), stage('company', null, 0)]
    expect(states({ ...reporting(...stages), running: false })).toEqual([
      'ok',
      'failed',
      'notRun',
      'notRun',
      'notRun',
      'notRun',
      'notRun',
    ])
  })

  it('tells the stage that was stopped, whose first rights may be known, from those that never began', () => {
    const stages = [
      ...(['address', 'tls', 'company', 'keys', 'clientId'] as const).map((name) => stage(name, true, 1)),
      { ...stage('version', null, 3), code: 'cancelled' },
      { ...stage('access', null, 0), code: 'not-run' },
    ]
    const result = { ok: false, baseUrl: '', permissions: [], stages }
    expect(states({ ...begun, running: false, result }).slice(4)).toEqual(['ok', 'stopped', 'notRun'])
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
    expect(isOutdated(begun, tested)).toBe(false)
    const elsewhere = { ...tested.credentials, site: 'eu.myconnectwise.net' }
    expect(isOutdated(begun, { ...tested, credentials: elsewhere })).toBe(true)
    expect(isOutdated(begun, { ...tested, key: 'key two' })).toBe(true)
  })

  it('answers for fewer ticks, not for more', () => {
    const fewer = { ...tested.needs, attachments: false }
    expect(isOutdated(begun, { ...tested, needs: fewer })).toBe(false)
    expect(isOutdated({ ...begun, about: { ...tested, needs: fewer } }, tested)).toBe(true)
  })

  it.each([
    [0, '0 ms'],
    [640.4, '640 ms'],
    [1307, '1.3 s'],
  ])('says %d milliseconds as %s', (ms, words) => expect(milliseconds(ms)).toBe(words))
})
