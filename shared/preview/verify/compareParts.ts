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

/** A note that arrived, folded once: what it is found by, and who reads it. */
type ArrivedNote = { key: string; audience: readonly Audience[] }
type WantedNote = ExpectedNote & { key: string }

const arrivedNote = (note: TicketNote): ArrivedNote => ({
  key: foldNote(note.text),
  audience: noteAudience(noteTypesOf(note)),
})
const withKey = (part: ExpectedNote): WantedNote => ({ ...part, key: foldNote(part.text) })

function readersDiffer({ label, audience }: ExpectedNote, note: ArrivedNote): Difference[] {
  const now = note.audience
  const more = now.some((reader) => !audience.includes(reader))
  const fewer = audience.some((reader) => !now.includes(reader))
  const code = more ? 'note-audience-wider' : 'note-audience-narrower'
  return more || fewer ? [{ code, item: label, expected: inWords(audience), actual: inWords(now) }] : []
}

const textOf = ({ key }: { key: string }): string => key
/** Readers stand in the one order audiences have; a folded text has no blank. */
const textAndReaders = ({ key, audience }: ArrivedNote): string => key && `${key} ${inWords(audience)}`

const byText = { keyOf: textOf, keysOf: (note: ArrivedNote) => [textOf(note)] }
const byTextAndReaders = { keyOf: textAndReaders, keysOf: (note: ArrivedNote) => [textAndReaders(note)] }

/** Shorter texts stand inside others by chance. */
const tellingLength = 20

/**
 * Texts that stand inside a note together with others: a service may put a name before them, or several into one note.
 * What a text that should be there says as well is allowed to be there.
 */
function insideOthers(
  stayed: readonly WantedNote[],
  left: ReadonlySet<ArrivedNote>,
  allowed: readonly string[],
): [WantedNote, ArrivedNote][] {
  const others = [...left]
  return stayed.flatMap((part): [WantedNote, ArrivedNote][] => {
    const { key } = part
    if (key.length < tellingLength || allowed.some((text) => text.includes(key))) return []
    const holder = others.find((note) => note.key.includes(key))
    return holder ? [[part, holder]] : []
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
  const parts = expected.map(withKey)
  const left = new Set(actual.filter(({ noteType }) => noteType !== 'TimeEntryNote').map(arrivedNote))
  const pairs = (wanted: readonly WantedNote[]) => pairUp(wanted, left, byTextAndReaders, byText)
  const due = parts.filter(({ sent }) => sent)
  const own = withKey({ label: '', sent: true, text: description, audience: ['customer', 'staff'] })
  // Together: the description takes its own note before a comment of the same text for other readers does.
  const arrived = pairs([...due, own])
  const stayed = parts.filter(({ sent }) => !sent)
  const leaked = pairs(stayed)
  // The same text once more, for more people than any of its notes: it reached somebody as well.
  const allowed = new Map<string, Set<Audience>>()
  for (const { key, audience } of due) allowed.set(key, new Set([...(allowed.get(key) ?? []), ...audience]))
  const isWider = ({ key, audience }: ArrivedNote): boolean =>
    audience.some((reader) => !allowed.get(key)?.has(reader))
  const again = pairUp(due, new Set([...left].filter(isWider)), byText)
  const contained = insideOthers(
    stayed.filter((part) => !leaked.has(part)),
    left,
    [...allowed.keys(), own.key],
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
      ([{ label }, { audience }]): Difference => ({
        code: 'note-not-expected',
        item: label,
        expected: null,
        actual: inWords(audience),
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
