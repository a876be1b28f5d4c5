// The record behind a ticket as the app read it, and the computed row beside it, both as JSON.
import { useState } from 'react'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import classes from './Result.module.css'
import { JsonView } from './JsonView.tsx'
import type { Detail } from '../../judging/judgingSession.ts'
import { Segments } from '../../../ui/screen/Segments.tsx'

const texts = {
  record: 'Every member the app knows, as it was read.',
  result: 'What the preview computed, in the shape of the command line.',
}

export function Raw({ detail }: { detail: Detail }) {
  const [shown, setShown] = useState<'record' | 'result'>('record')
  const value = shown === 'record' ? detail.ticket : detail.row
  return (
    <>
      <div className={classes.leadLine}>
        <Segments
          small
          aria-label="Raw data"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'record', label: 'Ticket' },
            { value: 'result', label: 'Result' },
          ]}
        />
        <p className={classes.lead}>{texts[shown]}</p>
        <CopyButton label="Copy" name="Copy raw data" text={() => JSON.stringify(value, null, 2)} />
      </div>
      <div className={classes.card}>
        <JsonView value={value} />
      </div>
    </>
  )
}
