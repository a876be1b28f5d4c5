// Templates: list, save from a relationship, remove.
import { ok } from '../../shared/result.ts'
import type { AppServices } from '../services/services.ts'
import type { Handlers } from './handlerContract.ts'
import { saveTemplate } from '../services/templates.ts'

type Area = 'templates:list' | 'templates:save' | 'templates:remove'

/** Handlers of the area. */
export const templateHandlers = (parts: AppServices): Pick<Handlers, Area> => ({
  'templates:list': () => ok([...parts.templates.list()]),
  'templates:save': (input) => saveTemplate(parts, input),
  'templates:remove': ({ id }) => {
    const removed = parts.templates.remove(id)
    return removed.ok ? ok({}) : removed
  },
})
