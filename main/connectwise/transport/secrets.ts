// Takes keys out of text that came from elsewhere, in every spelling they can travel in.

/** What identifies and authorises a caller at one ConnectWise company. */
export type Keys = {
  site: string
  companyId: string
  publicKey: string
  clientId: string
  privateKey: string
}

const mask = '[masked]'
/** Shorter texts would mask ordinary words and hide nothing worth hiding. */
const shortestSecret = 4

/** The value of the Authorization header (ConnectWise Developer Guide: company + public key, private key). */
export const basicAuthorization = ({ companyId, publicKey, privateKey }: Keys): string =>
  `Basic ${Buffer.from(`${companyId}+${publicKey}:${privateKey}`).toString('base64')}`

/** Makes a function that masks a caller's keys, also escaped and base64-encoded, also inside a longer base64 text. */
export function createMask(keys: Keys): (text: string) => string {
  const secrets = [keys.privateKey, keys.publicKey, keys.clientId].filter(
    (text) => text.length >= shortestSecret,
  )
  const texts = [
    ...new Set([basicAuthorization(keys).slice('Basic '.length), ...secrets.flatMap(spellingsOf)]),
  ]
  const longestFirst = texts.sort((a, b) => b.length - a.length)
  const pattern = new RegExp(longestFirst.map((text) => text.replace(/\W/gu, anyWriting)).join('|'), 'gi')
  return (text) => text.replace(pattern, mask)
}

/** A pattern for a sign as servers repeat it: as it is, or escaped for an address, JSON, a script or a web page. */
function anyWriting(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const hex = code.toString(16).padStart(2, '0')
  const units = sign.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const writings = [
    sign,
    encodeURIComponent(sign.toWellFormed()),
    `%${hex}`,
    `\\${sign}`,
    units.join(''),
    `\\x${hex}`,
    `&#${code};`,
    `&#x${hex};`,
    ...(entities[sign] ?? []),
  ]
  return `(?:${writings.map((text) => text.replace(/[^\w]/g, '\\$&')).join('|')})`
}

const entities: Readonly<Record<string, readonly string[]>> = {
  '&': ['&amp;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
  '"': ['&quot;'],
  "'": ['&apos;'],
}

/** A secret as it is, in JSON, percent-encoded and in base64, also inside a longer base64 text. */
export const spellingsOf = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret.toWellFormed()),
  ...base64Spellings(secret),
]

/** Base64 groups three bytes, so a text inside another one has three spellings; the outer characters of each depend on its neighbours. */
function base64Spellings(text: string): string[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url')
    const known = encoded.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + bytes.length) * 4) / 3))
    return [known, known.replaceAll('-', '+').replaceAll('_', '/')]
  })
}

/** Keys as they are sent: blanks and line ends come along with copying and are never part of them. */
export const trimKeys = (keys: Keys): Keys => ({
  site: keys.site.trim(),
  companyId: keys.companyId.trim(),
  publicKey: keys.publicKey.trim(),
  clientId: keys.clientId.trim(),
  privateKey: keys.privateKey.trim(),
})
