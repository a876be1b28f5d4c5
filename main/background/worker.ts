// The thread beside main: takes jobs by name, gives their answers back.
import { parentPort } from 'node:worker_threads'
import { systemCode } from '../disk/writeFailure.ts'
import { backgroundJobs } from './jobs.ts'
import { createPost } from './post.ts'

const run: Readonly<Record<string, (...input: never[]) => unknown>> = backgroundJobs

if (parentPort) {
  const post = createPost(parentPort, (id, name, input) => {
    void answer(id, name, input)
  })

  const answer = async (id: number, name: string, input: unknown): Promise<void> => {
    try {
      const value = await run[name]?.(...(input as never[]))
      // Bytes that were made here are handed over in place of being copied.
      const bytes = value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : []
      await post.send(id, 'done', value, bytes)
    } catch (error) {
      // What the system calls the failure does not survive the way between threads by itself.
      await post.send(id, 'failed', { message: String(error), code: systemCode(error) })
    }
  }
}
