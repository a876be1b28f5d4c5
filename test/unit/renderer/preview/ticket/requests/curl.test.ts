// A request as a curl command that does no harm where it is pasted.
import { describe, expect, it } from 'vitest'
import { curlText } from '../../../../../../renderer/preview/ticket/requests/curl.ts'
import { contentOf } from '../../../../../../renderer/preview/ticket/requests/lineNotes.ts'
import type { PreviewRequest } from '../../../../../../shared/preview/result/previewResult.ts'
import { targetRelationship } from '../../../../../support/relationships.ts'
import { document, note, patch } from './sampleRequests.ts'

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
