// What is still to be chosen in a relationship, and what of it is already said as an error: where somebody has been, or pressed Check.
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import { isToChoose } from '../../shared/findings/toChoose.ts'
import { settingAccess, valueAt } from '../../shared/relationship/fieldAccess.ts'
import { type FieldPath, fieldPathOf, fieldPaths, fields } from '../../shared/relationship/fields.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'

/** `checked`: everything is said. `touched`: settings that somebody has been in. */
export type Visits = { checked: boolean; touched: readonly FieldPath[] }

export const noVisits: Visits = { checked: false, touched: [] }

/** Parts what is calmly to be chosen from what is said as a finding. */
export function splitFindings(findings: readonly Finding[], { checked, touched }: Visits) {
  const isCalm = (finding: Finding): boolean => {
    const path = fieldPathOf(finding.field)
    return !checked && isToChoose(finding) && path !== null && !touched.includes(path)
  }
  return {
    toChoose: findings.filter(isCalm),
    said: findings.filter((finding) => !isCalm(finding)),
  }
}

export type ChoosingStep = {
  path: FieldPath
  label: string
  help: string
  /** `missing`: somebody was there and left it empty, which is said as a finding. */
  state: 'chosen' | 'open' | 'missing'
  /** What has to be chosen before it. */
  after: string | null
}

/** Every required setting of the form in its order: chosen, to be chosen, or waiting for another one. */
export function choosingSteps(
  draft: RelationshipDraft,
  { toChoose, said }: ReturnType<typeof splitFindings>,
): ChoosingStep[] {
  const pathsOf = (findings: readonly Finding[]) => new Set(findings.map(({ field }) => fieldPathOf(field)))
  const open = pathsOf(toChoose)
  const missing = pathsOf(said.filter(isToChoose))
  // Statuses belong to a board, and the default board is one of the boards.
  const comesAfter: Partial<Record<FieldPath, FieldPath>> = {
    status: draft.role === 'source' ? 'defaultBoard' : 'serviceBoard',
    defaultBoard: 'boards',
  }
  const waitsFor = (path: FieldPath): string | null => {
    const first = comesAfter[path]
    return first && open.has(path) && open.has(first) ? fields[first].label : null
  }
  return fieldPaths
    .filter((path) => {
      const { required, section } = fields[path]
      return (
        section !== 'override' &&
        required.includes(draft.role) &&
        settingAccess(draft.role, path, draft).mode === 'edit'
      )
    })
    .map((path) => ({
      path,
      label: fields[path].label,
      help: fields[path].help,
      state: open.has(path)
        ? ('open' as const)
        : missing.has(path)
          ? ('missing' as const)
          : ('chosen' as const),
      after: waitsFor(path),
    }))
}

/**
 * The settings without which every ticket would fare alike, in a relationship that never had them: a list of nothing but
 * refusals teaches nothing. Where they were saved before, what their loss does is just what one wants to see.
 */
export const firstToChoose = (toChoose: readonly Finding[], saved: RelationshipDraft): FieldPath[] =>
  toChoose.flatMap(({ field }) => {
    const path = fieldPathOf(field)
    if (path === null || fields[path].section !== 'defaults') return []
    const before = valueAt(saved, path)
    return before === null || (Array.isArray(before) && before.length === 0) ? [path] : []
  })
