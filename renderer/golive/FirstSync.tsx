// The first sync is started by hand in the service; its time is noted here. The demo organisation can play one.
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { mistakesOf, type SyncMistake, syncMistakes } from '../../shared/preview/verify/syncMistakes.ts'
import type { AppError } from '../../shared/result.ts'
import { firstTickets, usePreviewState, useSample } from '../preview/previewFront.ts'
import { problemOf, requestValue } from '../state/queries.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { FoldHead } from '../ui/screen/FoldHead.tsx'
import classes from './GoLive.module.css'
import type { StepBodyProps } from './stepBody.ts'
import { countOf, formatCount } from '../../shared/text/counts.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

/** The value of a local date-and-time input. */
function localInput(iso: string | null): string {
  if (iso === null) return ''
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** They stay chosen while one looks at what came of them. */
const chosenMistakes = windowState<readonly SyncMistake[]>([])

/** A played sync takes as many tickets as a first sync has. */
const mostPlayed = 500

type Played = { tickets: number; idle: readonly SyncMistake[] }

function PlaySync({ saved, reference, change }: StepBodyProps) {
  const { flow } = usePreviewState(saved)
  const { sample } = useSample({ relationship: saved, saved, reference, flow })
  const [chosen, setMistakes] = useWindowState(chosenMistakes, saved.id)
  const possible = mistakesOf(flow)
  const mistakes = possible.filter((name) => chosen.includes(name))
  const [open, setOpen] = useState(mistakes.length > 0)
  const [state, setState] = useState<'idle' | 'playing' | Played | AppError>('idle')
  const play = async () => {
    setState('playing')
    try {
      const { tickets } = await firstTickets(sample, mostPlayed)
      const played = await requestValue('goLive:playSync', {
        id: saved.id,
        flow,
        text: JSON.stringify(tickets),
        mistakes,
      })
      change((before) => ({ ...before, firstSync: played.since, verified: null }))
      setState(played)
    } catch (error) {
      setState(problemOf(error))
    }
  }
  return (
    <section className={classes.play} aria-label="Made-up service">
      <p className={classes.hint}>
        In the demo organisation a made-up service can sync the sample of the preview.
      </p>
      <FoldHead
        title={`Mistakes it makes: ${mistakes.length === 0 ? 'none' : mistakes.length}`}
        open={open}
        onToggle={() => setOpen(!open)}
      />
      {open && (
        <div className={classes.mistakes}>
          {possible.map((name) => (
            <Checkbox
              key={name}
              size="xs"
              label={syncMistakes[name].label}
              checked={mistakes.includes(name)}
              onChange={({ currentTarget }) =>
                setMistakes(
                  currentTarget.checked ? [...mistakes, name] : mistakes.filter((other) => other !== name),
                )
              }
            />
          ))}
        </div>
      )}
      <Button size="xs" variant="default" loading={state === 'playing'} onClick={() => void play()}>
        Play the first sync
      </Button>
      {typeof state === 'object' && 'tickets' in state && (
        <p role="status" className={classes.hint}>
          Played: {countOf(state.tickets, 'ticket')} {flow === 'inbound' ? 'arrived' : 'found'} of{' '}
          {formatCount(sample.entries.length)} in the sample.
          {state.idle.length > 0 &&
            ` Nothing to do with these settings and this sample: ${state.idle.map((name) => syncMistakes[name].label).join(', ')}.`}
        </p>
      )}
      {typeof state === 'object' && 'code' in state && <ErrorNotice problem={state} />}
    </section>
  )
}

export function FirstSync(props: StepBodyProps) {
  const { goLive, change, demo } = props
  const note = (firstSync: string | null) => change((before) => ({ ...before, firstSync }))
  return (
    <>
      <p className={classes.hint}>Start one manual sync in the service, and note when it began.</p>
      <div className={classes.inLine}>
        <TextInput
          type="datetime-local"
          label="Start of the first sync"
          value={localInput(goLive.firstSync)}
          onChange={({ currentTarget }) => {
            const at = new Date(currentTarget.value)
            note(Number.isNaN(at.getTime()) ? null : at.toISOString())
          }}
        />
        <Button variant="default" onClick={() => note(new Date().toISOString())}>
          Now
        </Button>
      </div>
      {demo && <PlaySync {...props} />}
    </>
  )
}
