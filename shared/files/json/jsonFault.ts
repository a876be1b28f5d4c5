// Why text is no JSON, by name: what people's editors, tools and disks leave in a file, each told as what it is.
import { asLine } from '../../text/line.ts'
import { placeOf, placeText } from '../text/place.ts'
import type { WantedToken } from './scanJson.ts'

type Broken = { text: string; at: number; wanted: WantedToken }

/** A broken place as the causes look at it: what begins there, the line up to there, and whether anything came before. */
type Situation = {
  wanted: WantedToken
  rest: string
  line: string
  isFirst: boolean
  /** The last sign before it that is no blank. */
  before: string
  /** Where that sign stands. */
  beforeAt: number
  text: string
  at: number
}

type Cause = {
  fits: (situation: Situation) => boolean
  words: (situation: Situation) => string
  /** Where to look, when that is not where the reader stumbled. */
  place?: (situation: Situation) => number
}

const most = 2000
const curly = /[\u2018-\u201f\u00ab\u00bb]/
const closing = /^[}\]]/
/** A separator in the first of several lines, before anything of JSON. */
function looksLikeTable(text: string): boolean {
  const end = text.search(/[\r\n]/)
  const before = text.slice(0, Math.max(0, end)).split(/[{[]/, 1)[0] ?? ''
  return /[,;\t]/.test(before)
}

/** Header lines one below the other, one of them such as only mail programs write. */
export const isMail = (text: string): boolean =>
  /^[A-Z][\w-]{1,40}: /.test(text) &&
  /^(?:MIME-Version|Message-ID|Received|Return-Path|Content-Type): /im.test(text)

/** Far enough for the styles that stand before a table. */
const pageHead = 200_000
/** Some systems write their tables as pages and call them .xls (SheetJS, issue 1178; xlrd, issue 350). A sign-in has fields and scripts. */
const isTablePage = (text: string): boolean => {
  const head = text.slice(0, pageHead)
  return /<table\b/i.test(head) && !/<(?:form|input|script|iframe)\b/i.test(head)
}

const invisible = /^[\u00a0\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/

const shown = (rest: string): string => `“${asLine(rest.slice(0, 12).split(/\s/, 1)[0] ?? '')}”`
const code = (rest: string): string =>
  `U+${(rest.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const onlyZeros = (text: string, from: number): boolean => {
  let at = from
  while (text.charCodeAt(at) === 0) at += 1
  return at >= text.length
}

const lineOfComma = ({ text, beforeAt, at }: Situation): string =>
  placeOf(text, beforeAt).line === placeOf(text, at).line ? '' : ` of line ${placeOf(text, at).line}`

const isString = (wanted: WantedToken): boolean => wanted === 'quote' || wanted === 'printable'

/** A text whose end was not seen ends where the next one begins, and that one's first letter stands where none may. */
const ranOn = ({ wanted, before, rest }: Situation): boolean =>
  (wanted === 'comma' || wanted === 'colon') && before === '"' && /^\p{L}/u.test(rest)

/** The first that fits is the one; those that say most stand first. */
const causes: readonly Cause[] = [
  {
    fits: ({ rest, text, at }) => rest.startsWith('\0') && onlyZeros(text, at),
    words: ({ isFirst }) =>
      isFirst
        ? 'it holds nothing but zero bytes, as a file does after a power cut or on a full disk'
        : 'from here on it holds nothing but zero bytes: it was cut, as by a power cut or a full disk',
  },
  {
    fits: ({ text }) => /^.?\0/.test(text),
    words: () => 'it is UTF-16 without a byte order mark; save it as UTF-8',
  },
  { fits: ({ rest }) => rest.startsWith('\0'), words: () => 'a zero byte; the file is damaged' },
  {
    fits: ({ rest, isFirst, text }) =>
      isFirst &&
      /^<(?:\?xml|!doctype|\?mso-application|workbook)\b/i.test(rest) &&
      /urn:schemas-microsoft-com:office:spreadsheet/i.test(text.slice(0, pageHead)),
    words: () => 'it is an Excel workbook as XML; in Excel, save it as CSV',
  },
  {
    fits: ({ rest, isFirst, text }) => isFirst && /^<[!\p{L}]/u.test(rest) && isTablePage(text),
    words: () =>
      'it is a table saved as a web page, which some systems call .xls; open it in a spreadsheet and save it as CSV',
  },
  {
    fits: ({ rest, isFirst }) => isFirst && /^<(?:!doctype\s+html|html|head|body|script)\b/i.test(rest),
    words: () => 'it is a web page, for example the sign-in page of the site it was downloaded from',
  },
  {
    fits: ({ rest, isFirst }) => isFirst && rest.startsWith('<!--') && /<html\b/i.test(rest),
    words: () => 'it is a web page, for example the sign-in page of the site it was downloaded from',
  },
  { fits: ({ rest, isFirst }) => isFirst && /^<[?\p{L}]/u.test(rest), words: () => 'it is an XML document' },
  {
    fits: ({ rest, line }) => line === '' && /^(?:<{7}|={7}|>{7}|\|{7})(?!\S)/.test(rest),
    words: ({ rest }) => `an unresolved merge conflict (“${rest.slice(0, 7)}”)`,
  },
  {
    fits: ({ text }) => text.startsWith('{\\rtf'),
    words: () => 'it is a formatted text document (RTF); save it as plain text',
  },
  {
    fits: ({ rest }) => /^(?:\/\/|\/\*|#)/.test(rest),
    words: ({ rest }) =>
      `a comment (“${rest.startsWith('#') ? '#' : rest.slice(0, 2)}”), which JSON does not have`,
  },
  {
    fits: ({ rest, wanted }) => curly.test(rest.charAt(0)) && !isString(wanted),
    words: ({ rest }) => `curly quotes (“${rest.charAt(0)}”) where JSON has straight ones (")`,
  },
  {
    fits: (situation) => curly.test(situation.line) && (isString(situation.wanted) || ranOn(situation)),
    words: () => 'curly quotes where JSON has straight ones (")',
    place: ({ at, line }) => at - line.length + line.search(curly),
  },
  {
    fits: ({ rest, before }) => closing.test(rest) && before === ',',
    words: (situation) =>
      `a trailing comma before the “${situation.rest.charAt(0)}”${lineOfComma(situation)}`,
    place: ({ beforeAt }) => beforeAt,
  },
  { fits: ({ text, at }) => at >= text.length, words: () => 'it ends too early: the file was cut' },
  {
    fits: ({ wanted, rest }) => wanted === 'nothing' && /^[{[]/.test(rest),
    words: () => 'a second document begins; a file holds one, and several records stand in one list',
  },
  { fits: ({ wanted }) => wanted === 'nothing', words: () => 'something follows after the end' },
  {
    fits: ({ rest, isFirst }) => isFirst && looksLikeTable(rest),
    words: () => 'it looks like a table (CSV)',
  },
  {
    fits: ({ rest, isFirst }) => isFirst && isMail(rest),
    words: () => 'it is an e-mail; save its attachment and take that',
  },
  {
    fits: ({ rest, isFirst }) => isFirst && /^[>`\p{L}]/u.test(rest) && /^[> ]{0,9}[{[]/m.test(rest),
    words: () => 'other text stands before it, as in a mail or a chat; the file holds the JSON alone',
  },
  {
    fits: ({ rest, isFirst }) => isFirst && /^(?:---[\r\n]|[\w-]+:\s)/.test(rest),
    words: () => 'it looks like YAML',
  },
  {
    fits: ({ rest }) => rest.startsWith("'"),
    words: () => `single quotes (') where JSON has double ones (")`,
  },
  { fits: ({ rest }) => rest.startsWith('`'), words: () => 'backticks (`) where JSON has double quotes (")' },
  {
    fits: ({ rest }) => invisible.test(rest),
    words: ({ rest }) => `an invisible sign (${code(rest)}) outside of text`,
  },
  {
    fits: ({ rest, before }) => rest.startsWith(',') && /[,[{]/.test(before),
    words: () => 'a comma too many',
  },
  {
    fits: ({ wanted }) => wanted === 'escape',
    words: ({ rest }) => `“${asLine(rest.slice(0, 2))}” in a text; a backslash is written twice (\\\\)`,
  },
  {
    fits: ({ wanted, rest }) => wanted === 'printable' && /^[\r\n]/.test(rest),
    words: () => 'a text does not end in its line: a quote is missing, or a line break is to be written \\n',
  },
  {
    fits: ({ wanted }) => wanted === 'printable',
    words: ({ rest }) => `a control character (${code(rest)}) inside a text`,
  },
  {
    fits: ({ rest }) => /^[+-]?(?:NaN|Infinity|undefined|None|True|False|nil)\b/.test(rest),
    words: ({ rest }) => `${shown(rest)}, which JSON does not have`,
  },
  { fits: ({ wanted }) => wanted === 'digit', words: () => 'a number that is not written as JSON writes it' },
  {
    fits: ({ wanted, rest }) => wanted === 'name' && /^[\p{L}_$]/u.test(rest),
    words: ({ rest }) => `a name without quotes (${shown(rest)})`,
  },
  {
    fits: ({ wanted, rest }) => wanted === 'comma' && closing.test(rest),
    words: ({ rest }) => `“${rest.charAt(0)}” closes what was not opened`,
  },
  {
    fits: ({ wanted, rest }) => wanted === 'comma' && /^["{[\p{L}\p{N}-]/u.test(rest),
    words: () => 'a comma is missing before it',
  },
  { fits: ({ wanted }) => wanted === 'colon', words: () => 'a colon is missing after the name' },
]

function situationOf({ text, at, wanted }: Broken): Situation {
  let beforeAt = at - 1
  while (/[ \t\r\n]/.test(text.charAt(beforeAt))) beforeAt -= 1
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  return {
    text,
    at,
    wanted,
    rest: text.slice(at, at + most),
    line: text.slice(Math.max(lineStart, at - most), at),
    isFirst: beforeAt < 0,
    before: text.charAt(beforeAt),
    beforeAt,
  }
}

/** The place and the cause in words: `line 12, column 3: a trailing comma before the “}”`. */
export function faultText(broken: Broken): string {
  const situation = situationOf(broken)
  const cause = causes.find(({ fits }) => fits(situation))
  const at = cause?.place?.(situation) ?? broken.at
  const words = cause?.words(situation) ?? `${shown(situation.rest)} is not expected here`
  return `${placeText(placeOf(broken.text, at))}: ${words}`
}
