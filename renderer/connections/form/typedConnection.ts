// What of a typed new connection is kept until it is saved or left: never a key.
import { z } from '../../../shared/zod.ts'
import { useTypedForm } from '../../state/kept/typedForm.ts'
import { type ConnectionForm, connectionFormSchema } from './connectionForm.ts'
import { readAddress } from './typedAddress.ts'

/** As ConnectWise makes keys (16 letters and digits), some longer and with signs. No name and no company ID looks so. */
export const mayBeKey = (text: string): boolean =>
  (text.match(/[\w+/=-]{12,}/g) ?? []).some(
    (word) => /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word),
  )
const notKey = z.string().refine((text) => !mayBeKey(text))

/** Only what is of the kind its field asks for: what is pasted into the wrong field may hold a private key. */
export const keptConnection = z.object({
  name: notKey.regex(/^.{0,100}$/u).catch(''),
  environment: connectionFormSchema.shape.environment.catch(null),
  site: notKey
    .regex(/^[\w.:/[\]-]{1,300}$/)
    .refine((site) => readAddress(site).problem === null)
    .catch(''),
  companyId: notKey.regex(/^[\w.-]{0,50}$/).catch(''),
  clientId: z.union([z.guid(), z.literal('')]).catch(''),
})

/** Answers whether the form began with what was typed before the window went. */
export const useTypedConnection = (form: ConnectionForm, isNew: boolean): boolean =>
  useTypedForm(isNew ? 'newConnection' : null, form, keptConnection)
