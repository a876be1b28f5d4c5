// Whether a page is followed by another one is read from every spelling of the Link header that is allowed or met.
import { describe, expect, it } from 'vitest'
import { hasNextPage } from '../../../../../main/connectwise/transport/linkHeader.ts'

const url = 'https://psa.example.test/v4_6_release/apis/3.0/company/companies?pageSize=50&page=2'
const last = url.replace('page=2', 'page=9')

describe('a further page is told by', () => {
  it.each([
    ['the usual header', `<${url}>; rel="next", <${last}>; rel="last"`],
    ['a relation without quotes', `<${url}>; rel=next`],
    ['a relation in single quotes', `<${url}>; rel='next'`],
    ['capitals', `<${url}>; REL="NEXT"`],
    ['blanks around the sign', `<${url}> ;  rel = "next"`],
    ['tabs', `<${url}>\t;\trel\t=\t"next"`],
    ['several relations in one', `<${url}>; rel="prefetch next"`],
    ['several relations, next first', `<${url}>; rel="next   prefetch"`],
    ['other parameters before it', `<${url}>; title="page 2"; type="application/json"; rel="next"`],
    ['other parameters after it', `<${url}>; rel="next"; title="page 2"`],
    ['a title with separators in it', `<${url}>; title="a, b; <c>; rel=prev"; rel="next"`],
    ['a title with an escaped quote', `<${url}>; title="a \\" b, <c>"; rel="next"`],
    ['a parameter without a value', `<${url}>; crossorigin; rel="next"`],
    ['empty parameters', `<${url}>;; ;rel="next";`],
    ['an address with separators in it', `<${url}&conditions=name in ("a";"b,c")>; rel="next"`],
    ['the last of several links', `<${url}>; rel="first", <${url}>; rel="prev", <${url}>; rel="next"`],
    ['links without a blank between', `<${last}>;rel="last",<${url}>;rel="next"`],
    ['empty elements between links', `, ,<${last}>; rel="last", ,<${url}>; rel="next",`],
    ['a relation that never closes its quote', `<${url}>; rel="next`],
    ['an address that leads nowhere', '<>; rel="next"'],
    ['a higher last page alone', `<${last}>; rel="last"`],
    ['a higher last page whose parameter has capitals', `<${last.replace('page=9', 'PAGE=9')}>; rel=last`],
    ['a relative address', '<?page=2>; rel="next"'],
  ])('%s', (_title, header) => {
    expect(hasNextPage(header, 1)).toBe(true)
  })
})

describe('no further page is told by', () => {
  it.each([
    ['no header', null],
    ['an empty header', ''],
    ['links to pages before', `<${url}>; rel="prev", <${url}>; rel="first"`],
    ['the last page, which is this one', `<${url}>; rel="last"`],
    ['a last page without a number', '<https://psa.example.test/companies>; rel="last"'],
    ['a relation that only contains the word', `<${url}>; rel="nextish not-next"`],
    ['a relation of another name space', `<${url}>; rel="https://example.test/rels/next"`],
    ['a second relation, which does not count', `<${url}>; rel="prev"; rel="next"`],
    ['the word in a title', `<${url}>; title="rel=next"; rel="prev"`],
    ['the word in an address', '<https://psa.example.test/?a=;rel="next">; rel="prev"'],
    ['another parameter', `<${url}>; rev="next"`],
    ['the words without an address', 'rel="next"'],
    ['an address that never closes', `<${url}; rel="next"`],
  ])('%s', (_title, header) => {
    expect(hasNextPage(header, 2)).toBe(false)
  })
})

it('reads a header of a million signs in one pass', () => {
  for (const sign of ['<', '>', '"', ';', ',', ' ', '=', '\\', 'rel="']) {
    expect(hasNextPage(sign.repeat(1_000_000 / sign.length), 1)).toBe(false)
  }
})
