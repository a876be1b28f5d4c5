// The preview on a handover sheet: per sample what came out, why, and how often.
import type { Flow, Judgement, PreviewSummary } from '../../preview/result/previewResult.ts'
import {
  assumptions,
  reasonWords,
  verdictWords,
  warningWords,
  type ErrorWords,
} from '../../preview/words/previewWords.ts'
import {
  type Block,
  type Cell,
  sheetCell,
  sheetColumn,
  sheetHeading,
  sheetParagraph,
  sheetTable,
} from './blocks.ts'

/** The sample a preview ran on, by its name, and what came out. */
export type Previewed = {
  sample: string
  flow: Flow
  summary: PreviewSummary
  rows: readonly Judgement[]
  /** How many rows of the sample could not be read. */
  notRead: number
}

const flows = {
  inbound: 'From the partner to ConnectWise',
  outbound: 'From ConnectWise to the partner',
} as const

type Verdict = Judgement['verdict']
const verdictsOf = (summary: PreviewSummary): [Verdict, number][] =>
  'create' in summary
    ? [
        ['create', summary.create],
        ['fail', summary.fail],
      ]
    : [
        ['send', summary.send],
        ['skip', summary.skip],
      ]

const outcomeRow = ({ short, sentence }: ErrorWords, count: number): Cell[] => [
  sheetCell(short),
  sheetCell(sentence),
  sheetCell(String(count)),
]

/** How often each word occurs, most often first. */
function counted<Code extends string>(
  codes: readonly Code[],
  wordsOf: Readonly<Record<Code, ErrorWords>>,
): Cell[][] {
  const counts = new Map<Code, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([code, count]) => outcomeRow(wordsOf[code], count))
}

const tones = { create: 'good', send: 'good', fail: 'bad', skip: 'quiet' } as const
const outcomeColumns = [
  sheetColumn('Outcome', 'strong'),
  sheetColumn('What it means'),
  sheetColumn('Tickets', 'count'),
]

const sampleLine = ({ sample, rows, notRead }: Previewed): string =>
  `Sample: ${sample}, ${rows.length} ${rows.length === 1 ? 'ticket' : 'tickets'}.${
    notRead > 0 ? ` ${notRead} ${notRead === 1 ? 'row was' : 'rows were'} not read.` : ''
  }`

const previewed = (preview: Previewed): Block[] => {
  const verdicts = verdictsOf(preview.summary)
  return [
    sheetHeading(3, flows[preview.flow]),
    sheetParagraph(sampleLine(preview)),
    {
      kind: 'bar',
      parts: verdicts.map(([verdict, count]) => ({
        label: verdictWords[verdict].short,
        count,
        tone: tones[verdict],
      })),
    },
    sheetTable(outcomeColumns, [
      ...verdicts.map(([verdict, count]) => outcomeRow(verdictWords[verdict], count)),
      ...counted(
        preview.rows.flatMap(({ reasons }) => reasons),
        reasonWords,
      ),
      ...counted(
        preview.rows.flatMap(({ warnings }) => warnings),
        warningWords,
      ),
    ]),
  ]
}

export const previewBlocks = (previews: readonly Previewed[]): Block[] =>
  previews.length === 0
    ? [
        sheetHeading(2, 'Preview summary'),
        sheetParagraph('No sample was at hand, so nothing was previewed for this sheet.'),
      ]
    : [
        sheetHeading(2, 'Preview summary'),
        ...previews.flatMap(previewed),
        ...assumptions.slice(0, 1).map(sheetParagraph),
      ]
