// Work beside main: in Electron main is the thread of the window, so what computes for long is sent to a thread of its own.
import type { Worker } from 'node:worker_threads'
import type { JobAnswer, JobName, RunJob } from './jobs.ts'
import { createPost } from './post.ts'

/** These share one thread, which keeps what they have read; each other job gets its own, which ends with it. */
const lasting: ReadonlySet<JobName> = new Set<JobName>(['searchCompanies', 'findCompanies'])

type Failure = { message: string; code: string }
type Thread = { run: (name: JobName, input: readonly unknown[]) => Promise<unknown>; end: () => void }

const stopped = new Error('The work beside the window ended before its answer.')

function startThread(spawn: () => Worker, onExit: () => void): Thread {
  const worker = spawn()
  // The app ends when it wants to, not when a thread has nothing left to do.
  worker.unref()
  let lastId = 0
  const running = new Map<number, PromiseWithResolvers<unknown>>()
  const post = createPost(worker, (id, outcome, value) => {
    const job = running.get(id)
    running.delete(id)
    if (outcome === 'done') return job?.resolve(value)
    const { message, code } = value as Failure
    job?.reject(Object.assign(new Error(message), { code }))
  })
  const fail = (error: unknown): void => {
    for (const job of running.values()) job.reject(error)
    running.clear()
  }
  worker.on('error', fail)
  worker.on('exit', () => {
    onExit()
    fail(stopped)
  })
  return {
    run: (name, input) => {
      lastId += 1
      const job = Promise.withResolvers<unknown>()
      running.set(lastId, job)
      post.send(lastId, name, input).catch(job.reject)
      return job.promise
    },
    end: () => void worker.terminate(),
  }
}

/** `spawn` makes a thread that runs `worker.ts`. */
export function createBackground(spawn: () => Worker): RunJob {
  let kept: Thread | undefined
  return async <Name extends JobName>(name: Name, ...input: readonly unknown[]): Promise<JobAnswer<Name>> => {
    // The table of jobs gives each name its types; on the way between threads they are plain data.
    if (lasting.has(name)) {
      // What has failed is not asked again: the next job starts a thread anew.
      kept ??= startThread(spawn, () => {
        kept = undefined
      })
      return (await kept.run(name, input)) as JobAnswer<Name>
    }
    const thread = startThread(spawn, () => {})
    try {
      return (await thread.run(name, input)) as JobAnswer<Name>
    } finally {
      thread.end()
    }
  }
}
