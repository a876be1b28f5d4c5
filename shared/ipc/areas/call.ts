// What the calls of every area are made of: how a call is written down, and the values many of them take.
import { bounds } from '../../bounds.ts'
import { z } from '../../zod.ts'

/** One call: what it takes and what it answers with. */
export const defineCall = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
) => ({
  input,
  output,
})

export const noInput = z.strictObject({})
export const idSchema = z.string().min(1).max(bounds.typed.id)
/** Chosen by the page for each long call: progress carries it, `calls:cancel` names it. */
export const callId = z.string().min(1).max(bounds.typed.id)
export const privateKey = z.string().min(1).max(bounds.typed.privateKey)
