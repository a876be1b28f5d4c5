// Electron's dialogs: answered from a queue in tests; for people saving means a download and asking means the default.
import type { Dialog } from 'electron'
import { mkdtempSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Call } from './ipc.ts'
import { onlyThese } from './missing.ts'
import type { Offered } from './offered.ts'

export type DialogParts = {
  isReady: () => boolean
  /** A folder of the host that goes away with it. */
  folder: string
  currentCall: () => Call | undefined
  record: (api: string, ...args: unknown[]) => void
}

type Options = { defaultPath?: string; defaultId?: number }

/** `dialog` for the bundle; `answer` queues what the next dialog of that name returns. */
export const createDialogs = ({ isReady, folder, currentCall, record }: DialogParts) => {
  const queues = new Map<string, unknown[]>()

  const saveForThePage = ({ defaultPath }: Options) => {
    const call = currentCall()
    // Outside a call of the page there is nobody to hand the file to.
    if (!call) return { canceled: true, filePath: '' }
    const filePath = join(mkdtempSync(join(folder, 'save-')), basename(defaultPath ?? 'file'))
    call.files.push(filePath)
    return { canceled: false, filePath }
  }

  const ask =
    (api: string, otherwise: (options: Options) => unknown) =>
    async (...args: (object | undefined)[]): Promise<unknown> => {
      if (!isReady()) throw new Error('dialog module can only be used after app is ready')
      // The window may come first; the options are always last.
      const options: Options = args.at(-1) ?? {}
      record(`dialog.${api}`, options)
      const queue = queues.get(api) ?? []
      return queue.length > 0 ? queue.shift() : otherwise(options)
    }

  return {
    dialog: onlyThese('dialog', {
      showSaveDialog: ask('showSaveDialog', saveForThePage),
      showOpenDialog: ask('showOpenDialog', () => ({ canceled: true, filePaths: [] })),
      showMessageBox: ask('showMessageBox', ({ defaultId }) => ({
        response: defaultId ?? 0,
        checkboxChecked: false,
      })),
      showMessageBoxSync: (...args: (object | undefined)[]): unknown => {
        const options: Options = args.at(-1) ?? {}
        record('dialog.showMessageBoxSync', options)
        return queues.get('showMessageBoxSync')?.shift() ?? options.defaultId ?? 0
      },
      showErrorBox: (title: string, content: string) => {
        // On Linux there is no box before the app is ready, only this on standard error (electron.d.ts).
        if (process.platform === 'linux' && !isReady()) return console.error(`${title}: ${content}`)
        record('dialog.showErrorBox', title, content)
        console.error(`A box says ${title}: ${content}`)
      },
    } satisfies Offered<Dialog>),
    answer: (api: string, value: unknown) => {
      queues.set(api, [...(queues.get(api) ?? []), value])
    },
  }
}
