// What a result looks like when it crosses between main and page; apart from its values, so that the first screen loads no zod.
import { z } from '../zod.ts'
import { type AppError, errorCodes } from '../result.ts'

const appErrorSchema: z.ZodType<AppError> = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  next: z.string().optional(),
  detail: z.string().optional(),
})

/** The envelope a call's output schema is wrapped in when it crosses IPC. */
export const resultSchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: appErrorSchema }),
  ])
