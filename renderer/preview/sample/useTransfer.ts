// Moves samples, one at a time: keeps, loads or imports them; progress while it works, a stop, and in words what went wrong.
import { notifications } from '@mantine/notifications'
import type { AppError } from '../../../shared/result.ts'
import type { Flow } from '../../../shared/preview/previewResult.ts'
import type { KeptSample } from '../../../shared/preview/sample/keptSample.ts'
import { problemOf } from '../../state/queries.ts'
import { sizeText, ticketsText } from './dialogs/keptWords.ts'
import { createPace } from '../judging/throttle.ts'
import { readSampleFile } from './sampleFile.ts'
import type { Origin, Sample } from './heldSample.ts'
import { fetchSamples, type KeepChoice, keepSample, type Watch } from './transfer.ts'
import { useKept } from '../../state/useKept.ts'

export type Transfer =
  | { state: 'idle' }
  | { state: 'moving'; words: string; done: number; total: number | null; stop: () => void }
  | { state: 'failed'; problem: AppError }

const idle: Transfer = { state: 'idle' }

/** One per relationship; it goes on while another tab of the pane is open. What starts later stops what came before. */
export function useTransfer(relationshipId: string, onSample: (sample: Sample) => void) {
  const [transfer, setTransfer, current] = useKept<Transfer>(['preview', relationshipId, 'transfer'], idle)

  async function move<Result>(
    words: string,
    total: number | null,
    work: (watch: Watch) => Promise<Result | null>,
    finish: (result: Result) => void,
  ): Promise<void> {
    const before = current()
    if (before.state === 'moving') before.stop()
    const { signal, abort } = stoppable()
    const stop = () => {
      abort()
      setTransfer(idle)
    }
    // Once stopped it says nothing any more: the strip may belong to another one by then.
    const say = (next: Transfer) => {
      if (!signal.aborted) setTransfer(next)
    }
    const isDue = createPace()
    const onProgress = (done: number) => {
      if (isDue()) say({ state: 'moving', words, done, total, stop })
    }
    say({ state: 'moving', words, done: 0, total, stop })
    try {
      const result = await work({ onProgress, signal })
      say(idle)
      if (result !== null) finish(result)
    } catch (error) {
      say({ state: 'failed', problem: problemOf(error) })
    }
  }

  return {
    transfer,
    keep: (sample: Sample, choice: KeepChoice) =>
      move(
        'Keeping the sample',
        sample.entries.length,
        (watch) => keepSample(sample, choice, watch),
        ({ name, rows, bytes }) =>
          notifications.show({
            message: `Kept “${name}”: ${ticketsText(rows)}, ${sizeText(bytes)}.`,
            autoClose: 4000,
          }),
      ),
    load: (kept: KeptSample) => {
      const origin: Origin = { kind: 'kept', id: kept.id, name: kept.name }
      return move(
        'Loading the sample',
        kept.rows,
        (watch) => fetchSamples(kept, [kept.flow], origin, watch),
        (samples) => samples.forEach(onSample),
      )
    },
    importFile: (flow: Flow, file: File) =>
      move(`Reading ${file.name}`, null, ({ signal }) => readSampleFile(flow, file, signal), onSample),
    dismissTransfer: () => setTransfer(idle),
  }
}

function stoppable() {
  const control = new AbortController()
  return { signal: control.signal, abort: () => control.abort() }
}
