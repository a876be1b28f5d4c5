// What an answer says where data was expected: in one of ConnectWise's two JSON shapes, in another server's, as plain text, or as a page.
import { z } from '../../../shared/zod.ts'
import { parseHarmlessJson } from './json.ts'
import { looksLikePage, wordsOfPage } from './page.ts'

/** ConnectWise's shapes: Developer Guide; xyte.io error table. */
export type Spoken = {
  code: string
  words: string
  shape: 'page' | 'text' | 'connectwise' | 'json' | 'empty'
}

/** Members that hold the words of an answer, and those that hold more of them; ConnectWise's own first. */
const wordMembers = [
  'message',
  'errormessage',
  'exceptionmessage',
  'errordescription',
  'faultstring',
  'detail',
  'description',
  'title',
  'reason',
  'msg',
]
const innerMembers = ['errors', 'error', 'fault', 'response', 'modelstate', 'errormessages']
/** What tells something where nothing else does. */
const shortMembers = ['error', 'code']
const deepestWords = 3

/**
 * The words of a JSON answer, in ConnectWise's shapes and those of servers before it. `isSaid`: in a list of errors every
 * text is one, and so is what a field is refused with (RFC 9457 as ASP.NET writes it).
 */
function wordsIn(json: unknown, depth = 0, isSaid = false): string[] {
  if (typeof json === 'string') return isSaid && json !== '' ? [json] : []
  if (depth > deepestWords || typeof json !== 'object' || json === null) return []
  if (Array.isArray(json)) {
    const isList = isSaid || json.every((inner) => typeof inner === 'string')
    return json.slice(0, 20).flatMap((inner) => wordsIn(inner, depth + 1, isList))
  }
  const members = Object.entries(json)
    .slice(0, 100)
    .map(([name, value]) => [name.toLowerCase().replace(/[_-]+/g, ''), value] as const)
  const of = (names: readonly string[]) =>
    names.flatMap((name) => members.filter(([each]) => each === name).map(([, value]) => value))
  const said = (values: readonly unknown[]) => values.flatMap((value) => wordsIn(value, depth + 1, true))
  const words = [
    ...said(of(wordMembers)),
    ...said(of(innerMembers).filter((value) => typeof value === 'object')),
  ]
  if (words.length > 0) return words
  return said(isSaid ? members.map(([, value]) => value) : of(shortMembers))
}

/** The code of ConnectWise's two shapes, a word beside a message. */
const codeSchema = z.object({
  code: z.string().nullish().catch(null),
  error: z.string().nullish().catch(null),
})
const codeIn = (json: unknown): string => {
  const { code, error } = codeSchema.safeParse(json).data ?? {}
  return (code ?? error ?? '').slice(0, 100)
}

/** What records, counts, company info and system info hold: who gives that gives data, whatever words stand beside it. */
const isData = (value: object): boolean =>
  Object.entries(value).some(
    ([name, inner]) =>
      /^(codebase|companyname|iscloud)$/i.test(name) ||
      (/^(id|count)$/i.test(name) && Number.isInteger(inner)),
  )

/** Nobody refuses more at once. */
const mostRefusals = 20

/** Whether a JSON body is a refusal, or a list of nothing else: a gateway's status does not always say so. */
export function isRefusal(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.length <= mostRefusals && value.every(isRefusal)
  return typeof value === 'object' && value !== null && wordsIn(value).length > 0 && !isData(value)
}

export function spokenIn(text: string): Spoken {
  if (text.slice(0, searched).trim() === '') return { code: '', words: '', shape: 'empty' }
  if (looksLikePage(text)) return { code: '', words: wordsOfPage(text), shape: 'page' }
  const json = parseHarmlessJson(text)
  if (json === undefined) return { code: '', words: text, shape: 'text' }
  if (typeof json === 'string' && json !== '') return { code: '', words: json, shape: 'text' }
  const [code, words] = [codeIn(json), wordsIn(json)]
  // Data, or a number, in place of words says as little as nothing.
  const shape = words.length === 0 ? 'empty' : code === '' ? 'json' : 'connectwise'
  return { code, words: oneLine(words.join(' ')), shape }
}

/** Cut before anything searches it. */
const searched = 4_000
export const oneLine = (text: string): string => text.slice(0, searched).replace(/\s+/g, ' ').trim()
