// What there is to say about the sample itself: reading goes on, reading failed, rows were skipped, not all was read.
import { Button, CloseButton, Progress } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '../ui/Notice.tsx'
import { shortTime } from '../ui/time.ts'
import { countText } from './groups.ts'
import classes from './Preview.module.css'
import type { Sample } from './samples.ts'
import type { Keeping } from './useKeeping.ts'
import type { Reading } from './useReading.ts'

const mostShown = 50

type WorkStripProps = {
  /** "Reading tickets, 20 of 400". */
  words: string
  /** What the bar measures. */
  label: string
  done: number
  total: number | null
  stopLabel: string
  onStop: () => void
}

function WorkStrip({ words, label, done, total, stopLabel, onStop }: WorkStripProps) {
  return (
    <div className={classes.reading}>
      <div className={classes.readingLine}>
        <span role="status">{words}</span>
        <Button variant="subtle" size="xs" onClick={onStop}>
          {stopLabel}
        </Button>
      </div>
      <Progress value={total ? (done / total) * 100 : 100} animated={!total} size={6} aria-label={label} />
    </div>
  )
}

const amount = (done: number, total: number | null): string =>
  total === null ? countText(done) : `${countText(done)} of ${countText(total)}`

const waiting = (seconds: number | null): string =>
  seconds === null ? '' : `; ConnectWise asked to wait ${Math.ceil(seconds)} s`

/** Names the rows of a file that were skipped; long lists are cut, with their length said. */
function SkippedRows({ problems }: { problems: readonly string[] }) {
  const [closed, setClosed] = useState(false)
  if (problems.length === 0 || closed) return null
  const rest = problems.length - mostShown
  return (
    <Notice
      kind="warning"
      role="status"
      title={`${countText(problems.length)} ${problems.length === 1 ? 'row needs' : 'rows need'} a look`}
      action={<CloseButton size="sm" aria-label="Close the row list" onClick={() => setClosed(true)} />}
    >
      <ul className={classes.problems}>
        {problems.slice(0, mostShown).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
        {rest > 0 && <li>and {countText(rest)} more</li>}
      </ul>
    </Notice>
  )
}

type SampleStripsProps = {
  sample: Sample
  reading: Reading
  onStop: () => void
  onDismiss: () => void
  /** Why the last file could not be read. */
  fileProblem: { message: string; next: string } | null
  onCloseFileProblem: () => void
  /** A sample on its way to or from the disk. */
  keeping: Keeping
  onCloseKeeping: () => void
}

export function SampleStrips(props: SampleStripsProps) {
  const { sample, reading, onStop, onDismiss, fileProblem, onCloseFileProblem, keeping, onCloseKeeping } =
    props
  const { origin } = sample
  return (
    <>
      {reading.state === 'reading' && (
        <WorkStrip
          words={`Reading tickets, ${amount(reading.done, reading.total)}${waiting(reading.wait)}`}
          label="Tickets read"
          done={reading.done}
          total={reading.total}
          stopLabel="Stop reading"
          onStop={onStop}
        />
      )}
      {keeping.state === 'moving' && (
        <WorkStrip
          words={`${keeping.doing} the sample, ${amount(keeping.done, keeping.total)}`}
          label={keeping.doing === 'Keeping' ? 'Tickets kept' : 'Tickets loaded'}
          done={keeping.done}
          total={keeping.total}
          stopLabel="Stop"
          onStop={keeping.stop}
        />
      )}
      {keeping.state === 'failed' && (
        <Notice
          kind="error"
          role="alert"
          title={keeping.problem.message}
          action={<CloseButton size="sm" aria-label="Close this message" onClick={onCloseKeeping} />}
        >
          {keeping.problem.next}
        </Notice>
      )}
      {reading.state === 'failed' && (
        <Notice
          kind="error"
          role="alert"
          title={reading.problem.message}
          action={<CloseButton size="sm" aria-label="Close this message" onClick={onDismiss} />}
        >
          {reading.problem.next}
        </Notice>
      )}
      {fileProblem && (
        <Notice
          kind="error"
          role="alert"
          title={fileProblem.message}
          action={<CloseButton size="sm" aria-label="Close the file message" onClick={onCloseFileProblem} />}
        >
          {fileProblem.next}
        </Notice>
      )}
      {origin.kind === 'read' && origin.partial && (
        <Notice kind="warning">
          Not every ticket was read: {countText(sample.entries.length)} of them, at {shortTime(origin.at)}. A
          later start date makes the sample complete.
        </Notice>
      )}
      <SkippedRows key={origin.kind === 'file' ? origin.name : origin.kind} problems={sample.problems} />
    </>
  )
}
