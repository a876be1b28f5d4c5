// The process channel between the host and the test that forked it: questions one way, answers with the same id back.
import type { FakeElectron } from './electron/electron.ts'

export type Question =
  /** Queues what the next dialog of that name returns. */
  | { ask: 'answer'; api: string; value: unknown }
  /** What was recorded: windows, dialogs, shell. */
  | { ask: 'calls' }
  /** Which channels of IPC the app answers or listens to. */
  | { ask: 'channels' }
  /** What the app's own guards say to an address or a permission. */
  | { ask: 'mayNavigate'; url: string }
  | { ask: 'mayOpen'; url: string }
  | { ask: 'permissions'; permission: string }
  /** Lets an event of Electron happen, such as a crash of the page. */
  | { ask: 'happen'; target: 'app' | 'window' | 'page'; event: string; args: unknown[] }
  /** Closes the window as its close button does. */
  | { ask: 'close' }
  | { ask: 'quit' }

export type Asked = { id: number } & Question

const respond = async (electron: FakeElectron, asked: Asked): Promise<unknown> => {
  const window = electron.windows.current()
  switch (asked.ask) {
    case 'answer':
      return electron.answer(asked.api, asked.value)
    case 'calls':
      return electron.calls
    case 'channels':
      return electron.channels()
    case 'mayNavigate':
      return window?.mayNavigate(asked.url)
    case 'mayOpen':
      return window?.mayOpen(asked.url)
    case 'permissions':
      return electron.permissions(window?.contents, asked.permission)
    case 'happen':
      return asked.target === 'app'
        ? electron.happen(asked.event, ...asked.args)
        : window?.happen(asked.target, asked.event, ...asked.args)
    case 'close':
      return electron.windows.close()
    case 'quit':
      return electron.app.quit()
  }
}

/** Answers the parent process, when there is one with a channel; ends the app when that parent goes. */
export const listenToParent = (electron: FakeElectron): void => {
  process.on('message', (asked: Asked) => {
    void respond(electron, asked).then((value) => process.send?.({ id: asked.id, value }))
  })
  process.on('disconnect', () => electron.app.quit())
}
