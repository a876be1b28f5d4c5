// F8 opens the field of the next finding, Shift+F8 of the one before, round and round from where one is, whatever the pane shows.
import { useEffect, useState } from 'react'
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import { groupFindings, keyOf, nextPlace, type Visited, visitedAt } from './findingOrder.ts'
import { settingPathAt } from './useFieldInFocus.ts'

/** Answers with the finding that was opened last, as long as there is such a finding. */
export function useNextFinding(
  findings: readonly Finding[],
  onGoTo: (path: string) => void,
): Finding | undefined {
  const [visited, setVisited] = useState<Visited | null>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || findings.length === 0) return
      event.preventDefault()
      const ordered = groupFindings(findings).flatMap((group) => group.findings)
      const by = event.shiftKey ? -1 : 1
      const place = nextPlace(
        ordered,
        visitedAt(ordered, visited, settingPathAt(document.activeElement), by),
        by,
      )
      const finding = ordered[place]
      if (!finding) return
      setVisited({ key: keyOf(finding), place })
      onGoTo(finding.field)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [findings, visited, onGoTo])
  return findings.find((finding) => keyOf(finding) === visited?.key)
}
