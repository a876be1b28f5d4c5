// The page's door to main: what was asked for before the page's code, and what becomes of it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstReads } from '../../../shared/ipc/channels.ts'
import { contract } from '../../../shared/ipc/contract.ts'

type Calls = Readonly<Record<string, (input: unknown) => Promise<unknown>>>

/** What main was asked for, and its next answers; without one it answers how often it was asked. */
let asked: string[] = []
let failing = new Set<string>()
const invoke = async (channel: string, input: unknown): Promise<unknown> => {
  asked.push(channel)
  if (failing.has(channel)) throw new Error(`Error invoking remote method '${channel}': reply was never sent`)
  return { times: asked.filter((each) => each === channel).length, input }
}

/** Runs the preload as a page that begins does. */
async function begin(): Promise<{ api: Calls; window: EventTarget }> {
  const window = new EventTarget()
  let api: Calls = {}
  vi.resetModules()
  vi.stubGlobal('window', window)
  vi.doMock('electron', () => ({
    ipcRenderer: { invoke, on: () => {}, off: () => {} },
    contextBridge: { exposeInMainWorld: (_name: string, offered: Calls) => void (api = offered) },
  }))
  await import('../../../preload/index.ts')
  return { api, window }
}

beforeEach(() => {
  asked = []
  failing = new Set()
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.doUnmock('electron')
})

test('what is read first is what the contract takes without a word', () => {
  for (const channel of firstReads) expect(contract[channel].input.safeParse({}).success).toBe(true)
})

test('the first who reads gets what was asked for before, the next one what is there then', async () => {
  const { api } = await begin()
  expect(asked).toEqual([...firstReads])
  expect(await api['app:info']?.({})).toMatchObject({ times: 1 })
  expect(await api['app:info']?.({})).toMatchObject({ times: 2 })
})

test('once the page has loaded nothing of before is told', async () => {
  const { api, window } = await begin()
  window.dispatchEvent(new Event('load'))
  expect(await api['connections:list']?.({})).toMatchObject({ times: 2 })
})

test('an early question without an answer is asked again, and is no fault where nobody wanted it', async () => {
  failing = new Set(firstReads)
  const { api } = await begin()
  failing.clear()
  expect(await api['relationships:list']?.({})).toMatchObject({ times: 2 })
})
