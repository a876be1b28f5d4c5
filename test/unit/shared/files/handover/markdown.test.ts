// Every kind of block as Markdown.
import { expect, test } from 'vitest'
import {
  type Block,
  sheetCell,
  sheetColumn,
  sheetHeading,
  sheetParagraph,
  sheetTable,
} from '../../../../../shared/files/handover/blocks.ts'
import { markdownOf } from '../../../../../shared/files/handover/markdown.ts'

const title = (ready: boolean, lines: string[]): Block => ({
  kind: 'title',
  text: 'A*B',
  lead: 'What for.',
  written: 'Written now.',
  state: { ready, words: ready ? 'Ready' : 'Not ready', lines },
})

test.each<[what: string, block: Block, text: string]>([
  ['a title', title(true, []), '# A\\*B\n\nWhat for.\n\nWritten now.\n\n☑ **Ready**'],
  [
    'a title with more to say',
    title(false, ['2 errors', '1 of 3 | done']),
    '# A\\*B\n\nWhat for.\n\nWritten now.\n\n☐ **Not ready**: 2 errors; 1 of 3 \\| done',
  ],
  [
    'facts',
    {
      kind: 'facts',
      rows: [
        ['Partner', sheetCell('P')],
        ['Id', sheetCell('', 'r_1')],
      ],
    },
    '| Relationship | Value |\n| --- | --- |\n| Partner | P |\n| Id | r\\_1 |',
  ],
  ['a heading', sheetHeading(2, 'Settings'), '## Settings'],
  ['a heading with an aside', sheetHeading(3, 'Time', 'As published.'), '### Time\n\nAs published.'],
  ['a paragraph', sheetParagraph('# Plain > text'), '\\# Plain > text'],
  [
    'a table',
    sheetTable(
      [
        sheetColumn('What'),
        sheetColumn('Strong', 'strong'),
        sheetColumn('Id', 'id'),
        sheetColumn('No', 'count'),
      ],
      [
        [sheetCell('a', 'b'), { text: 'c', mark: 'bad' }, sheetCell('4, 5'), sheetCell('')],
        [
          {
            text: '',
            checks: [
              { label: 'x', on: true },
              { label: 'y', on: false },
            ],
          },
        ],
      ],
    ),
    '| What | Strong | Id | No |\n| --- | --- | ---: | ---: |\n| a – b | c | 4, 5 |  |\n| ☑ x, ☐ y |',
  ],
])('%s', (_, block, text) => expect(markdownOf([block])).toBe(`${text}\n`))

test('a bar is for the eye only, and blocks stand a line apart', () => {
  const bar: Block = { kind: 'bar', parts: [{ label: 'Create', count: 1, tone: 'good' }] }
  expect(markdownOf([sheetParagraph('a'), bar, sheetParagraph('b')])).toBe('a\n\nb\n')
})

test.each([
  ['<b> [x](y) `z` ~s~ $m$ a|b _i_ \\', '\\<b> \\[x\\](y) \\`z\\` \\~s\\~ \\$m\\$ a\\|b \\_i\\_ \\\\'],
  ['> quoted > not', '\\> quoted > not'],
  ['&lt; &#60; &#x3c; R&D & Co;', '\\&lt; \\&\\#60; \\&\\#x3c; R&D & Co;'],
  ['http://x ftp://y a:b', 'http\\://x ftp\\://y a:b'],
  ['a@b WWW.x xwww.y w.z', 'a\\@b WWW\\.x xwww\\.y w.z'],
  ['two\nlines\u202e', 'two lines\uFFFD'],
])('%j stays text', (text, shown) => expect(markdownOf([sheetParagraph(text)])).toBe(`${shown}\n`))
