// The longest stretch in which main computes: in Electron it is the thread of the window, and for so long no click reaches it.
import { figure } from './figure.ts'
import { inProcess, removeFolder, startSimulator, temporaryFolder } from './processes.ts'

/** Per kind of work, the longest stretch in milliseconds. */
export type Stretches = Record<string, number>

export async function measure() {
  const folder = temporaryFolder()
  const simulator = await startSimulator('huge')
  try {
    const input = { folder, keys: simulator.keys }
    const stretches = await inProcess<Stretches>('mainWork.ts', input)
    for (const [work, ms] of Object.entries(stretches)) console.log(`  ${work}: ${Math.round(ms)} ms`)
    const value = Math.max(...Object.values(stretches))
    return [figure({ name: 'main-blocked', value, unit: 'ms', goal: { most: 50 } })]
  } finally {
    await simulator.stop()
    removeFolder(folder)
  }
}
