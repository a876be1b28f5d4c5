// F8 opens the field of the next finding, Shift+F8 of the one before, round and round from where one is, whatever the pane shows.
import { useState } from 'react'
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import { useShortcuts } from '../ui/behaviour/shortcuts.ts'
import { groupFindings, keyOf, nextPlace, type Visited, visitedAt } from './findingOrder.ts'
import { settingPathAt } from './useFieldInFocus.ts'

/** Answers with the finding that was opened last, as long as there is such a finding. */
export function useNextFinding(
  findings: readonly Finding[],
  onGoTo: (path: string) => void,
): Finding | undefined {
  const [visited, setVisited] = useState<Visited | null>(null)
  const step = (by: 1 | -1) => () => {
    const ordered = groupFindings(findings).flatMap((group) => group.findings)
    const at = visitedAt(ordered, visited, settingPathAt(document.activeElement), by)
    const place = nextPlace(ordered, at, by)
    const finding = ordered[place]
    if (!finding) return
    setVisited({ key: keyOf(finding), place })
    onGoTo(finding.field)
  }
  useShortcuts([
    ['F8', step(1)],
    ['shift+F8', step(-1)],
  ])
  return findings.find((finding) => keyOf(finding) === visited?.key)
}
