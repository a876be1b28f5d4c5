// The style sheet of the printed handover sheet: A4, readable in black and white, page numbers in the margin.

/** All are escaped for a text of a style sheet. */
export const sheetStyle = ({
  title,
  writtenAt,
  revision,
}: Readonly<Record<'title' | 'writtenAt' | 'revision', string>>): string => `
@page {
  size: A4; margin: 20mm 17mm 18mm;
  @top-left { content: "Handover sheet  \\2013  ${title}"; font: 600 8pt system-ui, sans-serif; color: #1a1b24; }
  @top-right { content: "${writtenAt}"; font: 8pt system-ui, sans-serif; color: #474a5b; }
  @bottom-left { content: "${revision} No key is part of this document."; font: 8pt system-ui, sans-serif; color: #474a5b; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt system-ui, sans-serif; color: #474a5b; }
}
* { box-sizing: border-box; }
body { font: 9pt/1.42 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #1a1b24; background: #fff; max-width: 190mm; margin: 12mm auto; padding: 0 8mm; }
.head, .foot { display: flex; gap: 6px; color: #474a5b; font-size: 8pt; }
.head { padding-bottom: 6px; border-bottom: 1px solid #1a1b24; }
.head b { color: #1a1b24; }
.head span { margin-left: auto; }
.foot { margin-top: 18px; padding-top: 6px; border-top: 1px solid #d3d5df; }
article + article { break-before: page; margin-top: 24px; }
.title { display: flex; gap: 16px; justify-content: space-between; align-items: flex-start; margin-top: 12px; }
h1 { font-size: 19.5pt; line-height: 1.15; margin: 0 0 4px; overflow-wrap: anywhere; }
.title p { margin: 0; max-width: 110mm; }
.state { flex: none; min-width: 38mm; padding: 6px 9px; border: 1px solid currentColor; border-radius: 4px; font-size: 8pt; }
.state b { display: block; font-size: 10pt; }
.state span { display: block; }
.good { color: #14663a; }
.bad { color: #a81e2c; }
dl { columns: 2; column-gap: 6mm; margin: 12px 0 0; border-top: 1px solid #d3d5df; }
dl div { display: flex; gap: 8px; padding: 4px 0; border-bottom: 1px solid #d3d5df; break-inside: avoid; }
dt { flex: none; width: 24mm; color: #474a5b; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
article { counter-reset: section; }
h2 { display: flex; align-items: baseline; gap: 8px; font-size: 11.25pt; margin: 20px 0 6px; break-after: avoid; counter-increment: section; }
h2::before { content: counter(section); color: #63677b; font-weight: 400; }
h2 small { margin-left: auto; }
h3 { font-size: 9pt; margin: 10px 0 2px; break-after: avoid; }
small { font-size: 8pt; font-weight: 400; color: #474a5b; }
p { margin: 0 0 6px; }
table { width: 100%; border-collapse: collapse; margin: 0 0 6px; }
thead { display: table-header-group; }
th, td { text-align: start; vertical-align: top; padding: 3px 8px 3px 0; border-bottom: 1px solid #d3d5df; overflow-wrap: anywhere; }
th { color: #474a5b; font-weight: 400; font-size: 8pt; border-bottom-color: #8b8fa4; }
td.text:first-child { width: 44mm; }
.word { white-space: nowrap; overflow-wrap: normal; width: 1%; }
td.word:first-child { width: 1%; }
tr:has(> td.under) td.count { font-weight: 400; color: #474a5b; }
tr:has(> td.under) td { border-bottom-color: #e6e7ee; }
td.strong { font-weight: 600; }
th.id, td.id, th.count, td.count { text-align: end; padding-right: 0; width: 1%; white-space: nowrap; }
td.id { font: 8.25pt ui-monospace, "Cascadia Mono", Consolas, monospace; color: #63677b; }
td.count { font-weight: 600; font-variant-numeric: tabular-nums; }
td.under { padding-left: 12px; font-weight: 400; }
tr { break-inside: avoid; }
.check { margin-right: 10px; white-space: nowrap; color: #474a5b; font-weight: 400; }
.check.on { color: #1a1b24; font-weight: 600; }
.check ~ small { display: block; }
.check i { display: inline-block; width: 9px; height: 9px; margin-right: 4px; border: 1px solid currentColor; border-radius: 2px; }
.check.on i { background: currentColor; box-shadow: inset 0 0 0 1.5px #fff; }
.check u { text-decoration: none; font-size: 8pt; }
.mark { display: inline-block; width: 8px; height: 8px; margin-right: 5px; border: 1.5px solid currentColor; border-radius: 50%; }
.mark.good { background: #14663a; border-color: #14663a; }
.mark.bad { background: #a81e2c; border-color: #a81e2c; border-radius: 1px; }
.mark.open { color: #63677b; }
.bar { display: flex; gap: 2px; height: 6px; margin: 2px 0 4px; print-color-adjust: exact; }
.bar i { border-radius: 1px; }
.bar .good { background: #1d8a4e; }
.bar .bad { background: #d03540; }
.bar .quiet { background: #8b92ab; }
.mark, .check i { print-color-adjust: exact; }
@media print { body { margin: 0; max-width: none; padding: 0; } .head, .foot { display: none; } }
`
