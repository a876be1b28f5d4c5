// The rights of a test that a choice of ticks needs: fewer ticks need no new test, more of them do.
import type { Permission } from '../connection/connection.ts'
import type { Needs } from './needs.ts'

type Tick = Exclude<keyof Needs, 'role'>

/** Which purposes hang on a tick; every other one is needed always. A test holds this against the rights that are probed. */
const ticks: ReadonlyMap<string, Tick> = new Map([
  ['Default work role', 'timeEntries'],
  ['Sync time entries', 'timeEntries'],
  ['Sync attachments', 'attachments'],
  ['Field based filter', 'reverseSync'],
])

const isNeeded = (purpose: string, needs: Needs): boolean => {
  const tick = ticks.get(purpose)
  return tick === undefined || needs[tick]
}

/** Whether a test that was made for some needs answers for others too. */
export const answersFor = (tested: Needs, needs: Needs): boolean =>
  (['timeEntries', 'attachments', 'reverseSync'] as const).every((tick) => tested[tick] || !needs[tick])

/** The lines that these needs have a use for; a line for several purposes keeps those that are needed. */
export const rightsFor = (permissions: readonly Permission[], needs: Needs): Permission[] =>
  permissions.flatMap((permission) => {
    const purposes = permission.neededFor.split(', ').filter((purpose) => isNeeded(purpose, needs))
    return purposes.length > 0 ? [{ ...permission, neededFor: purposes.join(', ') }] : []
  })
