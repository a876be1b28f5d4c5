// Runs what the app does beside main in the thread of the test.
import { type JobAnswer, type JobName, backgroundJobs, type RunJob } from '../../../main/background/jobs.ts'

const table: Readonly<Record<JobName, (...input: never[]) => unknown>> = backgroundJobs

export const runHere: RunJob = async <Name extends JobName>(name: Name, ...input: readonly unknown[]) =>
  (await table[name](...(input as never[]))) as JobAnswer<Name>
