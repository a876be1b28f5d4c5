// What of a typed new connection is kept until it is saved or left: never a key.
import { z } from '../../../shared/zod.ts'
import { keyless } from '../../state/kept/mayBeKey.ts'
import { useTypedForm } from '../../state/kept/typedForm.ts'
import { type ConnectionForm, connectionFormSchema } from './connectionForm.ts'
import { readAddress } from './typedAddress.ts'

/** Only what is of the kind its field asks for: what is pasted into the wrong field may hold a private key. */
export const keptConnection = z.object({
  name: keyless.regex(/^.{0,100}$/u).catch(''),
  environment: connectionFormSchema.shape.environment.catch(null),
  site: keyless
    .regex(/^[\w.:/[\]-]{1,300}$/)
    .refine((site) => readAddress(site).problem === null)
    .catch(''),
  companyId: keyless.regex(/^[\w.-]{0,50}$/).catch(''),
  clientId: z.union([z.guid(), z.literal('')]).catch(''),
})

/** Answers whether the form began with what was typed before the window went. */
export const useTypedConnection = (form: ConnectionForm, isNew: boolean): boolean =>
  useTypedForm(isNew ? 'newConnection' : null, form, keptConnection)
