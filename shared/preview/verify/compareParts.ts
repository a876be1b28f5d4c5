// Notes and attachments that arrived beside those that should have: found once each, and read by whom they should be.
import { fold } from '../../text/fold.ts'
import { noteAudience, noteTypesOf } from '../rules/audience.ts'
import { excerpt } from '../../text/cleanText.ts'
import type { Audience } from '../result/previewResult.ts'
import type { TicketDocument, TicketNote } from '../sample/sample.ts'
import { foldNote } from './foldText.ts'
import { pairUp } from './pairUp.ts'
import type { Difference } from './verifyResult.ts'

/** A part of the sample: what it is called, and whether it should have arrived. */
type ExpectedPart = { label: string; sent: boolean }
export type ExpectedNote = ExpectedPart & { text: string; audience: readonly Audience[] }
export type ExpectedFile = ExpectedPart & { name: string }

const inWords = (audience: readonly Audience[]): string => audience.join(', ') || 'nobody'
const audienceOf = (note: TicketNote): readonly Audience[] => noteAudience(noteTypesOf(note))
/** Both in the one order audiences have. */
const sameReaders = (one: readonly Audience[], other: readonly Audience[]): boolean =>
  one.length === other.length && one.every((reader, index) => reader === other[index])

function readersDiffer({ label, audience }: ExpectedNote, note: TicketNote): Difference[] {
  const now = audienceOf(note)
  const more = now.some((reader) => !audience.includes(reader))
  const fewer = audience.some((reader) => !now.includes(reader))
  const code = more ? 'note-audience-wider' : 'note-audience-narrower'
  return more || fewer ? [{ code, item: label, expected: inWords(audience), actual: inWords(now) }] : []
}

const keyOf = ({ text }: Pick<ExpectedNote, 'text'>): string => foldNote(text)
const keysOf = ({ text }: TicketNote): string[] => [foldNote(text)]

/** Shorter texts stand inside others by chance. */
const tellingLength = 20

/**
 * Texts that stand inside a note together with others: a service may put a name before them, or several into one note.
 * What a text that should be there says as well is allowed to be there.
 */
function insideOthers(
  stayed: readonly ExpectedNote[],
  left: ReadonlySet<TicketNote>,
  allowed: readonly string[],
): [ExpectedNote, TicketNote][] {
  const folded = [...left].map((note) => ({ note, text: foldNote(note.text) }))
  return stayed.flatMap((part): [ExpectedNote, TicketNote][] => {
    const key = keyOf(part)
    if (key.length < tellingLength || allowed.some((text) => text.includes(key))) return []
    const holder = folded.find(({ text }) => text.includes(key))
    return holder ? [[part, holder.note]] : []
  })
}

/**
 * Notes by their text, whatever their flags; then their readers are compared. A text that should have stayed and is there
 * has leaked. What hangs there beside the sample, the ticket's own description among it, says nothing.
 */
export function noteDifferences(
  expected: readonly ExpectedNote[],
  actual: readonly TicketNote[],
  description: string,
): Difference[] {
  const left = new Set(actual.filter(({ noteType }) => noteType !== 'TimeEntryNote'))
  const pairs = (parts: readonly ExpectedNote[]) =>
    pairUp(parts, left, {
      keyOf,
      keysOf,
      closeness: [(part, note) => sameReaders(part.audience, audienceOf(note)), () => true],
    })
  const due = expected.filter(({ sent }) => sent)
  const arrived = pairs(due)
  pairs([{ label: '', sent: true, text: description, audience: ['customer', 'staff'] }])
  const stayed = expected.filter(({ sent }) => !sent)
  const leaked = pairs(stayed)
  // The same text once more, for more people than any of its notes: it reached somebody as well.
  const allowed = new Map<string, Set<Audience>>()
  for (const { text, audience } of due) {
    const key = keyOf({ text })
    allowed.set(key, new Set([...(allowed.get(key) ?? []), ...audience]))
  }
  const again = pairUp(due, left, {
    keyOf,
    keysOf,
    closeness: [(part, note) => audienceOf(note).some((reader) => !allowed.get(keyOf(part))?.has(reader))],
  })
  const contained = insideOthers(
    stayed.filter((part) => !leaked.has(part)),
    left,
    [...allowed.keys(), foldNote(description)],
  )
  return [
    ...due.flatMap((part): Difference[] => {
      const note = arrived.get(part)
      return note
        ? readersDiffer(part, note)
        : [{ code: 'note-missing', item: part.label, expected: excerpt(part.text, 160), actual: null }]
    }),
    ...[...again].flatMap(([part, note]) => readersDiffer(part, note)),
    ...[...leaked, ...contained].map(
      ([{ label }, note]): Difference => ({
        code: 'note-not-expected',
        item: label,
        expected: null,
        actual: inWords(audienceOf(note)),
      }),
    ),
  ]
}

/** Attachments by file name or title; one that arrived once more was not expected either. */
export function attachmentDifferences(
  expected: readonly ExpectedFile[],
  actual: readonly TicketDocument[],
): Difference[] {
  const left = new Set(actual)
  const pairs = (sent: boolean) => {
    const parts = expected.filter((part) => part.sent === sent)
    const found = pairUp(parts, left, {
      keyOf: ({ name }) => fold(name),
      keysOf: ({ fileName, title }) => [fold(fileName ?? ''), fold(title ?? '')],
      closeness: [() => true],
    })
    return { parts, found }
  }
  const due = pairs(true)
  const others = [...pairs(false).found, ...pairs(true).found]
  return [
    ...due.parts
      .filter((part) => !due.found.has(part))
      .map(
        ({ label, name }): Difference => ({
          code: 'attachment-missing',
          item: label,
          expected: name,
          actual: null,
        }),
      ),
    ...others.map(
      ([{ label }, { fileName, title }]): Difference => ({
        code: 'attachment-not-expected',
        item: label,
        expected: null,
        actual: fileName ?? title ?? null,
      }),
    ),
  ]
}
