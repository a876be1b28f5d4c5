// The login of a proxy between page and main: what is asked, and what the person says. The password goes one way only.
import { z } from '../zod.ts'

export const proxyQuestionSchema = z.object({
  /** Host and port. */
  proxy: z.string(),
  /** What the proxy calls itself. */
  realm: z.string(),
  /** It asks in a way that sends the password readable (Basic). */
  isPlain: z.boolean(),
  /** Whether it has just refused a login. */
  refused: z.boolean(),
})

export type ProxyQuestion = z.infer<typeof proxyQuestionSchema>

export const proxyAnswerSchema = z.strictObject({
  proxy: z.string().min(1).max(300),
  /** Null: the person says no. */
  login: z
    .strictObject({
      username: z.string().max(500),
      password: z.string().max(1000),
      keep: z.boolean(),
    })
    .nullable(),
})

export type ProxyAnswer = z.infer<typeof proxyAnswerSchema>
