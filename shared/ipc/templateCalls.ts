// The calls about templates: settings saved by name, offered where a relationship begins.
import { templateSchema } from '../relationship/template.ts'
import { z } from '../zod.ts'
import { call, id, nothing } from './call.ts'

/** `templates:…` */
export const templateCalls = {
  'templates:list': call(nothing, z.array(templateSchema)),
  /** Takes the latest revision of a relationship; a template of the same name is replaced. */
  'templates:save': call(
    z.strictObject({ relationshipId: id, name: z.string().trim().min(1).max(200) }),
    templateSchema,
  ),
  'templates:remove': call(z.strictObject({ id }), nothing),
}
