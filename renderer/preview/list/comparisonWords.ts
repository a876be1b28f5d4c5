// What a comparison of two settings says in words: a mark per ticket, and sentences for a flow.
import type { Comparison, PartChange, ReaderChange, VerdictChange } from '../../../shared/preview/compare.ts'
import {
  audiences,
  type Audience,
  type Flow,
  type PreviewItem,
} from '../../../shared/preview/result/previewResult.ts'
import { verdictWords } from '../../../shared/preview/words/previewWords.ts'
import { countOf, plural } from '../../../shared/text/counts.ts'
import { listInWords } from '../../../shared/text/listInWords.ts'

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

/** "other status" */
const otherValues = (members: readonly string[]): string =>
  members.length === 1 ? `other ${members.join()}` : 'other values'

/** What each changed ticket has to say, by its key: "was Skip, +2 notes". */
export function changesByKey({
  verdicts: changed,
  parts,
  readers,
  values,
}: Comparison): ReadonlyMap<string, string> {
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
  for (const key of new Set(readers.map((part) => part.key))) say(key, 'other readers')
  for (const { key, members } of values) say(key, otherValues(members))
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

const ticketsOf = (parts: readonly { key: string }[]): string =>
  countOf(new Set(parts.map(({ key }) => key)).size, 'ticket')

/** Who would read what newly arrives: nothing is said of customers that is true of some parts alone. */
function readersOf(parts: readonly PartChange[]): string {
  const open = parts.filter(({ audience }) => audience.includes('customer')).length
  const them = plural(parts.length, 'it', 'them')
  if (open === parts.length) return `customers read ${them}`
  return open === 0 ? `only staff read ${them}` : `customers read ${open}, only staff ${parts.length - open}`
}

/** The parts are of one kind, and fare alike. */
function partNews(parts: readonly [PartChange, ...PartChange[]], flow: Flow, partner: string): NewsSentence {
  const [{ kind, verdict }] = parts
  const verb = flow === 'inbound' ? 'arrive' : 'leave'
  const how = verdict === 'send' ? 'newly' : 'no longer'
  const count = countOf(parts.length, ...kindWords[kind])
  return sentence(
    `${count} ${how} ${plural(parts.length, `${verb}s`, verb)}`,
    `, in ${ticketsOf(parts)}${flow === 'inbound' && verdict === 'send' ? `; ${readersOf(parts)}` : ''}`,
    flow === 'outbound' ? partner : null,
  )
}

const reading: Record<Audience, string> = {
  customer: 'read by customers',
  staff: 'read by staff',
  invoice: 'shown on invoices',
}

/** "2 time entries are newly read by customers", for parts that go along as before. */
export const readerWords = (readers: readonly ReaderChange[]): string[] =>
  kinds.flatMap((kind) =>
    audiences.flatMap((audience) =>
      (['gained', 'lost'] as const).flatMap((how) => {
        const count = readers.filter((part) => part.kind === kind && part[how].includes(audience)).length
        const parts = `${countOf(count, ...kindWords[kind])} ${plural(count, 'is', 'are')}`
        return count === 0
          ? []
          : [`${parts} ${how === 'gained' ? 'newly' : 'no longer'} ${reading[audience]}`]
      }),
    ),
  )

/** "20 tickets get another board and status." */
function valuesNews(values: Comparison['values']): NewsSentence[] {
  if (values.length === 0) return []
  const members = [...new Set(values.flatMap((change) => change.members))]
  const tickets = `${countOf(values.length, 'ticket')} ${plural(values.length, 'gets', 'get')}`
  return [sentence(`${tickets} another ${listInWords(members)}`)]
}

/** What changes in one flow, the gravest first; empty where nothing does. */
export function newsOf(
  { verdicts: changed, parts, readers, values }: Comparison,
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
  const ofReaders = readerWords(readers).map((words) => sentence(words))
  return [...ofTickets, ...ofParts, ...ofReaders, ...valuesNews(values)]
}

/** Said of the flow one looks at, whose verdicts are in sight. */
export const sameVerdicts = ({ verdicts: changed, parts, values }: Comparison): NewsSentence[] =>
  changed.length + values.length === 0 && parts.length > 0
    ? [sentence('', 'The tickets themselves fare as before')]
    : []

/** The same to be read aloud. */
export const newsText = (news: readonly NewsSentence[]): string =>
  news.map(({ strong, to, rest }) => `${strong}${to ? ` to ${to}` : ''}${rest}.`).join(' ')
