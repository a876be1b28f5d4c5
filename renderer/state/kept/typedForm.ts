// What is typed into a form of which nothing is saved yet, kept until it is saved or left: a window that reloads or dies gives it back.
import { useEffect, useState } from 'react'
import type { z } from '../../../shared/zod.ts'
import { rememberChoice, rememberedValue } from './remembered.ts'

const newForms = ['newConnection', 'newRelationship'] as const
export type NewForm = (typeof newForms)[number]

/** Of this window alone: another one has forms of its own. */
const typingIn = 'typing-in'

/** The form in which a reload has interrupted somebody. */
export const interruptedForm = (): NewForm | undefined =>
  newForms.find((form) => form === sessionStorage.getItem(typingIn))

type FormOf<Values> = {
  values: Values
  setValues: (values: Partial<Values>) => void
  isDirty: () => boolean
}

/**
 * `keptSchema` says what of the values may be kept; null where there is something saved already. Answers whether the form
 * began with what was typed before the window went.
 */
export function useTypedForm<Values>(
  place: NewForm | null,
  form: FormOf<Values>,
  keptSchema: z.ZodType<Partial<Values>>,
): boolean {
  const [before] = useState(() => place && rememberedValue(place, keptSchema))
  const { values, setValues: fill } = form
  useEffect(() => {
    if (before) fill(before)
  }, [before, fill])
  const dirty = form.isDirty()
  useEffect(() => {
    if (!place) return
    rememberChoice(place, dirty ? JSON.stringify(keptSchema.parse(values)) : '')
    if (dirty) sessionStorage.setItem(typingIn, place)
    else sessionStorage.removeItem(typingIn)
  }, [place, values, dirty, keptSchema])
  useEffect(() => {
    if (!place) return
    // Not run when the window reloads or dies.
    return () => {
      rememberChoice(place, '')
      sessionStorage.removeItem(typingIn)
    }
  }, [place])
  return before !== null
}
