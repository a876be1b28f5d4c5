// How page and worker talk: a table of functions, one message per call, one per answer.
import type { Assignment } from '../../../shared/files/sample/sampleFields.ts'
import type { SampleOverview } from '../../../shared/files/sample/columnsOverview.ts'
import type { SampleUse } from '../../../shared/files/sample/readSample.ts'
import type { SampleReading } from '../../../shared/files/sample/source.ts'
import type { AppError } from '../../../shared/result.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import type { Comparison } from '../../../shared/preview/compare.ts'
import type { SampleTickets } from '../../../shared/preview/sample/tickets.ts'
import type { Entry } from './entries.ts'
import type { Detail, Judged } from './judgingSession.ts'

/** What the worker can do with the one sample it holds. */
export type WorkerCalls = {
  /** Adds a chunk of tickets; answers with how many are held. */
  add: (input: SampleTickets) => number
  /** Adds a chunk of tickets that main wrote as JSON: tickets of the flow `from`, taken as those of `flow`. */
  addText: (input: { from: Flow; flow: Flow; text: string }) => number
  /** Opens a whole file instead; answers with what to ask about its columns, or with why nothing can be read. */
  open: (input: { use: SampleUse; file: File; reading: SampleReading }) => Promise<OpenAnswer>
  /** Reads the open file with these columns; answers with what was wrong in it. */
  read: (input: Assignment | null) => ReadAnswer
  entries: (input: { from: number; size: number }) => Entry[]
  /** A part of the tickets as JSON; anonymised ones are to be asked for from the first on. */
  text: (input: { from: number; anonymous: boolean }) => string
  /** Kept for all later calls; it travels only when it changed. */
  reference: (input: Reference | null) => null
  judge: (input: { relationship: Relationship; since: string | null }) => Judged
  /** One ticket in full, under the settings last judged. */
  detail: (input: number) => Detail | null
  /** The same under other settings, with what else was judged last. */
  detailUnder: (input: { relationship: Relationship; index: number }) => Detail | null
  /** The settings last judged beside the saved ones. */
  compare: (input: Relationship) => Comparison | null
}

export type OpenAnswer = { ok: true; overview: SampleOverview | null } | { ok: false; problem: AppError }

export type ReadAnswer =
  | { ok: true; count: number; problems: readonly string[]; remarks: readonly string[] }
  | { ok: false; problem: AppError }

export type CallName = keyof WorkerCalls
type Input<Name extends CallName> = Parameters<WorkerCalls[Name]>[0]
type Output<Name extends CallName> = Awaited<ReturnType<WorkerCalls[Name]>>

/** `value` is what the named function of the same build answered. */
export type Ask = { id: number; name: CallName; input: never }
export type RemoteAnswer = { id: number; value: never } | { id: number; error: string }

export type Remote = {
  /** Rejects when the worker failed or was closed. */
  call: <Name extends CallName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
  close: () => void
}

const stopped = () => new Error('The preview worker stopped.')

/** Calls functions of the worker behind `port`; answers arrive in the order of the calls. */
export function createRemote(port: Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>): Remote {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let last = 0
  let over = false
  const failAll = () => {
    over = true
    for (const { reject } of waiting.values()) reject(stopped())
    waiting.clear()
  }
  port.addEventListener('message', ({ data }: MessageEvent<RemoteAnswer>) => {
    const call = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) call?.reject(new Error(data.error))
    else call?.resolve(data.value)
  })
  port.addEventListener('error', failAll)
  return {
    call: (name, input) =>
      new Promise((resolve, reject) => {
        if (over) return reject(stopped())
        last += 1
        waiting.set(last, { resolve, reject })
        port.postMessage({ id: last, name, input })
      }),
    close() {
      port.terminate()
      failAll()
    },
  }
}
