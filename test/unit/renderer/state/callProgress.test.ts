// What a long call has reported: each stage once, lists with the larger total, and a wait until rows come again.
import { describe, expect, it } from 'vitest'
import { type CallProgress, noProgress, withReport } from '../../../../renderer/state/callProgress.ts'
import type { Stage, StageName } from '../../../../shared/connection/connection.ts'
import type { ProgressReport } from '../../../../shared/ipc/progress.ts'

const stage = (name: StageName, ok: boolean, ms: number): ProgressReport => {
  const reported: Stage = { stage: name, ok, ms, code: '', message: name, next: '' }
  return { kind: 'stage', stage: reported }
}
const boards = (done: number, total: number | null, finished = false): ProgressReport => ({
  kind: 'collection',
  collection: 'boards',
  done,
  total,
  finished,
})
const after = (...reports: ProgressReport[]): CallProgress =>
  reports.reduce((progress, report) => withReport(progress, report, 1000), noProgress)

describe('the progress of a call', () => {
  it('holds a stage that reports twice once, as it was said last', () => {
    const { stages } = after(stage('address', true, 4), stage('tls', true, 6), stage('address', false, 8))
    expect(stages.map(({ stage: name, ok }) => [name, ok])).toEqual([
      ['tls', true],
      ['address', false],
    ])
  })

  it('holds every list by itself, with the largest total it named', () => {
    const { collections } = after(boards(10, 50), boards(20, 20, true))
    expect(collections).toEqual({ boards: { done: 20, total: 50, finished: true } })
    expect(after(boards(10, null)).collections.boards?.total).toBeNull()
  })

  it('holds how many tickets were read', () => {
    expect(after({ kind: 'tickets', done: 20, total: null }).tickets).toEqual({ done: 20, total: null })
  })

  it.each<[string, ProgressReport]>([
    ['rows come', boards(1, 2)],
    ['tickets come', { kind: 'tickets', done: 1, total: 2 }],
    ['nothing is left of it', { kind: 'wait', seconds: 0 }],
  ])('waits when ConnectWise asks to, until %s', (_title, next) => {
    const waiting = after({ kind: 'wait', seconds: 12 })
    expect(waiting.wait).toEqual({ seconds: 12, until: 13_000 })
    expect(withReport(waiting, next, 2000).wait).toBeNull()
  })
})
