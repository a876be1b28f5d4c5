// What a handover sheet is made of before it is Markdown or HTML: a title, facts, headings, paragraphs and tables of plain text.

/** A cell of plain text, with what is said more quietly behind it. */
export type Cell = {
  text: string
  quiet?: string
  /** Choices that are ticked or not, in place of the text. */
  checks?: readonly { label: string; on: boolean }[]
  /** A state that has a mark and a colour beside its word. */
  mark?: 'good' | 'bad' | 'open'
  /** Belongs to the row above: it hangs on its switch, or is counted in it. */
  under?: 'switch' | 'count'
}

/** How a column is set: `id` stays small and at the right, `count` at the right, `strong` is what one looks for, `word` is never broken. */
export type SheetColumn = { name: string; kind: 'text' | 'strong' | 'word' | 'id' | 'count' }

export type Block =
  | {
      kind: 'title'
      text: string
      lead: string
      /** When it was written, with the time zone; where every page says so at its head, it is not said again. */
      written: string
      state: { ready: boolean; words: string; lines: readonly string[] }
    }
  | { kind: 'facts'; rows: readonly [label: string, cell: Cell][] }
  | { kind: 'heading'; level: 2 | 3; text: string; aside: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; columns: readonly SheetColumn[]; rows: readonly (readonly Cell[])[] }
  | { kind: 'bar'; parts: readonly { label: string; count: number; tone: 'good' | 'bad' | 'quiet' }[] }

export const sheetCell = (text: string, quiet = ''): Cell => (quiet === '' ? { text } : { text, quiet })
export const sheetHeading = (level: 2 | 3, text: string, aside = ''): Block => ({
  kind: 'heading',
  level,
  text,
  aside,
})
export const sheetParagraph = (text: string): Block => ({ kind: 'paragraph', text })
export const sheetTable = (columns: readonly SheetColumn[], rows: readonly (readonly Cell[])[]): Block => ({
  kind: 'table',
  columns,
  rows,
})
export const sheetColumn = (name: string, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({ name, kind })
