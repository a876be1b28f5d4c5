// The contract of every call between page and main: channel, input schema, output schema. Types on both sides derive from it.
import type { z } from '../zod.ts'
import { appCalls } from './areas/appCalls.ts'
import { binCalls } from './areas/binCalls.ts'
import type { Channel } from './channels.ts'
import { connectionCalls } from './areas/connectionCalls.ts'
import { draftCalls } from './areas/draftCalls.ts'
import { fileCalls } from './areas/fileCalls.ts'
import { fleetCalls } from './areas/fleetCalls.ts'
import { goLiveCalls } from './areas/goLiveCalls.ts'
import { referenceCalls } from './areas/referenceCalls.ts'
import { relationshipCalls } from './areas/relationshipCalls.ts'
import { templateCalls } from './areas/templateCalls.ts'
import { sampleCalls } from './areas/sampleCalls.ts'

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
