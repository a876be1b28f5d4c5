// The way to the live service, step by step: what can be found out is found out, the rest is ticked here.
import { Button, Checkbox } from '@mantine/core'
import { type ReactNode, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { ApiTarget, Credentials } from '../../shared/connection/connection.ts'
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import { publishedForm } from '../../shared/golive/publishedForm.ts'
import { comparedFor, createdFrom, type StepName, goLiveSteps, testedFor } from '../../shared/golive/steps.ts'
import type { Reference } from '../../shared/reference/lookup.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import { countOutcomes, useJudged, useSample } from '../preview/previewFront.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { Notice } from '../ui/Notice.tsx'
import { useGoToField } from '../ui/behaviour/goToField.ts'
import { useFocusHeir } from '../ui/behaviour/useFocusHeir.ts'
import { relativeTime } from '../ui/words/time.ts'
import { EnterSettings } from './EnterSettings.tsx'
import { FirstSync } from './FirstSync.tsx'
import classes from './GoLive.module.css'
import { ReadFindings } from './ReadFindings.tsx'
import type { StepBodyProps } from './stepBody.ts'
import { StepRow } from './StepRow.tsx'
import { useGoLive } from './useGoLive.ts'
import { VerifyStep } from './VerifyStep.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

export type GoLivePanelProps = {
  /** The saved revision: what is entered in the published form. */
  draft: RelationshipDraft
  saved: Relationship
  revision: number
  /** The form has changes that no step knows of. */
  dirty: boolean
  findings: readonly Finding[]
  reference: Reference | null
  target: ApiTarget
  /** Those that are saved. */
  keys: { credentials: Credentials; keyId: string | undefined }
  /** Why ConnectWise cannot be reached, null when it can. */
  offline: string | null
  demo: boolean
  onPreview: () => void
  /** Writes the handover sheet, with these steps on it. */
  onHandover: () => void
}

/** The step a person has opened in each relationship; null before that. */
const openSteps = windowState<StepName | 'none' | null>(null)

/** Whoever leaves by a step or by key is led to what is shown instead. */
const openTab = (): HTMLElement | null => document.querySelector('aside [role="tab"][aria-selected="true"]')

export function GoLivePanel(props: GoLivePanelProps) {
  const { draft, saved, revision, findings, reference, target, offline, demo } = props
  const { id, role } = saved
  const goToField = useGoToField()
  const { goLive, tested, loaded, change, problem } = useGoLive(id)
  const [chosen, setChosen] = useWindowState(openSteps, id)
  const list = useRef<HTMLOListElement>(null)
  const form = useMemo(() => publishedForm(role, draft), [role, draft])
  const credentials = testedFor(props.keys.credentials, props.keys.keyId)
  const settings = comparedFor(saved)
  const { sample } = useSample({ relationship: saved, saved, reference, flow: 'inbound' })
  const judging = useMemo(() => ({ relationship: saved, reference, since: null }), [saved, reference])
  const { view } = useJudged(sample, judging)
  const outcomes = view?.judged.outcomes
  const counts = outcomes && countOutcomes(outcomes)

  // A tick on top of what is not read yet would store it away.
  if (!loaded) return <ErrorNotice problem={problem} />
  const steps = goLiveSteps({
    goLive,
    tested,
    findings,
    form,
    credentials,
    settings,
    preview: outcomes
      ? createdFrom(
          outcomes.table.map((outcome, index) => ({ ...outcome, count: counts?.[index] ?? 0 })),
          sample.origin.kind === 'library',
        )
      : null,
    listsAsOf: reference?.fetchedAt ?? null,
    offline: offline !== null,
    showTime: relativeTime,
  })
  const done = steps.filter(({ state }) => state === 'done').length
  const next = steps.find(({ name, state }) => state !== 'done' && name in bodies)?.name
  const open = chosen ?? next ?? 'none'
  const places: Partial<Record<StepName, () => void>> = {
    'Keys tested': () => goToField('connectionTest'),
    'Lists fresh': () => goToField('snapshot'),
    'Preview without fail': props.onPreview,
  }
  const onDone = () => {
    flushSync(() => setChosen(next ?? 'none'))
    // A step that closes leaves the focus to its own line; whoever goes on does so from the next.
    queueMicrotask(() => list.current?.querySelector<HTMLElement>(':scope > [data-open] > button')?.focus())
  }
  const isVerified = steps.some(({ name, state }) => name === 'Verified' && state === 'done')
  const given = { goLive, form, findings, saved, reference, target, settings, offline, demo }
  const common: StepBodyProps = { ...given, isVerified, change, onDone }

  return (
    <PanelBox>
      <header className={classes.head}>
        <h2>
          {done} of {steps.length} done{' '}
          <span>
            for revision {revision}
            {props.dirty && ', without the unsaved changes'}
          </span>
        </h2>
        <div className={classes.segments} aria-hidden>
          {steps.map(({ name, state }) => (
            <span key={name} data-state={state} />
          ))}
        </div>
      </header>
      <ErrorNotice title="This is not stored" problem={problem} />
      {done === steps.length && <Live onHandover={props.onHandover} />}
      <ol ref={list} className={classes.steps} aria-label="Steps to go live">
        {steps.map((step) => {
          const Body = bodies[step.name]
          return (
            <StepRow
              key={step.name}
              step={step}
              open={Body !== undefined && open === step.name}
              onGo={places[step.name]}
              onUse={() => setChosen(step.name)}
              onToggle={Body && (() => setChosen(open === step.name ? 'none' : step.name))}
            >
              {Body && <Body {...common} />}
            </StepRow>
          )
        })}
      </ol>
    </PanelBox>
  )
}

function PanelBox({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useFocusHeir(box, openTab)
  return (
    <div ref={box} className={classes.panel}>
      {children}
    </div>
  )
}

function Live({ onHandover }: Pick<GoLivePanelProps, 'onHandover'>) {
  return (
    <div className={classes.whole}>
      <Notice
        kind="ok"
        title="Live"
        action={
          <Button size="xs" onClick={onHandover}>
            Handover sheet
          </Button>
        }
      >
        The handover sheet carries these steps and the outcome of the first sync.
      </Notice>
    </div>
  )
}

function AutomaticSync({ goLive, change, isVerified }: StepBodyProps) {
  const warning = goLive.automatic
    ? 'Let the service wait until what arrived is looked at again.'
    : 'Can be ticked once Verified is done.'
  return (
    <Checkbox
      label="The service now syncs by itself"
      description={isVerified ? undefined : warning}
      disabled={!isVerified && !goLive.automatic}
      checked={goLive.automatic}
      onChange={({ currentTarget }) => {
        const automatic = currentTarget.checked
        change((before) => ({ ...before, automatic }))
      }}
    />
  )
}

/** Steps that have something to do in them; the others find their state themselves. */
const bodies: Partial<Record<StepName, (props: StepBodyProps) => ReactNode>> = {
  'Findings read': ReadFindings,
  'Settings entered': EnterSettings,
  'First sync': FirstSync,
  Verified: VerifyStep,
  'Automatic sync on': AutomaticSync,
}
