// One step: its state as icon and word, the evidence at the right, and what is to be done below while it is open.
import {
  IconAlertTriangle,
  IconArrowRight,
  IconChevronDown,
  IconChevronRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCloudOff,
  type TablerIcon,
} from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import type { GoLiveStep, StepState } from '../../shared/golive/steps.ts'
import { useFocusHeir } from '../ui/behaviour/useFocusHeir.ts'
import classes from './GoLive.module.css'

const icons: Record<StepState, TablerIcon> = {
  open: IconCircleDashed,
  done: IconCircleCheck,
  'changed since': IconAlertTriangle,
  'not known offline': IconCloudOff,
}

type StepRowProps = {
  step: GoLiveStep
  open: boolean
  /** Absent where there is nothing to open. */
  onToggle: (() => void) | undefined
  /** The place where a step without a body of its own is done. */
  onGo: (() => void) | undefined
  /** Somebody works in it: it stays open when it is done. */
  onUse: () => void
  children: ReactNode
}

export function StepRow({
  step: { name, state, evidence },
  open,
  onToggle,
  onGo,
  onUse,
  children,
}: StepRowProps) {
  const Icon = icons[state]
  const Sign = !onToggle ? IconArrowRight : open ? IconChevronDown : IconChevronRight
  const line = (
    <>
      <Icon size={17} aria-hidden className={classes.icon} />
      <span className={classes.name}>{name}</span>
      <span className={classes.state}>{state}</span>
      <bdi className={classes.evidence}>{evidence}</bdi>
    </>
  )
  return (
    <li className={classes.step} data-state={state} data-open={open || undefined}>
      <button
        type="button"
        className={classes.line}
        aria-expanded={onToggle && open}
        onClick={onToggle ?? onGo}
      >
        {line}
        <Sign size={15} aria-hidden className={classes.chevron} />
      </button>
      {open && <StepBody onUse={onUse}>{children}</StepBody>}
    </li>
  )
}

const lineOf = (body: HTMLElement): HTMLElement | null =>
  body.parentElement?.querySelector(':scope > button') ?? null

/** One that closes with the focus inside leaves it to the line of its step. */
function StepBody({ onUse, children }: Pick<StepRowProps, 'onUse' | 'children'>) {
  const body = useRef<HTMLDivElement>(null)
  useFocusHeir(body, lineOf)
  return (
    <div ref={body} className={classes.body} onFocusCapture={onUse}>
      {children}
    </div>
  )
}
