// Words and settings behind the codes of a preview, found by the code alone.
import type { PreviewItem, PreviewWarning, RowReason } from '../../../shared/preview/result/previewResult.ts'
import { settingsBehind } from '../../../shared/preview/words/whyNot.ts'
import { reasonWords, warningWords, type ErrorWords } from '../../../shared/preview/words/previewWords.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { fields } from '../../../shared/relationship/fields.ts'
import type { TicketOutcome } from '../judging/outcomes.ts'

type Reason = RowReason | PreviewItem['reasons'][number]

const isReason = (code: string): code is Reason => code in reasonWords
const isWarning = (code: string): code is PreviewWarning => code in warningWords

/** Short and long words of any reason or warning. */
export const codeWords = (code: string): ErrorWords => {
  if (isReason(code)) return reasonWords[code]
  return isWarning(code) ? warningWords[code] : { short: code, sentence: code }
}

/** The second line of a list row: the first reason, else the first warning, and how many more there are. */
export function rowText({ reasons, warnings }: TicketOutcome): string {
  const codes: readonly string[] = reasons.length > 0 ? reasons : warnings
  const [first, second] = codes
  if (first === undefined) return ''
  if (second === undefined) return codeWords(first).short
  return codes.length === 2
    ? `${codeWords(first).short} · ${codeWords(second).short}`
    : `${codeWords(first).short} · ${codes.length - 1} more`
}

export type FieldLink = { path: string; label: string }

function linksBehind(code: string, relationship: Relationship): FieldLink[] {
  const paths = isReason(code) || isWarning(code) ? settingsBehind(code, relationship) : []
  return paths.map((path) => ({ path, label: fields[path].label }))
}

/** What to do about a reason that no setting is behind; empty where there is one. */
export function besideSettings(code: string, relationship: Relationship): string {
  if (!isReason(code) || settingsBehind(code, relationship).length > 0) return ''
  return code === 'not-changed-since-start'
    ? 'The start date above the list decides this.'
    : 'No setting changes this: the ticket itself would have to be different.'
}

/** The settings that would change what each code says, in the order of their effect; a setting is linked only once. */
export function fieldLinks(
  codes: readonly string[],
  relationship: Relationship,
  linked: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, readonly FieldLink[]> {
  const seen = new Set(linked)
  return new Map(
    codes.map((code) => {
      const links = linksBehind(code, relationship).filter(({ path }) => !seen.has(path))
      for (const { path } of links) seen.add(path)
      return [code, links] as const
    }),
  )
}
