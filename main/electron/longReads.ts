// A long read beside the window: progress in the taskbar, no falling asleep, and a word at its end to whoever looks elsewhere.
import type { BrowserWindow } from 'electron'
import type { ProgressReport } from '../../shared/ipc/progress.ts'
import type { HandlerCall, Handlers } from '../handlers/handlerContract.ts'
import type { Power } from './power.ts'

/** The channels that read for minutes, and what is said at their end. */
const endings = {
  'reference:refresh': 'The reference data is read.',
  'samples:read': 'The tickets are read.',
} as const

type Options = {
  readonly window: () => Pick<BrowserWindow, 'setProgressBar' | 'isFocused'> | undefined
  readonly keepAwake: Power['keepAwake']
  readonly notify: (sentence: string) => void
  readonly now: () => number
}

/** Whoever waits less than this still looks at the window (milliseconds). */
const worthTelling = 20_000

/** Electron's taskbar: above 1 is "under way, nobody knows how far"; below 0 takes the bar away. */
const unknown = 2
const gone = -1

const fractionOf = (report: ProgressReport): number =>
  'total' in report && report.total !== null && report.total > 0
    ? Math.min(1, report.done / report.total)
    : unknown

/** The same handlers, with the long ones told to the desktop. */
export function showLongReads(handlers: Handlers, { window, keepAwake, notify, now }: Options): Handlers {
  /** One bar for all of them: it goes with the last. */
  let underWay = 0
  const shown =
    <Input, Answer>(handler: (input: Input, call: HandlerCall) => Answer | Promise<Answer>, ending: string) =>
    (input: Input, call: HandlerCall): Promise<Answer> =>
      keepAwake(async () => {
        const began = now()
        underWay += 1
        const report = (each: ProgressReport): void => {
          window()?.setProgressBar(fractionOf(each))
          call.report(each)
        }
        try {
          return await handler(input, { ...call, report })
        } finally {
          underWay -= 1
          if (underWay === 0) window()?.setProgressBar(gone)
          const isMissed = !call.signal.aborted && window()?.isFocused() === false
          if (isMissed && now() - began > worthTelling) notify(ending)
        }
      })
  return {
    ...handlers,
    'reference:refresh': shown(handlers['reference:refresh'], endings['reference:refresh']),
    'samples:read': shown(handlers['samples:read'], endings['samples:read']),
  }
}
