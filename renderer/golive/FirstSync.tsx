// The first sync is started by hand in the service; its time is noted here. The demo organisation can play one.
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type SyncMistake, syncMistakeNames, syncMistakes } from '../../shared/preview/verify/syncMistakes.ts'
import type { AppError } from '../../shared/result.ts'
import { usePreviewState, useSample } from '../preview/previewFront.ts'
import { problemOf, requestValue } from '../state/queries.ts'
import classes from './GoLive.module.css'
import type { StepBodyProps } from './stepBody.ts'
import { countOf } from '../ui/words/counts.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

/** The value of a local date-and-time input. */
function localInput(iso: string | null): string {
  if (iso === null) return ''
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** A played sync takes as many tickets as a first sync has. */
const mostPlayed = 500

function PlaySync({ saved, reference, change }: StepBodyProps) {
  const { flow } = usePreviewState(saved)
  const { sample } = useSample({ relationship: saved, saved, reference, flow })
  const [mistakes, setMistakes] = useState<readonly SyncMistake[]>([])
  const [state, setState] = useState<'idle' | 'playing' | { tickets: number } | AppError>('idle')
  const { held } = sample
  const play = async () => {
    if (held.kind !== 'page') return
    setState('playing')
    try {
      const played = await requestValue('goLive:playSync', {
        id: saved.id,
        flow: held.data.flow,
        text: JSON.stringify(held.data.tickets.slice(0, mostPlayed)),
        mistakes: [...mistakes],
      })
      change((before) => ({ ...before, firstSync: played.since, verified: null }))
      setState({ tickets: played.tickets })
    } catch (error) {
      setState(problemOf(error))
    }
  }
  return (
    <fieldset className={classes.play}>
      <legend>In the demo organisation a made-up service can sync the sample of the preview</legend>
      <details>
        <summary>Mistakes it makes: {mistakes.length === 0 ? 'none' : mistakes.length}</summary>
        {syncMistakeNames.map((name) => (
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
      </details>
      <Button
        size="xs"
        variant="default"
        loading={state === 'playing'}
        disabled={held.kind !== 'page'}
        onClick={() => void play()}
      >
        Play the first sync
      </Button>
      {typeof state === 'object' && 'tickets' in state && (
        <p role="status" className={classes.hint}>
          Played: {countOf(state.tickets, 'ticket')} arrived.
        </p>
      )}
      {typeof state === 'object' && 'code' in state && <ErrorNotice problem={state} />}
    </fieldset>
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
