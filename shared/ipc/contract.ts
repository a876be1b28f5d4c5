// The contract of every call between page and main: channel, input schema, output schema. Types on both sides derive from it.
import type { z } from '../zod.ts'
import { appCalls } from './appCalls.ts'
import { binCalls } from './binCalls.ts'
import type { Channel } from './channels.ts'
import { connectionCalls } from './connectionCalls.ts'
import { draftCalls } from './draftCalls.ts'
import { fileCalls } from './fileCalls.ts'
import { fleetCalls } from './fleetCalls.ts'
import { goLiveCalls } from './goLiveCalls.ts'
import { referenceCalls } from './referenceCalls.ts'
import { relationshipCalls } from './relationshipCalls.ts'
import { templateCalls } from './templateCalls.ts'
import { sampleCalls } from './sampleCalls.ts'

/** All calls; each stands in the file of its area. */
export const contract = {
  ...appCalls,
  ...connectionCalls,
  ...referenceCalls,
  ...relationshipCalls,
  ...binCalls,
  ...draftCalls,
  ...fleetCalls,
  ...sampleCalls,
  ...goLiveCalls,
  ...templateCalls,
  ...fileCalls,
} satisfies Record<Channel, { input: z.ZodType; output: z.ZodType }>

export type Input<C extends Channel> = z.input<(typeof contract)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>
