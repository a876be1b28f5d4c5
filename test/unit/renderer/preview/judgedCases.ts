// Five tickets of a sample and what becomes of each, of which two come to the same.
import { judgeAll } from '../../../../renderer/preview/judging/outcomes.ts'
import type { Judgement } from '../../../../shared/preview/result/previewResult.ts'

type Case = Partial<Judgement> & { key: string; summary?: string | null }

export const cases: Case[] = [
  { key: 'A-1', summary: 'Café printer', verdict: 'create' },
  { key: 'A-2', summary: null, verdict: 'fail', reasons: ['summary-missing'] },
  { key: 'A-3', summary: 'Mail', verdict: 'create', warnings: ['member-fallback'] },
  { key: 'A-4', summary: 'Printer again', verdict: 'create' },
  { key: 'A-5', summary: 'VPN', verdict: 'fail', reasons: ['summary-missing', 'status-required'] },
]

export const judge = ({ key, verdict = 'create', reasons = [], warnings = [] }: Case): Judgement => ({
  key,
  verdict,
  reasons,
  warnings,
})

export const outcomes = judgeAll(judge, cases)
