// A handover sheet as one HTML page to print: no scripts, nothing loaded, every name escaped and kept in its own direction.
import { assertNever } from '../../result.ts'
import { asLine } from '../line.ts'
import type { Block } from './blocks.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => asLine(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

const cell = (tag: 'td' | 'th', text: string): string =>
  `<${tag}${tag === 'th' ? ' scope="col"' : ''}><bdi>${escaped(text)}</bdi></${tag}>`
const row = (tag: 'td' | 'th', cells: readonly string[]): string =>
  `<tr>${cells.map((text) => cell(tag, text)).join('')}</tr>`

function markup(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}><bdi>${escaped(block.text)}</bdi></h${block.level}>`
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`
    case 'table':
      return [
        '<table>',
        `<thead>${row('th', block.head)}</thead>`,
        '<tbody>',
        ...block.rows.map((cells) => row('td', cells)),
        '</tbody>',
        '</table>',
      ].join('\n')
    default:
      return assertNever(block)
  }
}

const style = `
body { font: 13px/1.5 system-ui, sans-serif; color: #1a1b24; background: #fff; max-width: 900px; margin: 24px auto; padding: 0 24px; }
h1 { font-size: 22px; margin: 0 0 8px; }
h1:not(:first-of-type) { break-before: page; margin-top: 48px; }
h2 { font-size: 16px; margin: 28px 0 8px; break-after: avoid; }
h3 { font-size: 13px; margin: 16px 0 4px; break-after: avoid; }
p { margin: 0 0 8px; }
table { width: 100%; border-collapse: collapse; margin: 0 0 12px; }
th, td { text-align: start; vertical-align: top; padding: 4px 8px; border-bottom: 1px solid #d3d5df; overflow-wrap: anywhere; }
th { color: #474a5b; }
tr { break-inside: avoid; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`

/** The text of an `*.html` file that shows the same in every browser, without a network. */
export const htmlOf = (title: string, blocks: readonly Block[]): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${blocks.map(markup).join('\n')}
</body>
</html>
`
