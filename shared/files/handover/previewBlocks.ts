// The preview on a handover sheet: per sample what came out, why, and how often.
import { isMeantToFail } from '../../golive/steps.ts'
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
import { countOf } from '../../text/counts.ts'

/** The sample a preview ran on, by its name, and what came out. */
export type Previewed = {
  sample: string
  flow: Flow
  summary: PreviewSummary
  rows: readonly Judgement[]
  /** How many rows of the sample could not be read. */
  notRead: number
  /** Whether it is the sample library, some of whose tickets are meant to fail. */
  isLibrary?: boolean
}

const flows = {
  inbound: 'From the partner to ConnectWise',
  outbound: 'From ConnectWise to the partner',
} as const

type Verdict = Judgement['verdict']
const verdictsOf = (summary: PreviewSummary): readonly Verdict[] =>
  'create' in summary ? ['create', 'fail'] : ['send', 'skip']

const outcomeRow = ({ short, sentence }: ErrorWords, count: number): Cell[] => [
  sheetCell(short),
  sheetCell(sentence),
  sheetCell(String(count)),
]

/** How often each word occurs below an outcome, most often first. */
function counted<Code extends string>(
  codes: readonly Code[],
  wordsOf: Readonly<Record<Code, ErrorWords>>,
): Cell[][] {
  const counts = new Map<Code, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([code, count]) => {
      const { short, sentence } = wordsOf[code]
      return [{ text: short, under: 'count' }, sheetCell(sentence), sheetCell(String(count))]
    })
}

const asMeant: ErrorWords = {
  short: 'Fail, as meant',
  sentence: 'These samples show what ConnectWise refuses; no setting changes that.',
}

/** One outcome, and below it why: its reasons, or what somebody should know of it. */
const outcome = (words: ErrorWords, rows: readonly Judgement[]): Cell[][] => [
  outcomeRow(words, rows.length),
  ...counted(
    rows.flatMap(({ reasons }) => reasons),
    reasonWords,
  ),
  ...counted(
    rows.flatMap(({ warnings }) => warnings),
    warningWords,
  ),
]

const tones = { create: 'good', send: 'good', fail: 'bad', skip: 'quiet' } as const
const outcomeColumns = [
  sheetColumn('Outcome', 'strong'),
  sheetColumn('What it means'),
  sheetColumn('Tickets', 'count'),
]

const sampleLine = ({ sample, rows, notRead }: Previewed): string =>
  `Sample: ${sample}, ${countOf(rows.length, 'ticket')}.${
    notRead > 0 ? ` ${countOf(notRead, 'row was', 'rows were')} not read.` : ''
  }`

const previewed = (preview: Previewed): Block[] => {
  const meant = preview.isLibrary ? preview.rows.filter(isMeantToFail) : []
  const outcomes = [
    ...verdictsOf(preview.summary).map((verdict) => ({
      words: verdictWords[verdict],
      rows: preview.rows.filter((row) => row.verdict === verdict && !meant.includes(row)),
      tone: tones[verdict],
    })),
    ...(meant.length > 0 ? [{ words: asMeant, rows: meant, tone: 'quiet' as const }] : []),
  ]
  return [
    sheetHeading(3, flows[preview.flow]),
    sheetParagraph(sampleLine(preview)),
    {
      kind: 'bar',
      parts: outcomes.map(({ words, rows, tone }) => ({ label: words.short, count: rows.length, tone })),
    },
    sheetTable(
      outcomeColumns,
      outcomes.flatMap(({ words, rows }) => outcome(words, rows)),
    ),
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
