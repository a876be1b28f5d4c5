// The calls about templates: settings saved by name, offered where a relationship begins.
import { templateSchema } from '../../relationship/template.ts'
import { typedName } from '../../text/typedName.ts'
import { z } from '../../zod.ts'
import { defineCall, idSchema, noInput } from './call.ts'

/** `templates:…` */
export const templateCalls = {
  'templates:list': defineCall(noInput, z.array(templateSchema)),
  /** Takes the latest revision of a relationship; a template of the same name is replaced. */
  'templates:save': defineCall(
    z.strictObject({ relationshipId: idSchema, name: z.string().overwrite(typedName).min(1).max(200) }),
    templateSchema,
  ),
  'templates:remove': defineCall(z.strictObject({ id: idSchema }), noInput),
}
