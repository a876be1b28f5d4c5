// Reads what a web page says where data was expected. Pages come from anybody, so every step is linear.
import { bounds } from '../../../shared/bounds.ts'
import { signOfReference } from '../../../shared/text/characterReferences.ts'

const longestPage = bounds.words.page

/** Whether a text is a web page: starts with a tag. */
export const looksLikePage = (text: string): boolean => text.slice(0, longestPage).trimStart().startsWith('<')

/** The words of a page, its title first; without tags, scripts and styles. */
export function wordsOfPage(html: string): string {
  const page = html.slice(0, longestPage)
  const words: string[] = []
  const skipped = /^<(script|style|!--)/i
  for (let at = 0; at < page.length; ) {
    const tag = page.indexOf('<', at)
    words.push(page.slice(at, tag === -1 ? page.length : tag))
    if (tag === -1) break
    const hidden = skipped.exec(page.slice(tag, tag + 7))?.[1]?.toLowerCase()
    const end = hidden === undefined ? '>' : hidden === '!--' ? '-->' : `</${hidden}`
    const closed = page.indexOf(end, tag + 1)
    const last = closed === -1 ? -1 : page.indexOf('>', closed)
    if (last === -1) break
    at = last + 1
  }
  return words
    .map((word) => readable(word).replace(/\s+/g, ' ').trim())
    .filter((word, index, all) => word !== '' && word !== all[index - 1])
    .join(' ')
}

/** What pages write by name beside the usual: a few signs, and letters with what the name says of them. */
const signs: ReadonlyMap<string, string> = new Map([
  ['rsquo', '’'],
  ['szlig', 'ß'],
])
const marks: ReadonlyMap<string, string> = new Map([
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circ', '\u0302'],
  ['uml', '\u0308'],
  ['tilde', '\u0303'],
  ['cedil', '\u0327'],
  ['ring', '\u030a'],
])

function letterOf(name: string): string | undefined {
  const mark = marks.get(name.slice(1).toLowerCase())
  return mark === undefined ? signs.get(name.toLowerCase()) : `${name.charAt(0)}${mark}`
}

const readable = (word: string): string =>
  word
    .replace(/&(#?\w{2,8});/g, (all, name: string) => signOfReference(name) ?? letterOf(name) ?? all)
    .normalize('NFC')
