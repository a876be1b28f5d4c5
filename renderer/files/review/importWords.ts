// The sentences around an import: what a file would do, and what it did.
import type { Output } from '../../../shared/ipc/contract.ts'
import type { ImportEntry } from '../../../shared/ipc/areas/fileCalls.ts'
import { relativeTime } from '../../ui/words/time.ts'
import { countOf } from '../../../shared/text/counts.ts'
import { listInWords } from '../../../shared/text/listInWords.ts'

type Carries = NonNullable<Output<'files:readImport'>['carries']>
type Carried = Output<'files:applyImport'>['carried']

export const nothingCarried: Carried = { references: 0, samples: 0, keys: 0 }

const many = (count: number): string => countOf(count, 'relationship')

/** "1 relationship is new, 2 differ, 3 are already here." */
export function reviewWords(entries: readonly ImportEntry[]): string {
  const count = (state: ImportEntry['state']) => entries.filter((entry) => entry.state === state).length
  const [fresh, differs, same] = [count('new'), count('differs'), count('same')]
  const parts = [
    fresh > 0 ? `${fresh} ${fresh === 1 ? 'is' : 'are'} new` : '',
    differs > 0 ? `${differs} ${differs === 1 ? 'differs' : 'differ'}` : '',
    same > 0 ? `${same} ${same === 1 ? 'is' : 'are'} already here` : '',
  ].filter(Boolean)
  return parts.length === 0
    ? 'The file holds no relationship.'
    : `${many(entries.length)}: ${parts.join(', ')}.`
}

/** What an import changed, once it is done. */
export function resultWords(
  stored: number,
  entries: readonly ImportEntry[],
  { references }: Carried = nothingCarried,
): string {
  if (stored > 0) return `${many(stored)} imported.`
  if (entries.length === 0)
    return references > 0
      ? 'The reference data was imported.'
      : 'Nothing was changed: the reference data that is here stays.'
  return entries.length > 0 && entries.every(({ state }) => state === 'same')
    ? 'Nothing was changed: everything in this file is already here.'
    : 'Nothing was chosen, so nothing was changed.'
}

const mostNotices = 20

/** What was left out of a file: the first sentences, and how many more there are. */
export const shownNotices = (notices: readonly string[]): string[] => [
  ...notices.slice(0, mostNotices),
  ...(notices.length > mostNotices ? [`And ${notices.length - mostNotices} more.`] : []),
]

/** The connections that would be created without keys, each once, by name. */
export const createdConnections = (entries: readonly ImportEntry[]): string[] => [
  ...new Set(
    entries
      .filter(({ connectionId }) => connectionId === null)
      .map(({ relationship }) => relationship.connection.name),
  ),
]

/** The button that imports, saying how many references stay open. */
export const importLabel = (open: number): string => (open === 0 ? 'Import' : `Import, leave ${open} open`)

const counted = (count: number, one: string, several: string): string[] =>
  count === 0 ? [] : [countOf(count, one, several)]

const listed = ({ references, samples, keys }: Carried): string =>
  listInWords([
    ...counted(references, 'set of reference data', 'sets of reference data'),
    ...counted(samples, 'sample', 'samples'),
    ...counted(keys, 'set of keys', 'sets of keys'),
  ])

/** Reference data that comes alone. */
const aloneWords = ({ name, fetchedAt }: Carries['references'][number]): string =>
  `Reference data of “${name}” as of ${relativeTime(fetchedAt)}. It goes to every connection here of the same site and company that has none, or an older one that came in a file.`

/** What the tick says that lets lists of the file take the place of lists read here; null where there is nothing to ask. */
export function replaceListsLabel({ references }: Carries): string | null {
  const [first] = references.filter(({ replaces }) => replaces !== null)
  return first
    ? `Replace the lists read here at ${relativeTime(first.replaces ?? '')} by those of the file of ${relativeTime(first.fetchedAt)}`
    : null
}

/** What a file carries beside its relationships, or without any. */
export function carriesWords({ references, samples, keys }: Carries, isAlone = false): string {
  const [alone] = references
  if (isAlone && alone) return aloneWords(alone)
  const what = listed({ references: references.length, samples: samples.length, keys })
  return what
    ? `The bundle also carries ${what}. Newer lists and keys that are here already stay.`
    : 'The bundle carries relationships only.'
}

/** What of it was stored; empty for nothing. */
export function carriedWords(carried: Carried): string {
  const what = listed(carried)
  return what ? `With it came ${what}. ` : ''
}

/** What a written bundle holds beside its relationships. */
export function packedWords(packed: Carried): string {
  const what = listed(packed)
  return what ? `Packed, with ${what}.` : 'Packed.'
}

/** Where the relationships come from. */
export const fileNamesWords = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first} and ${countOf(others.length, 'more file')}`

/** Which files come after the one that is looked at. */
export const waitingWords = (names: readonly string[]): string => `Next: ${fileNamesWords(names)}.`
