// The bin: what is in it, the way back, and the end.
import { ok, withoutValue } from '../../shared/result.ts'
import type { AppServices } from '../services/services.ts'
import type { AreaHandlers } from './handlerContract.ts'

/** Handlers of the area. */
export const binHandlers = ({ removals }: AppServices): AreaHandlers<'bin'> => ({
  'bin:list': () => ok(removals.list()),
  'bin:bringBack': (key) => withoutValue(removals.bringBack(key)),
  'bin:delete': async (key) => withoutValue(await removals.deleteForGood(key)),
  'bin:settle': (key) => withoutValue(removals.settle(key)),
})
