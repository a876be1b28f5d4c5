// Moves samples, one at a time: keeps, loads or imports them; progress while it works, a stop, and in words what went wrong.
import { notifications } from '@mantine/notifications'
import type { Assignment } from '../../../shared/files/sample/sampleFields.ts'
import type { AppError } from '../../../shared/result.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import type { KeptSample } from '../../../shared/preview/sample/keptSample.ts'
import { problemOf } from '../../state/queries.ts'
import { sizeText, ticketsText } from './keptWords.ts'
import { createPace } from '../../state/pace.ts'
import { openSampleFile, type SampleFile } from './sampleFile.ts'
import type { SampleOrigin, HeldSample } from '../judging/heldSample.ts'
import { fetchSamples, type KeepChoice, keepSample, type Watch } from './transfer.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'

export type Transfer =
  | { state: 'idle' }
  | { state: 'moving'; words: string; done: number; total: number | null; stop: () => void }
  | { state: 'failed'; problem: AppError }

type Imported = { kind: 'read'; sample: HeldSample } | { kind: 'opened'; opened: SampleFile }

const idle: Transfer = { state: 'idle' }

const transfers = windowState<Transfer>(idle)

/** One per relationship; it goes on while another tab of the pane is open. What starts later stops what came before. */
export function useTransfer(relationshipId: string, onSample: (sample: HeldSample) => void) {
  const [transfer, setTransfer, current] = useWindowState(transfers, relationshipId)

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
    keep: (sample: HeldSample, choice: KeepChoice) =>
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
      const origin: SampleOrigin = { kind: 'kept', id: kept.id, name: kept.name }
      return move(
        'Loading the sample',
        kept.rows,
        (watch) => fetchSamples(kept, [kept.flow], origin, watch),
        (samples) => samples.forEach(onSample),
      )
    },
    /** Reads a file at once, or opens it and leaves the rest to whoever is asked about its columns. */
    importFile: (flow: Flow, file: File, onOpened: (file: SampleFile) => void) =>
      move(
        `Reading ${file.name}`,
        null,
        async ({ signal }): Promise<Imported | null> => {
          const opened = await openSampleFile(flow, file, signal)
          if (!opened?.overview) return opened && { kind: 'read', sample: await opened.read() }
          return { kind: 'opened', opened }
        },
        (result: Imported) => (result.kind === 'read' ? onSample(result.sample) : onOpened(result.opened)),
      ),
    readOpened: (opened: SampleFile, assignment: Assignment) =>
      move(`Reading ${opened.name}`, null, () => opened.read(assignment), onSample),
    dismissTransfer: () => setTransfer(idle),
  }
}

function stoppable() {
  const control = new AbortController()
  return { signal: control.signal, abort: () => control.abort() }
}
