// What was taken for what in a sample, and what was not read, in sentences; nothing where a file is in our own form.
import { asLine } from '../../text/line.ts'
import { type Assignment, fieldLabels, sampleFields } from './sampleFields.ts'
import { unreadLists } from './partnerRow.ts'
import { isOwnList } from './readSample.ts'
import type { SampleSource } from './source.ts'

const mostNames = 40

const listed = (names: readonly string[]): string =>
  [
    ...names.slice(0, mostNames).map((name) => asLine(name.slice(0, 60))),
    ...(names.length > mostNames ? [`${names.length - mostNames} more`] : []),
  ].join(', ')

/** Everything there is to say about how a sample is read. */
export function sampleRemarks(source: SampleSource, assignment: Assignment): string[] {
  const { columns, guesses } = source
  if (isOwnList(source)) return [...guesses]
  const words = sampleFields.flatMap((field) => {
    const place = assignment[field]
    const name = place === undefined ? undefined : columns[place]
    return name === undefined || name.toLowerCase() === field.toLowerCase()
      ? []
      : [`“${asLine(name.slice(0, 60))}” for the ${fieldLabels[field].toLowerCase()}`]
  })
  const used = new Set(Object.values(assignment))
  const known = new Set(columns)
  // A record of a list is one thing, told by its name.
  const isPart = (name: string): boolean =>
    source.form === 'list' && name.includes('.') && known.has(name.slice(0, name.lastIndexOf('.')))
  const unread = [
    ...columns.filter((name, index) => name !== '' && !used.has(index) && !isPart(name)),
    ...unreadLists(source.entries ?? []),
  ]
  return [
    ...guesses,
    ...(words.length > 0 ? [`Taken: ${words.join(', ')}.`] : []),
    ...(unread.length > 0 ? [`Not read: ${listed(unread)}.`] : []),
  ]
}
