// The page's only door to main: one async function per channel, and the progress of running calls.
import { contextBridge, ipcRenderer } from 'electron'
import { channels, progressEvent } from '../shared/ipc/channels.ts'

const calls = Object.fromEntries(
  channels.map((channel) => [
    channel,
    (input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, input),
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
