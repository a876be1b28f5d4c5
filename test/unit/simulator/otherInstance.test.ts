// Another instance of the demo organisation: what its relationships choose is there the same, under another id, or not at all.
import { expect, test } from 'vitest'
import { asOtherInstance } from '../../simulator/otherInstance.ts'
import { createSimulator } from '../../simulator/simulator.ts'
import { ask } from './ask.ts'

const rowsOf = async (demo: ReturnType<typeof createSimulator>, path: string) =>
  (await ask(demo, path)).body as { id: number; name?: string; identifier?: string }[]

test('an import into it has something of every kind to match', async () => {
  const here = createSimulator()
  const there = createSimulator()
  asOtherInstance(there.world)
  const idOf = async (demo: typeof here, identifier: string) =>
    (await rowsOf(demo, '/system/members?pageSize=100')).find((row) => row.identifier === identifier)?.id
  expect(await idOf(here, 'dreyes')).toBe(42)
  expect(await idOf(there, 'dreyes')).toBeGreaterThan(42)
  const namesOf = async (demo: typeof here, path: string) =>
    (await rowsOf(demo, path)).map(({ name }) => name)
  expect(await namesOf(there, '/service/boards')).toEqual(await namesOf(here, '/service/boards'))
  expect(await namesOf(here, '/time/workRoles')).toContain('Engineer')
  expect(await namesOf(there, '/time/workRoles')).not.toContain('Engineer')
  expect(
    (await namesOf(there, '/service/priorities')).filter((name) => name?.includes('production')),
  ).toHaveLength(1)
})
