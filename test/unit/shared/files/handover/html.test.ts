// Every kind of block as part of a page.
import { expect, test } from 'vitest'
import {
  type Block,
  sheetCell,
  sheetColumn,
  sheetHeading,
  sheetParagraph,
  sheetTable,
} from '../../../../../shared/files/handover/blocks.ts'
import { htmlOf } from '../../../../../shared/files/handover/html.ts'

const head = { title: 'T & <t>', writtenAt: 'now', revision: 'Revision 3.' }
const page = (...sheets: Block[][]) => htmlOf(head, sheets)
const articleOf = (block: Block) => /<article>\n([^]*)\n<\/article>/.exec(page([block]))?.[1]

const title = (ready: boolean): Block => ({
  kind: 'title',
  text: 'A "B"',
  lead: "It's",
  written: 'said at the head of every page',
  state: { ready, words: 'State', lines: ['2 errors', '1 < 3'] },
})

test.each<[what: string, block: Block, markup: string]>([
  [
    'a title that is ready',
    title(true),
    '<header class="title"><div><h1><bdi>A &quot;B&quot;</bdi></h1><p>It&#39;s</p></div><div class="state good"><b><i class="mark good"></i>State</b><span>2 errors</span><span>1 &lt; 3</span></div></header>',
  ],
  [
    'a title that is not',
    title(false),
    '<header class="title"><div><h1><bdi>A &quot;B&quot;</bdi></h1><p>It&#39;s</p></div><div class="state bad"><b><i class="mark bad"></i>State</b><span>2 errors</span><span>1 &lt; 3</span></div></header>',
  ],
  [
    'facts',
    {
      kind: 'facts',
      rows: [
        ['A', sheetCell('b', 'c')],
        ['D', sheetCell('')],
      ],
    },
    '<dl><div><dt>A</dt><dd><bdi>b</bdi> <small><bdi>c</bdi></small></dd></div><div><dt>D</dt><dd><bdi></bdi></dd></div></dl>',
  ],
  ['a heading', sheetHeading(2, 'S'), '<h2><bdi>S</bdi></h2>'],
  ['a heading with an aside', sheetHeading(3, 'S', 'a>b'), '<h3><bdi>S</bdi><small>a&gt;b</small></h3>'],
  ['a paragraph', sheetParagraph('x & y'), '<p>x &amp; y</p>'],
  [
    'a table',
    sheetTable(
      [sheetColumn('What', 'strong'), sheetColumn('Id', 'id')],
      [
        [{ text: 'a', mark: 'open' }, sheetCell('1')],
        [
          {
            text: '',
            checks: [
              { label: 'x', on: true },
              { label: 'y', on: false },
            ],
          },
          sheetCell(''),
          sheetCell('beyond'),
        ],
      ],
    ),
    [
      '<table>',
      '<thead><tr><th scope="col" class="strong">What</th><th scope="col" class="id">Id</th></tr></thead>',
      '<tbody>',
      '<tr><td class="strong"><i class="mark open"></i><bdi>a</bdi></td><td class="id"><bdi>1</bdi></td></tr>',
      '<tr><td class="strong"><span class="check on"><i></i>x</span> <span class="check"><i></i>y<u> not chosen</u></span></td><td class="id"><bdi></bdi></td><td class="text"><bdi>beyond</bdi></td></tr>',
      '</tbody>',
      '</table>',
    ].join('\n'),
  ],
  [
    'a bar',
    {
      kind: 'bar',
      parts: [
        { label: 'Create', count: 3, tone: 'good' },
        { label: 'Fail', count: 0, tone: 'bad' },
        { label: 'Skip', count: 1, tone: 'quiet' },
      ],
    },
    '<div class="bar" role="img" aria-label="Create 3, Fail 0, Skip 1"><i class="good" style="flex-grow:3"></i><i class="quiet" style="flex-grow:1"></i></div>',
  ],
])('%s', (_, block, markup) => expect(articleOf(block)).toBe(markup))

test('a page names what it is, when it was written and which revision it is of', () => {
  const text = page([sheetParagraph('a'), sheetParagraph('b')], [sheetParagraph('c')])
  expect(text).toContain('<title>Handover sheet: T &amp; &lt;t&gt;</title>')
  expect(text).toContain('written by Syncwright<span>now</span>')
  expect(text).toContain('Revision 3. No key is part of this document.')
  expect(text).toContain('<article>\n<p>a</p>\n<p>b</p>\n</article>\n<article>\n<p>c</p>\n</article>')
  // The style sheet shows the title on every page, where a sign could end a text.
  expect(text).toContain('T \\26  \\3c t\\3e ')
})
