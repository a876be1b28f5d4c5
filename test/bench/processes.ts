// Work in processes of its own: no measurement warms up, slows down or fills the memory of another.
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { DemoSize } from '../../main/demo/world/sizes.ts'
import type { Keys } from '../../main/connectwise/transport/client.ts'

const root = resolve(import.meta.dirname, '../..')
const quiet = '--disable-warning=ExperimentalWarning'

/** Runs a module that sends one message, and answers with it. `input` is read there by `inputOf`. */
export async function inProcess<T>(
  module: string,
  input: unknown = null,
  { env = {}, flags = [] }: { env?: Record<string, string>; flags?: readonly string[] } = {},
): Promise<T> {
  const child = fork(resolve(import.meta.dirname, module), [JSON.stringify(input)], {
    execArgv: [quiet, ...flags],
    env: { ...process.env, ...env },
    serialization: 'advanced',
  })
  let told: { value: T } | undefined
  child.once('message', (value) => (told = { value: value as T }))
  await once(child, 'exit')
  if (!told) throw new Error(`${module} ended without a result.`)
  return told.value
}

/** What `inProcess` was given, read in the process it started. */
export const inputOf = <T>(): T => JSON.parse(process.argv[2] ?? 'null')

export type Simulator = { url: string; keys: Keys; ca?: string; stop: () => Promise<void> }

type Announced = Keys & { url: string; ca?: string }

/** Starts the demo ConnectWise as a process of its own. */
export async function startSimulator(size: DemoSize, ...args: string[]): Promise<Simulator> {
  const child = spawn(
    process.execPath,
    [quiet, resolve(root, 'scripts/simulator.mjs'), '--size', size, '--port', '0', ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = once(child, 'exit')
  const first = once(createInterface(child.stdout), 'line')
  const announced = await Promise.race([first, ended.then(() => [])])
  if (typeof announced[0] !== 'string') throw new Error('The simulator did not start.')
  const { url, ca, ...keys }: Announced = JSON.parse(announced[0])
  return {
    url,
    keys: { ...keys, site: url },
    ...(ca && { ca }),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'syncwright-bench-'))
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })
