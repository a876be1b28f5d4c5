// The bin: what is in it, the way back, and the end.
import { ok, type Result } from '../../shared/result.ts'
import type { AppServices } from '../services/services.ts'
import type { Handlers } from './handlerContract.ts'

type Area = 'bin:list' | 'bin:bringBack' | 'bin:delete' | 'bin:settle'

const done = (result: Result<null>) => (result.ok ? ok({}) : result)

/** Handlers of the area. */
export const binHandlers = ({ removals }: AppServices): Pick<Handlers, Area> => ({
  'bin:list': () => ok(removals.list()),
  'bin:bringBack': (key) => done(removals.bringBack(key)),
  'bin:delete': async (key) => done(await removals.deleteForGood(key)),
  'bin:settle': (key) => done(removals.settle(key)),
})
