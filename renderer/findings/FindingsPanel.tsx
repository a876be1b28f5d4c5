// Everything the app has to say about the open relationship, worst first, each with the way to its field.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Finding } from '../../shared/findings/codes.ts'
import { Chip } from '../ui/Chip.tsx'
import { Key } from '../ui/Key.tsx'
import { Message } from '../ui/Message.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import classes from './FindingsPanel.module.css'
import { FindingItem } from './FindingItem.tsx'
import { groupFindings, readinessText } from './order.ts'
import { Unjudged } from './Unjudged.tsx'

type FindingsPanelProps = {
  findings: readonly Finding[]
  /** One sentence per thing that could not be judged. */
  unjudged: readonly string[]
  ready: boolean
  /** Opens the field of a finding: a path below `settings`, `connection`, `apiOverride` or `snapshot`. */
  onGoTo: (path: string) => void
}

const linksIn = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-finding]') ?? []),
]

/** Up, Down, Home and End move between the links of the findings. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const links = linksIn(event.currentTarget)
  const at = links.findIndex((link) => link === document.activeElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  const link = to === undefined ? undefined : links[to]
  if (!link) return
  event.preventDefault()
  link.focus()
}

/** F8 opens the field of the next finding, Shift+F8 of the one before, round and round. */
function useNextFinding(findings: readonly Finding[], onGoTo: (path: string) => void): number {
  const [current, setCurrent] = useState(-1)
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F8' || findings.length === 0) return
      event.preventDefault()
      const from = event.shiftKey && current < 0 ? 0 : current
      const next = (from + (event.shiftKey ? -1 : 1) + findings.length) % findings.length
      const finding = findings[next]
      setCurrent(next)
      if (finding) onGoTo(finding.field)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [findings, current, onGoTo])
  return current < findings.length ? current : -1
}

export function FindingsPanel({ findings, unjudged, ready, onGoTo }: FindingsPanelProps) {
  const list = useRef<HTMLDivElement>(null)
  const groups = groupFindings(findings)
  const ordered = groups.flatMap((group) => group.findings)
  const current = useNextFinding(ordered, onGoTo)
  const marked = current < 0 ? undefined : ordered[current]
  useEffect(() => {
    if (current >= 0) list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <Chip tone={ready ? 'ok' : 'err'} icon={<SeverityIcon kind={ready ? 'ok' : 'error'} size={12} />}>
          {ready ? 'Ready' : 'Not ready'}
        </Chip>
        <span className={classes.headText} role="status">
          {readinessText(findings)}
        </span>
        {findings.length > 0 && (
          <span className={classes.hint} aria-hidden>
            <Key>F8</Key> next
          </span>
        )}
      </div>
      <div ref={list} className={classes.list} onKeyDown={moveFocus}>
        {groups.map((group) => (
          <section key={group.severity} aria-label={`${group.label}, ${group.findings.length}`}>
            <h3 className={classes.heading}>
              <SeverityIcon kind={group.icon} size={14} />
              {group.label} <span className={classes.count}>{group.findings.length}</span>
            </h3>
            <ul className={classes.items}>
              {group.findings.map((finding) => (
                <FindingItem
                  key={`${finding.code} ${finding.field}`}
                  finding={finding}
                  current={finding === marked}
                  onGoTo={onGoTo}
                />
              ))}
            </ul>
          </section>
        ))}
        {findings.length === 0 && (
          <Message icon={<SeverityIcon kind="ok" size={26} />} title="Nothing to fix">
            {unjudged.length === 0
              ? 'Every setting was checked against the reference data on this PC.'
              : 'What could be checked is in order.'}
          </Message>
        )}
        <Unjudged sentences={unjudged} />
      </div>
    </div>
  )
}
