// A handover sheet as one HTML page to print: no scripts, nothing loaded, every name escaped and kept in its own direction.
import { assertNever } from '../../result.ts'
import { asLine } from '../../text/line.ts'
import { replaceEach } from '../../text/replaceEach.ts'
import type { Block, Cell, SheetColumn } from './blocks.ts'
import { sheetStyle } from './style.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string =>
  replaceEach(asLine(text), /[&<>"']+/g, (sign) => entities[sign] ?? '')
const isolated = (text: string): string => `<bdi>${escaped(text)}</bdi>`

const check = ({ label, on }: { label: string; on: boolean }): string =>
  `<span class="check${on ? ' on' : ''}"><i></i>${escaped(label)}${on ? '' : '<u> not chosen</u>'}</span>`

function content({ text, quiet, checks, mark }: Cell): string {
  const behind = quiet ? ` <small>${isolated(quiet)}</small>` : ''
  if (checks) return checks.map(check).join(' ') + behind
  const sign = mark ? `<i class="mark ${mark}"></i>` : ''
  return `${sign}${isolated(text)}${behind}`
}

const tableRow = (columns: readonly SheetColumn[], cells: readonly Cell[]): string =>
  `<tr>${cells.map((each, index) => `<td class="${columns[index]?.kind ?? 'text'}${each.under ? ' under' : ''}">${content(each)}</td>`).join('')}</tr>`

type BarPart = Extract<Block, { kind: 'bar' }>['parts'][number]
const bar = (parts: readonly BarPart[]): string =>
  `<div class="bar" role="img" aria-label="${parts.map(({ label, count }) => escaped(`${label} ${count}`)).join(', ')}">${parts
    .filter(({ count }) => count > 0)
    .map(({ count, tone }) => `<i class="${tone}" style="flex-grow:${count}"></i>`)
    .join('')}</div>`

function markup(block: Block): string {
  switch (block.kind) {
    case 'title': {
      const { ready, words, lines } = block.state
      return `<header class="title"><div><h1>${isolated(block.text)}</h1><p>${escaped(block.lead)}</p></div><div class="state ${ready ? 'good' : 'bad'}"><b><i class="mark ${ready ? 'good' : 'bad'}"></i>${escaped(words)}</b>${lines.map((line) => `<span>${escaped(line)}</span>`).join('')}</div></header>`
    }
    case 'facts':
      return `<dl>${block.rows.map(([label, each]) => `<div><dt>${escaped(label)}</dt><dd>${content(each)}</dd></div>`).join('')}</dl>`
    case 'heading':
      return `<h${block.level}>${isolated(block.text)}${block.aside === '' ? '' : `<small>${escaped(block.aside)}</small>`}</h${block.level}>`
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`
    case 'table':
      return [
        '<table>',
        `<thead><tr>${block.columns.map(({ name, kind }) => `<th scope="col" class="${kind}">${escaped(name)}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        ...block.rows.map((cells) => tableRow(block.columns, cells)),
        '</tbody>',
        '</table>',
      ].join('\n')
    case 'bar':
      return bar(block.parts)
    default:
      return assertNever(block)
  }
}

/** A text inside the style sheet: everything but letters and digits as its code. */
const styleText = (text: string): string =>
  Array.from(asLine(text), (sign) =>
    /[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  ).join('')

/** What stands at the head and foot of every page: the title, when it was written, and the revision where there is one. */
export type PageHead = { title: string; writtenAt: string; revision: string }

/** The text of an `*.html` file that shows the same in every browser, without a network. */
export const htmlOf = (
  { title, writtenAt, revision }: PageHead,
  sheets: readonly (readonly Block[])[],
): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(`Handover sheet: ${title}`)}</title>
<style>${sheetStyle({ title: styleText(title), writtenAt: styleText(writtenAt), revision: styleText(revision) })}</style>
</head>
<body>
<header class="head"><b>Handover sheet</b> written by Syncwright<span>${escaped(writtenAt)}</span></header>
<main>
${sheets.map((blocks) => `<article>\n${blocks.map(markup).join('\n')}\n</article>`).join('\n')}
</main>
<footer class="foot">${escaped(revision)} No key is part of this document.</footer>
</body>
</html>
`
