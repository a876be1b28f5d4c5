// Everything the app has to say about the open relationship, worst first, each with the way to its field.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import { fieldPathOf } from '../../shared/relationship/fields.ts'
import { Key } from '../ui/Key.tsx'
import { Message } from '../ui/Message.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { type ReadinessCounts, ReadinessChip } from '../ui/ReadinessChip.tsx'
import type { ChoosingStep } from './choosing.ts'
import { ToChoose } from './ToChoose.tsx'
import { GroupHeading } from '../ui/screen/GroupHeading.tsx'
import classes from './FindingsPanel.module.css'
import { FindingItem } from './FindingItem.tsx'
import { groupFindings, keyOf, readinessText } from './findingOrder.ts'
import { Unjudged } from './Unjudged.tsx'
import { useFieldInFocus } from './useFieldInFocus.ts'

type FindingsPanelProps = {
  findings: readonly Finding[]
  /** The one opened last by F8. */
  current: Finding | undefined
  /** One sentence per thing that could not be judged. */
  unjudged: readonly string[]
  readiness: ReadinessCounts | null
  /** The required settings, shown while some are calmly to be chosen. */
  steps: readonly ChoosingStep[]
  toChoose: number
  onCheck: () => void
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

export function FindingsPanel(props: FindingsPanelProps) {
  const { findings, current, unjudged, readiness, steps, toChoose } = props
  const list = useRef<HTMLDivElement>(null)
  const groups = groupFindings(findings)
  const here = useFieldInFocus()
  const isHere = ({ field }: Finding) => here !== undefined && (fieldPathOf(field) ?? field) === here
  // Of several findings about the setting one is in, the one that was opened; else each of them.
  const isCurrent = (finding: Finding) => (current && isHere(current) ? finding === current : isHere(finding))
  // The button goes with what was to be chosen; what it found comes in its place.
  const check = () => {
    flushSync(props.onCheck)
    linksIn(list.current)[0]?.focus()
  }
  useEffect(() => {
    if (current) list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  return (
    <div className={classes.panel}>
      {(toChoose === 0 || findings.length > 0) && (
        <div className={classes.head}>
          <ReadinessChip readiness={readiness} />
          <span className={classes.headText} role="status">
            {findings.length > 0 || unjudged.length > 0
              ? readinessText(findings)
              : 'Every setting was checked against the lists.'}
          </span>
          {findings.length > 0 && toChoose === 0 && (
            <span className={classes.hint} aria-hidden>
              <Key>F8</Key> next
            </span>
          )}
        </div>
      )}
      <div ref={list} className={classes.list} onKeyDown={moveFocus}>
        {toChoose > 0 && <ToChoose steps={steps} count={toChoose} here={here} onCheck={check} />}
        {groups.map((group) => (
          <section key={group.severity} aria-label={`${group.label}, ${group.findings.length}`}>
            <GroupHeading
              icon={<SeverityIcon kind={group.icon} size={14} />}
              label={group.label}
              count={group.findings.length}
            />
            <ul className={classes.items}>
              {group.findings.map((finding) => (
                <FindingItem key={keyOf(finding)} finding={finding} current={isCurrent(finding)} />
              ))}
            </ul>
          </section>
        ))}
        {findings.length === 0 && toChoose === 0 && (
          <Message icon={<SeverityIcon kind="ok" size={26} />} title="Nothing to fix">
            {unjudged.length > 0 && 'What could be checked is in order.'}
          </Message>
        )}
        <Unjudged sentences={unjudged} />
      </div>
    </div>
  )
}
