// A sample file before anybody said what its columns mean: its rows as they are, and what there is to say about it.
import type { ForeignEncoding } from '../text/guessText.ts'

/** How a file is to be read, where somebody knows better than the guess. */
export type SampleReading = { encoding?: ForeignEncoding; separator?: string }

/** A row of a table or an entry of a list; `problem` says why it is none. */
export type SourceRow = {
  /** The line of the sheet, the header being 1, or the place in the list from 1. */
  row: number
  /** By column; absent cells are undefined. */
  cells: readonly (string | undefined)[]
  /** The entry of a list as it is; undefined in a table. */
  entry: unknown
  problem: string | null
}

export type SampleSource = {
  form: 'table' | 'list'
  /** Names of the columns, or of the scalar members of a list's entries. */
  columns: readonly string[]
  encoding: ForeignEncoding
  /** The sign that parts the columns of a table; null for a list. */
  separator: string | null
  /** What the file is read as, in the parts of a sentence: its encoding, its separator, the member that is the list. */
  facts: readonly string[]
  /** What of it was guessed, in sentences. */
  guesses: readonly string[]
  /** The rows, each time from the first on. */
  rows: () => Iterable<SourceRow>
  /** The line that looks like the header of a table whose first line does not. */
  headerBelow?: number | undefined
  /** The entries of a list; null for a table. */
  entries: readonly unknown[] | null
}
