// What a comparison of two settings says in words: a mark per ticket, and sentences for a flow.
import type { Comparison, PartChange, VerdictChange } from '../../../shared/preview/compare.ts'
import type { Flow, PreviewItem } from '../../../shared/preview/result/previewResult.ts'
import { verdictWords } from '../../../shared/preview/words/previewWords.ts'
import { countOf, plural } from '../../ui/words/counts.ts'

export const kindWords: Record<PreviewItem['kind'], readonly [one: string, several: string]> = {
  note: ['note', 'notes'],
  attachment: ['attachment', 'attachments'],
  timeEntry: ['time entry', 'time entries'],
}
const kinds = ['note', 'attachment', 'timeEntry'] as const

const signs = { send: '+', stay: '\u2212' } as const
const verdicts = ['send', 'stay'] as const

/** What happens to a part that newly goes along, from where the reader sits. */
export const newlyGoing: Record<Flow, string> = { inbound: 'newly arrive', outbound: 'newly leave' }

/** What each changed ticket has to say, by its key: "was Skip, +2 notes". */
export function changesByKey({ verdicts: changed, parts }: Comparison): ReadonlyMap<string, string> {
  const said = new Map<string, string[]>()
  const say = (key: string, words: string) => said.set(key, [...(said.get(key) ?? []), words])
  for (const { key, before } of changed) say(key, `was ${verdictWords[before].short}`)
  const counts = new Map<string, { part: PartChange; count: number }>()
  for (const part of parts) {
    const name = JSON.stringify([part.key, part.kind, part.verdict])
    counts.set(name, { part, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  for (const { part, count } of counts.values())
    say(part.key, `${signs[part.verdict]}${countOf(count, ...kindWords[part.kind])}`)
  return new Map([...said].map(([key, words]) => [key, words.join(', ')]))
}

/** A sentence whose beginning carries it; `to` names the partner, where it goes there. */
export type NewsSentence = { strong: string; to: string | null; rest: string }

const sentence = (strong: string, rest = '', to: string | null = null): NewsSentence => ({ strong, to, rest })

const verdictNews: Record<VerdictChange['after'], (tickets: string) => string> = {
  create: (tickets) => `${tickets} newly created`,
  fail: (tickets) => `${tickets} newly refused`,
  send: (tickets) => `${tickets} newly sent`,
  skip: (tickets) => `${tickets} no longer sent`,
}
const ends = ['fail', 'skip', 'create', 'send'] as const

/** Who would read what newly arrives: the widest audience is what has to be known. */
const readersOf = (parts: readonly PartChange[]): string => {
  const them = plural(parts.length, 'it', 'them')
  const by = parts.some(({ audience }) => audience.includes('customer')) ? 'customers' : 'only staff'
  return `; ${by} read ${them}`
}

/** The parts are of one kind, and fare alike. */
function partNews(parts: readonly [PartChange, ...PartChange[]], flow: Flow, partner: string): NewsSentence {
  const [{ kind, verdict }] = parts
  const verb = flow === 'inbound' ? 'arrive' : 'leave'
  const how = verdict === 'send' ? 'newly' : 'no longer'
  const count = countOf(parts.length, ...kindWords[kind])
  const tickets = countOf(new Set(parts.map(({ key }) => key)).size, 'ticket')
  return sentence(
    `${count} ${how} ${plural(parts.length, `${verb}s`, verb)}`,
    `, in ${tickets}${flow === 'inbound' && verdict === 'send' ? readersOf(parts) : ''}`,
    flow === 'outbound' ? partner : null,
  )
}

/** What changes in one flow, the gravest first; empty where nothing does. */
export function newsOf(
  { verdicts: changed, parts }: Comparison,
  flow: Flow,
  partner: string,
): NewsSentence[] {
  const ofTickets = ends.flatMap((end) => {
    const count = changed.filter(({ after }) => after === end).length
    const tickets = `${countOf(count, 'ticket')} ${plural(count, 'is', 'are')}`
    return count === 0 ? [] : [sentence(verdictNews[end](tickets))]
  })
  const ofParts = verdicts.flatMap((verdict) =>
    kinds.flatMap((kind) => {
      const [first, ...more] = parts.filter((part) => part.kind === kind && part.verdict === verdict)
      return first ? [partNews([first, ...more], flow, partner)] : []
    }),
  )
  return [...ofTickets, ...ofParts]
}

/** Said of the flow one looks at, whose verdicts are in sight. */
export const sameVerdicts = ({ verdicts: changed, parts }: Comparison): NewsSentence[] =>
  changed.length === 0 && parts.length > 0 ? [sentence('', 'No verdict changes')] : []

/** The same to be read aloud. */
export const newsText = (news: readonly NewsSentence[]): string =>
  news.map(({ strong, to, rest }) => `${strong}${to ? ` to ${to}` : ''}${rest}.`).join(' ')
