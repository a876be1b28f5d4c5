// A handover sheet as Markdown: whatever a name holds, it stays text and never becomes a link, a tag or a table border.
import { assertNever } from '../../result.ts'
import { asLine } from '../line.ts'
import type { Block } from './blocks.ts'

/**
 * Signs that mean something in CommonMark or GitHub's tables, strike-through, formulas and tags. `>` does at the start
 * only and `&` before an entity only: rights are read as `Module > Function > Level` in the plain text too.
 */
const signs = /[\\`*_[\]<|#~$]|^>|&(?=#?\w+;)/g
/** What GitHub turns into links by itself. */
const links = /:(?=\/\/)|@|(?<=www)\./gi

const escaped = (text: string): string => asLine(text).replace(signs, '\\$&').replace(links, '\\$&')

const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`

function lines(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`
    case 'paragraph':
      return escaped(block.text)
    case 'table':
      return [row(block.head), `| ${block.head.map(() => '---').join(' | ')} |`, ...block.rows.map(row)].join(
        '\n',
      )
    default:
      return assertNever(block)
  }
}

/** The text of a `*.md` file. */
export const markdownOf = (blocks: readonly Block[]): string => `${blocks.map(lines).join('\n\n')}\n`
