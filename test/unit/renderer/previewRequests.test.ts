// Requests to read and to copy: JSON lines, the name behind each id, curl with placeholders.
import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curlText } from '../../../renderer/preview/ticket/requests/curl.ts'
import { jsonLines } from '../../../renderer/preview/ticket/requests/jsonLines.ts'
import { contentOf, lineNotes, requestHint } from '../../../renderer/preview/ticket/requests/lineNotes.ts'
import { createNames } from '../../../renderer/preview/ticket/requests/recordNames.ts'
import type { PreviewRequest } from '../../../shared/preview/result/previewResult.ts'
import { reference, sourceRelationship, targetRelationship } from '../../support/relationships.ts'

const textOf = (value: unknown) =>
  jsonLines(value).map(({ indent, tokens }) => '  '.repeat(indent) + tokens.map(({ text }) => text).join(''))

const ticket: PreviewRequest = {
  method: 'POST',
  path: '/service/tickets',
  body: {
    summary: 'Printer offline',
    company: { id: 250 },
    board: { id: 4 },
    status: { id: 31 },
    owner: { id: 99 },
    externalXRef: 'INC1',
    initialDescription: 'Printer offline in reception',
  },
}
const patch: PreviewRequest = {
  method: 'PATCH',
  path: '/service/tickets/7',
  body: [{ op: 'replace', path: 'priority', value: { id: 7 } }],
}
const document: PreviewRequest = {
  method: 'POST',
  path: '/system/documents',
  multipart: {
    recordType: 'Ticket',
    recordId: '{id}',
    title: '@it’s.txt',
    file: { fileName: 'a"b\'c.txt', contentType: 'text/plain', size: 3 },
  },
}
const note: PreviewRequest = {
  method: 'POST',
  path: '/service/tickets/{id}/notes',
  body: { text: 'Hello', internalAnalysisFlag: true },
}

describe('JSON lines', () => {
  it('puts short objects on one line', () => {
    expect(textOf({ status: { id: 31 }, list: [{ op: 'replace', value: { id: 1 } }], none: [] })).toEqual([
      '{',
      '  "status": { "id": 31 },',
      '  "list": [',
      '    {',
      '      "op": "replace",',
      '      "value": { "id": 1 }',
      '    }',
      '  ],',
      '  "none": []',
      '}',
    ])
  })

  it('names where each value sits', () => {
    expect(jsonLines(patch.body).map(({ path }) => path)).toEqual([
      '',
      '0',
      '0.op',
      '0.path',
      '0.value',
      '',
      '',
    ])
  })

  it('says the same as the value, whatever it is', () => {
    assert(
      property(jsonValue({ maxDepth: 4 }), (value) => {
        expect(JSON.parse(textOf(value).join('\n'))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('names', () => {
  it('takes the name of the reference data before the one the settings remember', () => {
    const names = createNames(
      targetRelationship({ status: { id: 31, name: 'Old name' } }),
      reference({ statuses: [{ id: 31, name: 'New name', inactive: true }] }),
    )
    expect(names('statuses', 31)).toEqual({ name: 'New name', inactive: true })
  })

  it('falls back to the settings, and to nothing', () => {
    const names = createNames(targetRelationship(), null)
    expect(names('boards', 4)).toEqual({ name: 'Help Desk', inactive: false })
    expect(names('members', 42)).toEqual({ name: 'Dana Reyes', inactive: false })
    expect(names('boards', 5)).toBeNull()
    expect(createNames(sourceRelationship(), null)('boards', 5)?.name).toBe('Field Work')
  })
})

describe('line notes', () => {
  const names = createNames(targetRelationship(), reference())

  it('names what stands behind each id and where texts come from', () => {
    expect([...lineNotes(ticket, names, [])].map(([path, { text }]) => [path, text])).toEqual([
      ['company', 'Contoso Ltd'],
      ['board', 'Help Desk'],
      ['status', 'New'],
      ['externalXRef', 'partner key'],
    ])
  })

  it('marks a cut title and where all of it is', () => {
    const notes = lineNotes(ticket, names, ['summary-truncated'])
    expect(notes.get('summary')).toEqual({ text: 'cut at 100', warn: true })
    expect(notes.get('initialDescription')?.text).toBe('full title first')
  })

  it('names the value of a change', () => {
    expect(lineNotes(patch, names, []).get('0.value')?.text).toBe('Priority 1 - Critical')
  })

  it.each([
    [ticket, 'Printer offline'],
    [note, 'Internal'],
    [patch, 'priority'],
    [document, '@it’s.txt'],
  ])('says a request in a few words', (request, words) => expect(requestHint(request, names)).toBe(words))
})

describe('curl', () => {
  const relationship = targetRelationship()

  it('carries the API address, placeholders instead of keys, and the body', () => {
    expect(curlText(note, relationship)).toBe(
      [
        `curl --globoff --request POST 'https://api-na.myconnectwise.net/v4_6_release/apis/3.0/service/tickets/{id}/notes'`,
        `--user 'acme+YOUR_PUBLIC_KEY:YOUR_PRIVATE_KEY'`,
        `--header 'clientId: YOUR_CLIENT_ID'`,
        `--header 'Accept: application/vnd.connectwise.com+json; version=2025.1'`,
        `--header 'Content-Type: application/json'`,
        `--data-raw '{"text":"Hello","internalAnalysisFlag":true}'`,
      ].join(' \\\n  '),
    )
  })

  it('quotes what a shell would read otherwise', () => {
    const request: PreviewRequest = { ...note, body: { text: "it's $HOME" } }
    expect(curlText(request, relationship)).toContain(`--data-raw '{"text":"it'\\''s $HOME"}'`)
  })

  it('sends a document as a form whose texts are taken as they are', () => {
    const text = curlText(document, relationship)
    expect(text).toContain(`--form-string 'title=@it’s.txt'`)
    expect(text).toContain(`--form 'file=@"a_b_c.txt";type=text/plain'`)
    expect(text).not.toContain('Content-Type')
  })

  it.each([
    ['/etc/passwd', 'passwd'],
    ['..\\..\\secrets.txt', 'secrets.txt'],
    ['a.txt,/etc/passwd;type=x', 'passwd_type_x'],
    ['-', 'file'],
    ['../', 'file'],
    ['\u202etxt.exe', 'txt.exe'],
  ])('names no file of this computer (%j)', (fileName, shown) => {
    const file = { fileName, contentType: 'text/plain', size: 1 }
    const request: PreviewRequest = { ...document, multipart: { ...document.multipart, file } }
    expect(curlText(request, relationship)).toContain(`file=@"${shown}";type=text/plain`)
  })

  it.each(['text/plain;filename=/etc/passwd', 'text/plain\n--form x=@/etc/passwd', 'x', '', '<a'])(
    'leaves out what is no content type (%j)',
    (contentType) => {
      const file = { fileName: 'a.txt', contentType, size: 1 }
      const request: PreviewRequest = { ...document, multipart: { ...document.multipart, file } }
      expect(curlText(request, relationship)).toMatch(/file=@"a\.txt"'$/m)
    },
  )

  it('holds no sign that a terminal takes for a key', () => {
    const text = curlText({ ...note, body: { text: 'a\u0003\u009b\u202eb' } }, relationship)
    const title = { ...document, multipart: { ...document.multipart, title: "it's\u0003\nrm -rf x" } }
    for (const copied of [text, curlText(title, relationship)])
      expect(copied.replaceAll(' \\\n  ', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
    expect(curlText(title, relationship)).toContain(`$'title=it\\'s\\u0003\\u000arm -rf x'`)
  })

  it('uses the override’s organisation', () => {
    const text = curlText(
      patch,
      targetRelationship({}, { apiOverride: { site: 'https://psa.example.test/x', companyId: '' } }),
    )
    expect(text).toContain(`https://psa.example.test/v4_6_release/apis/3.0/service/tickets/7'`)
    expect(text).toContain('YOUR_COMPANY_ID+')
  })

  it('copies the parts of a form as its content', () =>
    expect(contentOf(document)).toHaveProperty('recordType'))
})
