// The process that is ended while somebody types: every letter is told, and the draft is kept as the window keeps it.
import { EventEmitter } from 'node:events'
import { keepAtSessionEnd } from '../../main/electron/lifecycle/sessionEnd.ts'
import { startApp, valuesFor } from '../support/app.ts'
import { createSimulator } from '../simulator/simulator.ts'

export type TypingTask = { folder: string; from: number } | 'session ends'
/** Which letter was typed, and when (milliseconds since 1970). */
export type Letter = { letter: number; at: number }

/** As the window hands its draft to main (renderer/state/draftKeeper.ts), and a fast typist (milliseconds). */
const behind = 250
const everyLetter = 15

async function type({ folder, from }: Exclude<TypingTask, string>): Promise<void> {
  const app = startApp({ folder, demo: createSimulator({ size: 'small' }), now: () => new Date() })
  const [known] = await app.value('relationships:list', {})
  const id = known?.id ?? (await firstRelationship(app))
  const { draft, revision } = await app.value('relationships:get', { id })
  const window = new EventEmitter()
  const ended = { exit: () => process.exit(0) }
  keepAtSessionEnd({
    window: window as never,
    signals: new EventEmitter(),
    monitor: new EventEmitter() as never,
    settle: () => {},
    calls: app.calls,
    app: ended,
  })
  let letter = from
  let kept = from
  setInterval(() => {
    letter += 1
    process.send?.({ letter, at: Date.now() } satisfies Letter)
  }, everyLetter)
  setInterval(() => {
    if (kept === letter) return
    kept = letter
    const typed = { ...draft, partner: `Letter ${letter}` }
    void app.value('drafts:keep', {
      id,
      baseRevision: revision.number,
      keyTyped: false,
      windowId: 'typist',
      draft: typed,
    })
  }, behind)
  process.on('message', () => {
    let held = false
    window.emit('query-session-end', { preventDefault: () => (held = true) })
    // Windows ends the process as soon as nobody holds it up.
    if (!held) process.kill(process.pid, 'SIGKILL')
  })
}

async function firstRelationship(app: ReturnType<typeof startApp>): Promise<string> {
  const { id: connectionId } = await app.value('connections:save', {
    id: null,
    values: valuesFor(app.demo),
    privateKey: app.demo.credentials.privateKey,
  })
  const create = { contractName: 'Contoso', partner: 'Letter 0', role: 'target', connectionId } as const
  return (await app.value('relationships:create', create)).id
}

process.once('message', (task: TypingTask) => {
  if (task !== 'session ends') void type(task)
})
