// Puts the demo organisation together: one seed, one size, one "now" give one world.
import { createRandom } from './random.ts'
import type { Collection } from '../model/storedRows.ts'
import { createDesk, type Desk } from './boards.ts'
import { createCustomers, type Customers } from './companies.ts'
import { type Details, makeDetails } from './details.ts'
import { createPeople, type People } from './people.ts'
import { type DemoSize, sizes } from './sizes.ts'
import { createTickets } from './worldTickets.ts'

export type World = Desk &
  Customers &
  People & {
    /** Made when they are first asked for, so that opening the demo does not hold the window up for them. */
    readonly tickets: Collection
    /** Notes, documents and time entries; made at the first call. */
    details: () => Details
    /** Makes tickets and details in small steps; `giveWay` is called between them, so that whoever shares the thread has a turn. */
    prepare: (giveWay: () => Promise<void>) => Promise<void>
  }

/** Builds the demo organisation; dates count back from `now`. */
export const createWorld = (size: DemoSize, seed: number, now: Date): World => {
  const plan = sizes[size]
  const time = now.getTime()
  const random = createRandom(seed)
  const people = createPeople(plan, random, time)
  const desk = createDesk(plan, random, time)
  const customers = createCustomers(plan, random, time)
  const around = { ...people, ...desk, ...customers }
  let tickets: Collection | undefined
  let details: Details | undefined
  let steps: ReturnType<typeof makeDetails> | undefined
  const world: World = {
    ...around,
    get tickets() {
      tickets ??= createTickets(around, plan, random, time)
      return tickets
    },
    details() {
      let made = details
      while (!made) made = step()
      return made
    },
    async prepare(giveWay) {
      while (!step()) await giveWay()
    },
  }
  const step = (): Details | undefined => {
    if (details) return details
    steps ??= makeDetails(world.tickets, around, seed, plan.notes)
    const next = steps.next()
    if (next.done) details = next.value
    return details
  }
  return world
}
