// The page's only door to main: one async function per channel, and the progress of running calls.
import { contextBridge, ipcRenderer } from 'electron'
import { type Channel, channels, firstReads, progressEvent } from '../shared/ipc/channels.ts'

/**
 * The answers underway, for whoever reads first; what is read once the page has loaded is to be as it is then. One that got
 * no answer is undefined, and asked for like every other.
 */
const underway = new Map<Channel, Promise<unknown>>(
  firstReads.map((channel) => [channel, ipcRenderer.invoke(channel, {}).catch(() => undefined)]),
)
window.addEventListener('load', () => underway.clear())

const calls = Object.fromEntries(
  channels.map((channel) => [
    channel,
    async (input: unknown): Promise<unknown> => {
      const first = underway.get(channel)
      underway.delete(channel)
      return (await first) ?? ipcRenderer.invoke(channel, input)
    },
  ]),
)

/** Listens to progress until the returned function is called; the page never sees Electron's event object. */
function onProgress(listener: (progress: unknown) => void): () => void {
  const forward = (_event: unknown, progress: unknown): void => listener(progress)
  ipcRenderer.on(progressEvent, forward)
  return () => {
    ipcRenderer.off(progressEvent, forward)
  }
}

contextBridge.exposeInMainWorld('api', Object.freeze({ ...calls, onProgress }))
