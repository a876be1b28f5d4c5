// Reads a sample file of any system: a small one in the page, a large one in the worker that then holds it.
import { sayMegabytes } from '../../../shared/bounds.ts'
import type { Assignment } from '../../../shared/files/sample/sampleFields.ts'
import { largestSample } from '../../../shared/files/sample/openSample.ts'
import type { SampleOverview } from '../../../shared/files/sample/columnsOverview.ts'
import type { SampleUse } from '../../../shared/files/sample/readSample.ts'
import type { SampleReading } from '../../../shared/files/sample/source.ts'
import type { AppError } from '../../../shared/result.ts'
import { CallError } from '../../state/queries.ts'
import type { Remote } from '../judging/remote.ts'
import { parseSample } from '../judging/parseSample.ts'
import {
  fetchEntries,
  heldSample,
  holdSample,
  type SampleOrigin,
  type HeldSample,
  startRemote,
} from '../judging/heldSample.ts'

/** Files above this size (bytes) are read by the worker. */
const pageFileLimit = 256 * 1024

/** A file that was opened and waits to be read; `overview` is what to ask before, null for nothing. */
export type SampleFile = {
  name: string
  overview: SampleOverview | null
  /** Throws a CallError when it cannot be read so. */
  read: (assignment?: Assignment) => Promise<HeldSample>
  /** The same file in another encoding or with another separator. Throws a CallError and stays as it is when that is nothing. */
  reread: (reading: SampleReading) => Promise<SampleFile>
  /** Frees what an opened file holds that is not going to be read. */
  drop: () => void
}

const tooLarge: AppError = {
  code: 'file-too-large',
  message: `The file is larger than a sample may be (${sayMegabytes(largestSample)}).`,
  next: 'The sample shown before is unchanged. Choose another file.',
}

const unreadable = (name: string): AppError => ({
  code: 'file-unreadable',
  message: `${name} could not be read. The sample shown before is unchanged.`,
  next: 'Check that the file still exists and choose it again.',
})

/** What is opened, what for, and what the sample is to be called. */
type Source = { use: SampleUse; file: File; origin: SampleOrigin }

async function askWorker(remote: Remote, source: Source, reading: SampleReading): Promise<SampleFile> {
  const { use, file, origin } = source
  const flow = use === 'inbound' ? use : 'outbound'
  const answer = await remote.call('open', { use, file, reading })
  if (!answer.ok) throw new CallError(answer.problem)
  return {
    name: file.name,
    overview: answer.overview,
    async read(assignment) {
      const answer = await remote.call('read', assignment ?? null)
      if (!answer.ok) throw new CallError(answer.problem)
      const entries = await fetchEntries(remote, answer.count)
      return heldSample({ kind: 'worker', remote }, flow, entries, origin, answer)
    },
    reread: (reading) => askWorker(remote, source, reading),
    drop: remote.close,
  }
}

async function openInWorker(source: Source, signal: AbortSignal): Promise<SampleFile> {
  const remote = startRemote()
  signal.addEventListener('abort', remote.close)
  try {
    return await askWorker(remote, source, {})
  } catch (error) {
    remote.close()
    throw error
  } finally {
    signal.removeEventListener('abort', remote.close)
  }
}

async function openInPage(source: Source, reading: SampleReading = {}): Promise<SampleFile> {
  const { use, file, origin } = source
  const opened = parseSample(use, new Uint8Array(await file.arrayBuffer()), reading)
  if (!opened.ok) throw new CallError(opened.error)
  return {
    name: file.name,
    overview: opened.value.overview,
    async read(assignment) {
      const parsed = opened.value.read(assignment)
      if (!parsed.ok) throw new CallError(parsed.error)
      return holdSample(parsed.value.data, origin, parsed.value)
    },
    reread: (reading) => openInPage(source, reading),
    drop: () => {},
  }
}

/** Opens a file; null when it was stopped. Throws a CallError for a file that cannot be read at all. */
export async function openSampleFile(
  use: SampleUse,
  file: File,
  signal: AbortSignal,
): Promise<SampleFile | null> {
  if (file.size > largestSample) throw new CallError(tooLarge)
  const source: Source = { use, file, origin: { kind: 'file', name: file.name } }
  try {
    return file.size > pageFileLimit ? await openInWorker(source, signal) : await openInPage(source)
  } catch (error) {
    if (signal.aborted) return null
    throw error instanceof CallError ? error : new CallError(unreadable(file.name))
  }
}
