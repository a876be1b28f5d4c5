// Reads a sample file (JSON or CSV): a small one in the page, a large one in the worker that then holds it.
import { largestSample } from '../../../shared/files/sample/readSample.ts'
import type { AppError } from '../../../shared/result.ts'
import type { Flow } from '../../../shared/preview/previewResult.ts'
import { CallError } from '../../state/queries.ts'
import { parseSample } from './parseSample.ts'
import { fetchEntries, heldSample, holdSample, type Origin, type Sample, startRemote } from './heldSample.ts'

/** Files above this size (bytes) are read by the worker. */
const pageFileLimit = 256 * 1024
/** No text of as many characters as a sample may have takes more bytes as UTF-8. */
const mostBytes = 3 * largestSample

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

async function readInWorker(flow: Flow, file: File, origin: Origin, signal: AbortSignal): Promise<Sample> {
  const remote = startRemote()
  signal.addEventListener('abort', remote.close)
  let held = false
  try {
    const answer = await remote.call('read', { flow, file })
    if (!answer.ok) throw new CallError(answer.problem)
    const entries = await fetchEntries(remote, answer.count)
    held = true
    return heldSample({ kind: 'worker', remote }, flow, entries, origin, answer.problems)
  } finally {
    signal.removeEventListener('abort', remote.close)
    if (!held) remote.close()
  }
}

async function readInPage(flow: Flow, file: File, origin: Origin): Promise<Sample> {
  const parsed = parseSample(flow, await file.text())
  if (!parsed.ok) throw new CallError(parsed.error)
  return holdSample(parsed.value.data, origin, parsed.value.problems)
}

/** The tickets of a file; null when it was stopped. Throws a CallError for a file that cannot be read at all. */
export async function readSampleFile(flow: Flow, file: File, signal: AbortSignal): Promise<Sample | null> {
  if (file.size > mostBytes) throw new CallError(tooLarge)
  const origin: Origin = { kind: 'file', name: file.name }
  try {
    return file.size > pageFileLimit
      ? await readInWorker(flow, file, origin, signal)
      : await readInPage(flow, file, origin)
  } catch (error) {
    if (signal.aborted) return null
    throw error instanceof CallError ? error : new CallError(unreadable(file.name))
  }
}
