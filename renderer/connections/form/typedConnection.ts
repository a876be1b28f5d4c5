// What was typed of a new connection, kept until it is saved or left: a window that reloads or dies gives it back. Never a key.
import { useEffect, useState } from 'react'
import { z } from '../../../shared/zod.ts'
import { rememberChoice, rememberedChoice } from '../../state/remembered.ts'
import { type ConnectionForm, connectionFormSchema } from './connectionForm.ts'
import { readAddress } from './typedAddress.ts'

const place = 'newConnection'

/** As ConnectWise makes keys (16 letters and digits), some longer and with signs. No name and no company ID looks so. */
export const mayBeKey = (text: string): boolean =>
  (text.match(/[\w+/=-]{12,}/g) ?? []).some(
    (word) => /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word),
  )
const notKey = z.string().refine((text) => !mayBeKey(text))

/** Only what is of the kind its field asks for: what is pasted into the wrong field may hold a private key. */
const keptSchema = z.object({
  name: notKey.regex(/^.{0,100}$/u).catch(''),
  environment: connectionFormSchema.shape.environment.catch(null),
  site: notKey
    .regex(/^[\w.:/[\]-]{1,300}$/)
    .refine((site) => readAddress(site).problem === null)
    .catch(''),
  companyId: notKey.regex(/^[\w.-]{0,50}$/).catch(''),
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
  const { values, setValues: fill } = form
  useEffect(() => {
    if (before) fill(before)
  }, [before, fill])
  const dirty = form.isDirty()
  useEffect(() => {
    if (isNew) rememberChoice(place, dirty ? JSON.stringify(keptSchema.parse(values)) : '')
  }, [isNew, values, dirty])
  // Not run when the window reloads or dies.
  useEffect(() => () => void (isNew && rememberChoice(place, '')), [isNew])
  return before !== null
}
