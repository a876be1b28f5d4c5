// Whose a private key is, and the name it is kept under: its owner, and which of the owner's keys.

/**
 * Whose key it is, and which of theirs. The record that names the public key names the private one by `keyId` too, and
 * each typed key gets an id of its own: so one write of that record changes both, and no key is ever written over.
 */
export type KeyOwner = {
  readonly kind: 'connection' | 'override' | 'proxy'
  readonly id: string
  /** Absent where no key was ever typed, and in records of before keys had ids. */
  readonly keyId?: string | undefined
}

/** Whose key it is, and the site it is for. */
export type KeyUse = KeyOwner & { readonly site: string }

export const ownerName = ({ kind, id }: Omit<KeyOwner, 'keyId'>): string => `${kind}:${id}`

export const keyName = ({ keyId, ...owner }: KeyOwner): string =>
  keyId === undefined ? ownerName(owner) : `${ownerName(owner)}/${keyId}`

/** The owner's name in the name of one of its keys. */
export const ownerOfKey = (name: string): string => name.split('/', 1)[0] ?? name
