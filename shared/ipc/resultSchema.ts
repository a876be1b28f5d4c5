// What a result looks like when it crosses between main and page; apart from its values, so that the first screen loads no zod.
import { z } from '../zod.ts'
import { errorCodes } from '../result.ts'

const appErrorSchema = z.object({
  code: z.enum(errorCodes),
  /** One sentence a technician understands: what happened and what is unchanged. */
  message: z.string(),
  /** What to do about it. */
  next: z.string().optional(),
  /** The other side's own words with secrets masked, or the list of places in a file. Never needed to understand the message. */
  detail: z.string().optional(),
})

export type AppError = z.infer<typeof appErrorSchema>
/** The envelope a call's output schema is wrapped in when it crosses IPC. */
export const resultSchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: appErrorSchema }),
  ])
