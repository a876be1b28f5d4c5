// What people paste as keys and ids: cleaned of what comes along from mails and chats, and a whole mail read field by field.
import { bounds } from '../bounds.ts'
import { trimSigns } from '../text/trimSigns.ts'

export type PastedField = 'site' | 'companyId' | 'publicKey' | 'privateKey' | 'clientId'

/** `removed`: what was taken off, in words. `odd`: what is still in it and belongs in no such value; null where nothing is. */
export type Cleaned = { value: string; removed: readonly string[]; odd: string | null }

/** Longer than any mail with keys in it; what follows is not looked at. */
const longestText = bounds.typed.pasted

const around = String.raw`[*_"'\`´“”„‘’‚«»‹›<>[\]()]{0,4}`
/** What each value is called in front of it; `pubkey` and `privatekey` as ConnectWiseManageAPI's `Connect-CWM` names them. */
const names: Record<PastedField, string> = {
  privateKey: String.raw`(?<![a-z])(?:priv[ _-]?key|private(?:[ _-]?(?:api[ _-]?)?key)?)`,
  publicKey: String.raw`(?<![a-z])(?:pub[ _-]?key|public(?:[ _-]?(?:api[ _-]?)?key)?)`,
  clientId: String.raw`client[ _-]?id`,
  companyId: String.raw`company(?:[ _-]?(?:id|identifier|name|login))?`,
  site: String.raw`(?<![a-z])(?:site|server|host|url|address|(?:api|base|site|server)[ _-]?url)`,
}
const fields = Object.keys(names) as PastedField[]
const anyName = fields.map((field) => `(?<${field}>${names[field]})`).join('|')
/** What ends a name: a sign, the edge of a cell, a line or an element, the blank behind an argument such as `-PubKey`, or what .NET settings have between name and value. */
const sign = String.raw`(?:[ \t]{0,20}(?:[:=|\t–—]|-(?=\s)|\r?\n)|(?<=(?:^|\s)--?[\w-]{1,20})[ \t]|(?<=>)|\s{1,20}value\s{0,20}=)`
const leading = new RegExp(`^${around}(?:${anyName})${around}[ \\t]{0,20}[:=]`, 'i')
const labelled = new RegExp(`${around}(?:${anyName})${around}${sign}${around}`, 'gi')

const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g
const invisible = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800[\p{Cc}--[\t\n\r]]]+/gv
const opening = /^[\s*"'`´“”„‟‘’‚‛«»‹›<>{}(|]$/u
const closing = /^[\s*"'`´“”„‟‘’‚‛«»‹›<>{}),;|]$/u
/** How ConnectWise wants a login written (Developer Guide, "Authentication"): `company+publicKey:privateKey`, in base64 behind `Basic`. */
const login =
  /(?<![\w.&@+-])(?<companyId>[\w.&@-]{1,200})\+(?<publicKey>\w{8,100}):(?<privateKey>\w{8,100})(?![\w:])/
/** The login without the private key, as a request of Postman names its user: ConnectWise makes keys of 16 signs. */
const user = /^(?<companyId>[\w.&@-]{1,200})\+(?<publicKey>[A-Za-z0-9]{16})$/
/** What can only be the API, also where nobody calls it the site: its path, or ConnectWise's own hosts. */
const api =
  /https?:\/\/[^\s"'`<>/]{1,253}\/(?:[\w.]{1,40}\/)?apis\/3\.0|(?:[a-z0-9-]{1,63}\.){1,4}(?:myconnectwise\.net|connectwisedev\.com)/i
const basic = /\bBasic\s+([A-Za-z0-9+/]{16,500}={0,2})/

/** Keys and client ids are plain signs; a company ID may hold letters of any script. */
const expected: Record<PastedField, RegExp> = {
  site: /[^\p{L}\p{M}\p{N}._~:/?#[\]@!$&'()*+,;=%\\-]/u,
  companyId: /[^\p{L}\p{M}\p{N}._&@+-]/u,
  publicKey: /[^A-Za-z0-9+/=._~-]/u,
  privateKey: /[^A-Za-z0-9+/=._~-]/u,
  clientId: /[^A-Za-z0-9._-]/u,
}

/** An address in brackets of its own keeps them. */
const unquoted = (text: string): string => trimSigns(text, opening, closing)

const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** One pasted value, for the field it was pasted into. */
export function cleanPasted(field: PastedField, text: string): Cleaned {
  const removed: string[] = []
  const step = (words: string, before: string, after: string): string => {
    if (before !== after && !removed.includes(words)) removed.push(words)
    return after
  }
  let value = text.slice(0, longestText)
  value = step('direction marks', value, value.replace(directions, ''))
  value = step('invisible signs', value, value.replace(invisible, ''))
  value = value.trim()
  value = step('quotes', value, unquoted(value))
  const rest = value.replace(leading, '')
  if (rest.trim() !== '') value = step('a label', value, rest)
  value = value.trim()
  value = step('quotes', value, unquoted(value))
  value = step('line ends', value, value.replace(/[\r\n]+/g, ''))
  // An address with a blank in it is none, and words that are no address must not become a host that is asked for.
  if (field !== 'site') value = step('blanks', value, value.replace(/\s+/gu, ''))
  const strange = expected[field].exec(value)?.[0]
  return { value, removed, odd: strange === undefined ? null : `“${strange}” (${codeOf(strange)})` }
}

/** The values of a whole mail, by what stands in front of them; null where it names fewer than two. */
export function readPastedMail(text: string): Partial<Record<PastedField, string>> | null {
  const mail = text.slice(0, longestText).replace(directions, '').replace(invisible, '')
  const found = [...mail.matchAll(labelled)]
  const values: Partial<Record<PastedField, string>> = { ...loginIn(mail), ...tableIn(mail) }
  for (const [index, match] of found.entries()) {
    const field = fields.find((name) => match.groups?.[name] !== undefined)
    const from = match.index + match[0].length
    const [word = ''] = mail
      .slice(from, found[index + 1]?.index)
      .trimStart()
      .split(/[\s<]|["']\/?>/, 1)
    const { value } = field ? cleanPasted(field, word) : { value: '' }
    // Of a value that is named twice the first counts: below it, the mail is quoted.
    if (field && value !== '' && values[field] === undefined) values[field] = value
  }
  if (Object.keys(values).length < 2) return null
  const [address] = api.exec(mail) ?? []
  return address === undefined ? values : { site: address, ...values }
}

function loginIn(mail: string): Partial<Record<PastedField, string>> {
  const [, encoded] = basic.exec(mail) ?? []
  const written = encoded === undefined ? mail : decoded(encoded)
  return (user.exec(mail.trim()) ?? login.exec(written))?.groups ?? {}
}

/** Between cells of a sheet, of a CSV file and of Markdown, whose line of dashes is no row. */
const edges = ['\t', '|', ';', ',']
const cellName = new RegExp(`^${around}(?:${anyName})${around}$`, 'i')

/** A table with the names in its first row and the values below each. */
function tableIn(mail: string): Partial<Record<PastedField, string>> {
  const [head = '', row = ''] = mail.split(/[\r\n]+/).filter((line) => /[^\s|:-]/.test(line))
  for (const edge of edges) {
    const values: Partial<Record<PastedField, string>> = {}
    const cells = row.split(edge)
    for (const [index, name] of head.split(edge).entries()) {
      const groups = cellName.exec(name.trim())?.groups
      const field = fields.find((each) => groups?.[each] !== undefined)
      const { value } = field ? cleanPasted(field, cells[index] ?? '') : { value: '' }
      if (field && value !== '') values[field] ??= value
    }
    if (Object.keys(values).length > 1) return values
  }
  return {}
}

function decoded(base64: string): string {
  try {
    return atob(base64)
  } catch {
    return ''
  }
}
