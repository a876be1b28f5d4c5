// What was typed of a new connection, kept until it is saved or left: a window that reloads or dies gives it back. Never a key.
import { useEffect, useState } from 'react'
import { z } from '../../../shared/zod.ts'
import { rememberChoice, rememberedChoice } from '../../state/remembered.ts'
import { type ConnectionForm, connectionFormSchema } from './connectionForm.ts'
import { readAddress } from './typedAddress.ts'

const place = 'newConnection'

/** Only what is of the kind its field asks for: a mail pasted into the wrong field may hold a private key. */
const keptSchema = z.object({
  name: z
    .string()
    .regex(/^.{0,100}$/u)
    .catch(''),
  environment: connectionFormSchema.shape.environment.catch(null),
  site: z
    .string()
    .regex(/^[\w.:/[\]-]{1,300}$/)
    .refine((site) => readAddress(site).problem === null)
    .catch(''),
  companyId: z
    .string()
    .regex(/^[\w.-]{0,50}$/)
    .catch(''),
  clientId: z.union([z.guid(), z.literal('')]).catch(''),
})

export function typedBefore(): z.infer<typeof keptSchema> | null {
  try {
    return keptSchema.safeParse(JSON.parse(rememberedChoice(place) ?? '')).data ?? null
  } catch {
    return null
  }
}

/** Answers whether the form began with what was typed before the window went. */
export function useTypedConnection(form: ConnectionForm, isNew: boolean): boolean {
  const [before] = useState(() => (isNew ? typedBefore() : null))
  const fill = form.setValues
  useEffect(() => {
    if (before) fill(before)
  }, [before, fill])
  const typed = JSON.stringify(keptSchema.parse(form.values))
  const dirty = form.isDirty()
  useEffect(() => {
    if (isNew && dirty) rememberChoice(place, typed)
  }, [isNew, typed, dirty])
  // Not run when the window reloads or dies.
  useEffect(() => () => void (isNew && rememberChoice(place, '')), [isNew])
  return before !== null
}
