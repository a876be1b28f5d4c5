// A request as a curl command to read or paste elsewhere: placeholders stand where keys would be.
import { parseSite } from '../../../../shared/connection/siteAddress.ts'
import type { PreviewRequest } from '../../../../shared/preview/result/previewResult.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { replaceEach, replaceEachBy, unicodeEscape } from '../../../../shared/text/replaceEach.ts'

/** Signs that a terminal may take for keys, and those that are not seen where they stand. */
const unseen = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu

/** Quoted for a POSIX shell: nothing inside is expanded. What is not seen is written as bash and zsh write it. */
function quote(text: string): string {
  if (text.search(unseen) < 0) return `'${text.replaceAll("'", `'\\''`)}'`
  const quoted = replaceEach(text, /['\\]+/g, (sign) => `\\${sign}`)
  return `$'${replaceEach(quoted, unseen, unicodeEscape)}'`
}

/** A part of a form whose value curl must take as it is, even when it begins with @ or <. */
const textPart = (name: string, value: unknown): string =>
  `--form-string ${quote(`${name}=${String(value)}`)}`

/** A type and a subtype (RFC 9110, section 8.3.1); whatever follows them could be curl's own. */
const mediaType = /^[\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127}$/

/** The last part of a name from elsewhere, in plain letters: curl reads the file of that name where the command runs. */
function plainFileName(fileName: string): string {
  const last = fileName.slice(-1000).split(/[/\\]/).at(-1) ?? ''
  const plain = replaceEachBy(last, /[^A-Za-z0-9._-]+/g, '_').replace(/^[._-]+/, '')
  return plain.slice(-100) || 'file'
}

/** A file part: never a path, never anything that curl would read as more than a name and a type. */
function filePart(name: string, value: object): string {
  const fileName = plainFileName('fileName' in value ? String(value.fileName) : '')
  const type = 'contentType' in value ? String(value.contentType) : ''
  return `--form ${quote(`${name}=@"${fileName}"${mediaType.test(type) ? `;type=${type}` : ''}`)}`
}

function payload(request: PreviewRequest): string[] {
  if (!('multipart' in request)) {
    return [`--header 'Content-Type: application/json'`, `--data-raw ${quote(JSON.stringify(request.body))}`]
  }
  return Object.entries(request.multipart).map(([name, value]) =>
    typeof value === 'object' && value !== null ? filePart(name, value) : textPart(name, value),
  )
}

/**
 * The command for a POSIX shell. `{id}` stays a placeholder, which `--globoff` keeps curl from expanding.
 * Header names: ConnectWise Developer Guide, "Authentication".
 */
export function curlText(request: PreviewRequest, relationship: Relationship): string {
  const organisation = relationship.apiOverride ?? relationship.connection
  const host = parseSite(organisation.site)?.host ?? 'YOUR_SITE'
  const company = organisation.companyId || 'YOUR_COMPANY_ID'
  return [
    `curl --globoff --request ${request.method} ${quote(`https://${host}/v4_6_release/apis/3.0${request.path}`)}`,
    `--user ${quote(`${company}+YOUR_PUBLIC_KEY:YOUR_PRIVATE_KEY`)}`,
    `--header 'clientId: YOUR_CLIENT_ID'`,
    `--header 'Accept: application/vnd.connectwise.com+json; version=2025.1'`,
    ...payload(request),
  ].join(' \\\n  ')
}
