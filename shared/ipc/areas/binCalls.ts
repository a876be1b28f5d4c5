// The calls about the bin: what was deleted not long ago, and its way back.
import { z } from '../../zod.ts'
import { defineCall, idSchema, noInput } from './call.ts'

export const binKinds = ['relationship', 'connection'] as const

const key = z.strictObject({ kind: z.enum(binKinds), id: idSchema })

const binItemSchema = z.object({
  ...key.shape,
  name: z.string(),
  /** The partner of a relationship, the site of a connection. */
  about: z.string(),
  /** What the connection of a relationship is called; empty where it has none. */
  connection: z.string(),
  deletedAt: z.string(),
  daysLeft: z.int(),
})

/** `bin:…` */
export const binCalls = {
  /** What is soonest gone first. */
  'bin:list': defineCall(noInput, z.array(binItemSchema)),
  /** With every revision; its key only while the notice of the deletion was on the screen. */
  'bin:bringBack': defineCall(key, noInput),
  /** For good. */
  'bin:delete': defineCall(key, noInput),
  /** The notice with the way back is gone: so is the key. */
  'bin:settle': defineCall(key, noInput),
}

export type BinItem = z.infer<typeof binItemSchema>
