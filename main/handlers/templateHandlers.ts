// Templates: list, save from a relationship, remove.
import { ok, withoutValue } from '../../shared/result.ts'
import type { AppServices } from '../services/services.ts'
import type { AreaHandlers } from './handlerContract.ts'
import { saveTemplate } from '../services/templates.ts'

/** Handlers of the area. */
export const templateHandlers = (parts: AppServices): AreaHandlers<'templates'> => ({
  'templates:list': () => ok([...parts.templates.list()]),
  'templates:save': (input) => saveTemplate(parts, input),
  'templates:remove': ({ id }) => withoutValue(parts.templates.remove(id)),
})
