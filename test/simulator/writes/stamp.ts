// The time writes are stamped with, and the mark they leave on their ticket.
import { infoOf, isoSeconds, type StoredRow } from '../../../main/demo/model/storedRows.ts'
import type { State } from '../../../main/demo/state.ts'

/** Now, as ConnectWise writes it. */
export const stamp = (state: State): string => isoSeconds(state.now())

/** Every write below a ticket bumps the ticket's own `lastUpdated` (an assumption; not documented). */
export const bumpTicket = (state: State, ticket: StoredRow, by: string) => {
  Object.assign(infoOf(ticket), { lastUpdated: stamp(state), updatedBy: by })
  state.world.tickets.touch()
}
