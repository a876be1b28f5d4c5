// The right column of a request: per line of its body what the value means, above all the name behind an id.
import type { PreviewRequest, PreviewWarning } from '../../../../shared/preview/result/previewResult.ts'
import { collectionBehind } from '../../../../shared/preview/rules/referenceMembers.ts'
import { type Names, referredId } from './recordNames.ts'

export type LineNote = { text: string; warn: boolean }

/** Members whose value explains itself once its origin is named. */
const origins: Readonly<Record<string, string>> = {
  externalXRef: 'partner key',
  contactName: 'requester',
  contactEmailAddress: 'requester',
  chargeToId: 'the new ticket',
  recordId: 'the new ticket',
  detailDescriptionFlag: 'Discussion',
  internalAnalysisFlag: 'Internal',
  resolutionFlag: 'Resolution',
  file: 'content is not read',
}

const truncated: Readonly<Record<string, LineNote>> = {
  summary: { text: 'cut at 100', warn: true },
  initialDescription: { text: 'full title first', warn: false },
}

function nameNote(names: Names, member: string, value: unknown): LineNote | null {
  const kind = collectionBehind(member)
  const id = referredId(value)
  const behind = kind !== null && id !== null ? names(kind, id) : null
  return behind && { text: behind.inactive ? `${behind.name}, inactive` : behind.name, warn: behind.inactive }
}

/** What a request carries: its body or its parts. */
export const contentOf = (request: PreviewRequest): unknown =>
  'multipart' in request ? request.multipart : request.body

/** Notes by the path of the line they stand beside. `warnings` are those of the row. */
export function lineNotes(
  request: PreviewRequest,
  names: Names,
  warnings: readonly PreviewWarning[],
): ReadonlyMap<string, LineNote> {
  if (request.method === 'PATCH') {
    return new Map(
      request.body.flatMap(({ path, value }, index) => {
        const note = nameNote(names, path, value)
        return note ? [[`${index}.value`, note] as const] : []
      }),
    )
  }
  const members = Object.entries('multipart' in request ? request.multipart : request.body)
  return new Map(
    members.flatMap(([member, value]) => {
      const cut = warnings.includes('summary-truncated') ? truncated[member] : undefined
      const origin = origins[member]
      const note =
        cut ??
        nameNote(names, member, value) ??
        (origin && value !== false ? { text: origin, warn: false } : null)
      return note ? [[member, note] as const] : []
    }),
  )
}

/** A request in a few words, for its closed line: the type of a note, a file's name, who worked. */
export function requestHint(request: PreviewRequest, names: Names): string {
  if (request.method === 'PATCH') return request.body.map(({ path }) => path).join(', ')
  const content = 'multipart' in request ? request.multipart : request.body
  const flag = Object.keys(content).find((member) => member.endsWith('Flag') && content[member] === true)
  const said = flag ? origins[flag] : nameNote(names, 'member', content.member)?.text
  const words = said ?? content.summary ?? content.title
  return typeof words === 'string' ? words : ''
}
