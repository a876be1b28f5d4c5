// What identifies and authorises a caller at one ConnectWise company, as it is sent and as it is hidden.
import { createMask, type Mask } from '../../mask/mask.ts'

export type Keys = {
  site: string
  companyId: string
  publicKey: string
  clientId: string
  privateKey: string
}

/** The value of the Authorization header (ConnectWise Developer Guide: company + public key, private key). */
export const basicAuthorization = ({ companyId, publicKey, privateKey }: Keys): string =>
  `Basic ${Buffer.from(`${companyId}+${publicKey}:${privateKey}`).toString('base64')}`

/** The mask of a caller's keys. */
export const maskOf = (keys: Keys): Mask =>
  createMask([
    keys.privateKey,
    keys.publicKey,
    keys.clientId,
    basicAuthorization(keys).slice('Basic '.length),
  ])

/** Keys as they are sent: blanks and line ends come along with copying and are never part of them. */
export const trimKeys = (keys: Keys): Keys => ({
  site: keys.site.trim(),
  companyId: keys.companyId.trim(),
  publicKey: keys.publicKey.trim(),
  clientId: keys.clientId.trim(),
  privateKey: keys.privateKey.trim(),
})
