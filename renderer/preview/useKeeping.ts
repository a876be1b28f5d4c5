// Keeps the sample in use on the disk and loads kept ones: progress while it works, a stop, and in words what went wrong.
import { notifications } from '@mantine/notifications'
import type { AppError } from '../../shared/ipc/result.ts'
import type { KeptSample } from '../../shared/preview/kept.ts'
import { problemOf } from '../queries.ts'
import { sizeText, ticketsText } from './keptWords.ts'
import { createPace } from './pace.ts'
import type { Origin, Sample } from './samples.ts'
import { fetchSamples, type KeepChoice, keepSample, type Watch } from './transfer.ts'
import { useKept } from './useKept.ts'

export type Keeping =
  | { state: 'idle' }
  | { state: 'moving'; doing: 'Keeping' | 'Loading'; done: number; total: number; stop: () => void }
  | { state: 'failed'; problem: AppError }

const idle: Keeping = { state: 'idle' }

/** One transfer per relationship; it goes on while another tab of the pane is open. */
export function useKeeping(relationshipId: string, onLoaded: (sample: Sample) => void) {
  const [keeping, setKeeping] = useKept<Keeping>(['preview', relationshipId, 'keeping'], idle)

  async function move<Result>(
    doing: 'Keeping' | 'Loading',
    total: number,
    work: (watch: Watch) => Promise<Result | null>,
    finish: (result: Result) => void,
  ): Promise<void> {
    const control = new AbortController()
    const stop = () => control.abort()
    const isDue = createPace()
    const onProgress = (done: number) => {
      if (isDue()) setKeeping({ state: 'moving', doing, done, total, stop })
    }
    setKeeping({ state: 'moving', doing, done: 0, total, stop })
    try {
      const result = await work({ onProgress, signal: control.signal })
      setKeeping(idle)
      if (result !== null) finish(result)
    } catch (error) {
      setKeeping({ state: 'failed', problem: problemOf(error) })
    }
  }

  return {
    keeping,
    keep: (sample: Sample, choice: KeepChoice) =>
      move(
        'Keeping',
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
        'Loading',
        kept.rows,
        (watch) => fetchSamples(kept, [kept.flow], origin, watch),
        (samples) => samples.forEach(onLoaded),
      )
    },
    dismissKeeping: () => setKeeping(idle),
  }
}
