// What a `Link` header says about a further page, in every spelling RFC 8288 allows and in those that are met beside it.
import { bounds } from '../../../shared/bounds.ts'

/** One link: where it leads and what it is to this page, in lower case. */
type Link = { target: string; rels: string[] }

/**
 * Whether a page is followed by another one: it has a `next`, or a `last` with a higher page number. Relation types are
 * compared without regard to case and several may stand in one `rel` (RFC 8288, section 3.3); single quotes are met too.
 */
export function hasNextPage(header: string | null, page: number): boolean {
  const links = readLinks((header ?? '').slice(0, bounds.answer.linkHeader))
  return links.some(
    ({ target, rels }) => rels.includes('next') || (rels.includes('last') && pageOf(target) > page),
  )
}

/** The page number an address asks for, 0 without one. Only the query is looked at, so any base does. */
function pageOf(target: string): number {
  const query = URL.parse(target, 'https://base.invalid')?.searchParams
  for (const [name, value] of query ?? []) if (name.toLowerCase() === 'page') return Number(value) || 0
  return 0
}

/** Reads the header sign by sign: addresses and quoted texts may hold the separators. */
function readLinks(header: string): Link[] {
  const links: Link[] = []
  let at = 0
  const skip = (signs: string) => {
    while (at < header.length && signs.includes(header.charAt(at))) at += 1
  }
  const until = (signs: string): string => {
    const start = at
    while (at < header.length && !signs.includes(header.charAt(at))) at += 1
    return header.slice(start, at).trim()
  }
  /** A quoted text, its escapes taken off; without a closing quote it goes on to the end. */
  const quoted = (quote: string): string => {
    let text = ''
    for (at += 1; at < header.length && header.charAt(at) !== quote; at += 1) {
      if (header.charAt(at) === '\\') at += 1
      text += header.charAt(at)
    }
    at += 1
    return text
  }
  for (;;) {
    until('<')
    if (at >= header.length) return links
    at += 1
    const target = until('>')
    at += 1
    const link: Link = { target, rels: [] }
    let isNamed = false
    for (skip(' \t'); header.charAt(at) === ';'; skip(' \t')) {
      at += 1
      skip(' \t;')
      const name = until('=;,').toLowerCase()
      if (header.charAt(at) !== '=') continue
      at += 1
      skip(' \t')
      const quote = header.charAt(at)
      const value = quote === '"' || quote === "'" ? quoted(quote) : until(';,')
      // Of several `rel` the first one counts (RFC 8288, section 3.3).
      if (name === 'rel' && !isNamed) link.rels = value.toLowerCase().split(/\s+/)
      isNamed ||= name === 'rel'
    }
    links.push(link)
    until(',<')
  }
}
