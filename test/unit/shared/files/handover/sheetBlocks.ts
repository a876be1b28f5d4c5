// A handover sheet as blocks, and how the tests of its parts look at them.
import type { Block } from '../../../../../shared/files/handover/blocks.ts'
import { type Handover, sheetOf } from '../../../../../shared/files/handover/sheet.ts'
import type { Finding } from '../../../../../shared/findings/findingSeverities.ts'
import { targetRelationship } from '../../../../support/relationships.ts'

export const finding = (severity: Finding['severity'], code: Finding['code'], field: string): Finding => ({
  severity,
  code,
  field,
  message: `About ${field}.`,
  next: 'Do it.',
})
const handover = (more: Partial<Handover> = {}): Handover => ({
  relationship: targetRelationship(),
  findings: [],
  unjudged: [],
  permissions: [],
  previews: [],
  listsAsOf: null,
  writtenAt: new Date('2026-11-23T10:00:00Z'),
  zone: 'UTC',
  ...more,
})
export const blocksOf = (more?: Partial<Handover>) => sheetOf(handover(more))
/** The blocks below a heading, up to the next one of its level. */
export function below(heading: string, blocks: readonly Block[]): Block[] {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading)
  const rest = blocks.slice(at + 1)
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level === 2)
  return at === -1 ? [] : rest.slice(0, end === -1 ? undefined : end)
}
export const paragraphs = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
export const tables = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map((row) => row.map((cell) => cell))] : [],
  )
