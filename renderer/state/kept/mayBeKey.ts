// What may be a key is kept nowhere but in the keystore, in whichever field it was pasted.
import { z } from '../../../shared/zod.ts'

/** As ConnectWise makes keys (16 letters and digits), some longer and with signs. No name and no company ID looks so. */
export const mayBeKey = (text: string): boolean =>
  (text.match(/[\w+/=-]{12,}/g) ?? []).some(
    (word) => /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word),
  )

/** A text that may be kept over a reload. */
export const keyless = z.string().refine((text) => !mayBeKey(text))
