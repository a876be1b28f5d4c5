// A handover sheet as Markdown: whatever a name holds, it stays text and never becomes a link, a tag or a table border.
import { assertNever } from '../../result.ts'
import { asLine } from '../../text/line.ts'
import type { Block, Cell } from './blocks.ts'
import { replaceEach } from '../../text/replaceEach.ts'

/**
 * Signs that mean something in CommonMark or GitHub's tables, strike-through, formulas and tags. `>` does at the start
 * only and `&` before an entity only: rights are read as `Module > Function > Level` in the plain text too.
 */
const signs = /[\\`*_[\]<|#~$]+|^>|&(?=#?\w+;)/g
/** What GitHub turns into links by itself. */
const links = /:(?=\/\/)|@+|(?<=www)\./gi

const behindSlash = (sign: string): string => `\\${sign}`
const escaped = (text: string): string =>
  replaceEach(replaceEach(asLine(text), signs, behindSlash), links, behindSlash)

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function words({ text, quiet = '', checks, under }: Cell): string {
  const shown = checks ? checks.map(({ label, on }) => `${on ? '☑' : '☐'} ${label}`).join(', ') : text
  const said = [shown, quiet]
    .filter((part) => part !== '')
    .map(escaped)
    .join(' – ')
  return under === 'count' ? `– ${said}` : said
}

/** Columns of one width, so that the text reads as a table as it is. */
function lines(
  head: readonly string[],
  right: readonly boolean[],
  rows: readonly (readonly string[])[],
): string {
  const rule = head.map((_, index) => (right[index] ? '---:' : '---'))
  return [row(head.map(escaped)), row(rule), ...rows.map(row)].join('\n')
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'title': {
      const { ready, words: state, lines: more } = block.state
      return [
        `# ${escaped(block.text)}`,
        escaped(block.lead),
        escaped(block.written),
        `${ready ? '☑' : '☐'} **${escaped(state)}**${more.length > 0 ? `: ${more.map(escaped).join('; ')}` : ''}`,
      ].join('\n\n')
    }
    case 'facts':
      return lines(
        ['Relationship', 'Value'],
        [],
        block.rows.map(([label, cell]) => [escaped(label), words(cell)]),
      )
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}${block.aside === '' ? '' : `\n\n${escaped(block.aside)}`}`
    case 'paragraph':
      return escaped(block.text)
    case 'table':
      return lines(
        block.columns.map(({ name }) => name),
        block.columns.map(({ kind }) => kind === 'id' || kind === 'count'),
        block.rows.map((cells) => cells.map(words)),
      )
    case 'bar':
      return ''
    default:
      return assertNever(block)
  }
}

/** The text of a `*.md` file. */
export const markdownOf = (blocks: readonly Block[]): string =>
  `${blocks
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n\n')}\n`
