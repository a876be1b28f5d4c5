// A request as a curl command to read or paste elsewhere: placeholders stand where keys would be.
import { parseSite } from '../../../shared/connection/siteAddress.ts'
import type { PreviewRequest } from '../../../shared/preview/previewResult.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'

/** Quoted for a POSIX shell: nothing inside is expanded. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** A part of a form whose value curl must take as it is, even when it begins with @ or <. */
const textPart = (name: string, value: unknown): string =>
  `--form-string ${quote(`${name}=${String(value)}`)}`

/** A file part; inside curl's own double quotes, backslash and quote are escaped. */
function filePart(name: string, value: object): string {
  const fileName = 'fileName' in value ? String(value.fileName) : 'file'
  const type = 'contentType' in value ? `;type=${String(value.contentType)}` : ''
  return `--form ${quote(`${name}=@"${fileName.replaceAll(/["\\]/g, '\\$&')}"${type}`)}`
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
