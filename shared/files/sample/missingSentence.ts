// The sentence for a sample whose columns give no key or no summary: what is missing, what is there, what it seems to be.
import { nameForeignList } from './foreignListName.ts'
import { fieldLabels, type SampleField } from './sampleFields.ts'
import type { SampleSource } from './source.ts'

const mostColumns = 40
const controls = /(?!\s)\p{Cc}/u

type Looked = Pick<SampleSource, 'columns' | 'form' | 'entries' | 'headerBelow'>

/** What a source without the fields that are needed seems to be instead. */
function seemingly({ columns, form, entries, headerBelow }: Looked): string {
  if (form === 'list') return entries ? ` It is a list of ${nameForeignList(entries)}.` : ''
  if (headerBelow !== undefined)
    return ` Line ${headerBelow} looks like its header: take out the lines above it.`
  if (columns.some((name) => controls.test(name)))
    return ' Its first line holds control characters, so it is no text, or in an encoding that it does not name.'
  return columns.length > 1
    ? ''
    : ' Its first line is one column, so it seems to be no table, or one with another separator.'
}

/** The sentence for a sample whose columns give no key or no summary; it names the columns that are there. */
export function missingSentence(source: Looked, missing: readonly SampleField[]): string {
  const { columns } = source
  const found = columns.slice(0, mostColumns).map((name) => `“${name.slice(0, 60)}”`)
  const rest = columns.length > mostColumns ? ` and ${columns.length - mostColumns} more` : ''
  const fields = missing.map((field) => fieldLabels[field].toLowerCase()).join(' and no ')
  return `The file has no ${fields} that is known by its name; the columns found are ${found.join(', ') || 'none'}${rest}.${seemingly(source)}`
}
