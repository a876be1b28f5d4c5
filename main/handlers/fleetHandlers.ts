// The fleet: where a record is used, replaced everywhere, and what a refresh found to have changed.
import type { AppServices } from '../services/services.ts'
import type { AreaHandlers } from './handlerContract.ts'
import { createFleet } from '../services/fleet/fleet.ts'

/** Handlers of the area. */
export function fleetHandlers(parts: AppServices): AreaHandlers<'fleet'> {
  const fleet = createFleet(parts)
  return {
    'fleet:uses': fleet.uses,
    'fleet:review': fleet.review,
    'fleet:replace': fleet.replace,
    'fleet:undo': ({ undo }) => fleet.undo(undo),
    'fleet:changed': ({ connectionId }) => fleet.changed(connectionId),
  }
}
