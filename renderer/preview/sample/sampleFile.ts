// Reads a sample file of any system: a small one in the page, a large one in the worker that then holds it.
import type { Assignment } from '../../../shared/files/sample/sampleFields.ts'
import { largestSample } from '../../../shared/files/sample/openSample.ts'
import type { SampleOverview } from '../../../shared/files/sample/overview.ts'
import type { AppError } from '../../../shared/result.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import { CallError } from '../../state/queries.ts'
import { parseSample } from '../judging/parseSample.ts'
import {
  fetchEntries,
  heldSample,
  holdSample,
  type Origin,
  type Sample,
  startRemote,
} from '../judging/heldSample.ts'

/** Files above this size (bytes) are read by the worker. */
const pageFileLimit = 256 * 1024

/** A file that was opened and waits to be read; `overview` is what to ask before, null for nothing. */
export type SampleFile = {
  name: string
  overview: SampleOverview | null
  /** Throws a CallError when it cannot be read so. */
  read: (assignment?: Assignment) => Promise<Sample>
  /** Frees what an opened file holds that is not going to be read. */
  drop: () => void
}

const tooLarge: AppError = {
  code: 'file-too-large',
  message: `The file is larger than a sample may be (${largestSample / 1024 / 1024} MB).`,
  next: 'The sample shown before is unchanged. Choose another file.',
}

const unreadable = (name: string): AppError => ({
  code: 'file-unreadable',
  message: `${name} could not be read. The sample shown before is unchanged.`,
  next: 'Check that the file still exists and choose it again.',
})

async function openInWorker(
  flow: Flow,
  file: File,
  origin: Origin,
  signal: AbortSignal,
): Promise<SampleFile> {
  const remote = startRemote()
  signal.addEventListener('abort', remote.close)
  try {
    const answer = await remote.call('open', { flow, file })
    if (!answer.ok) throw new CallError(answer.problem)
    return {
      name: file.name,
      overview: answer.overview,
      async read(assignment) {
        const answer = await remote.call('read', assignment ?? null)
        if (!answer.ok) throw new CallError(answer.problem)
        const entries = await fetchEntries(remote, answer.count)
        return heldSample({ kind: 'worker', remote }, flow, entries, origin, answer.problems)
      },
      drop: remote.close,
    }
  } catch (error) {
    remote.close()
    throw error
  } finally {
    signal.removeEventListener('abort', remote.close)
  }
}

async function openInPage(flow: Flow, file: File, origin: Origin): Promise<SampleFile> {
  const opened = parseSample(flow, new Uint8Array(await file.arrayBuffer()))
  if (!opened.ok) throw new CallError(opened.error)
  return {
    name: file.name,
    overview: opened.value.overview,
    async read(assignment) {
      const parsed = opened.value.read(assignment)
      if (!parsed.ok) throw new CallError(parsed.error)
      return holdSample(parsed.value.data, origin, parsed.value.problems)
    },
    drop: () => {},
  }
}

/** Opens a file; null when it was stopped. Throws a CallError for a file that cannot be read at all. */
export async function openSampleFile(
  flow: Flow,
  file: File,
  signal: AbortSignal,
): Promise<SampleFile | null> {
  if (file.size > largestSample) throw new CallError(tooLarge)
  const origin: Origin = { kind: 'file', name: file.name }
  try {
    return file.size > pageFileLimit
      ? await openInWorker(flow, file, origin, signal)
      : await openInPage(flow, file, origin)
  } catch (error) {
    if (signal.aborted) return null
    throw error instanceof CallError ? error : new CallError(unreadable(file.name))
  }
}
