// What there is to say about the sample itself: reading goes on, reading failed, rows were skipped, not all was read.
import { Button, CloseButton, Progress } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '../ui/Notice.tsx'
import { shortTime } from '../ui/time.ts'
import { countText } from './groups.ts'
import classes from './Preview.module.css'
import type { Sample } from './samples.ts'
import type { Reading } from './useReading.ts'

const mostShown = 50

function ReadingStrip({ reading, onStop }: { reading: Reading & { state: 'reading' }; onStop: () => void }) {
  const { done, total, wait } = reading
  const words = total === null ? countText(done) : `${countText(done)} of ${countText(total)}`
  return (
    <div className={classes.reading}>
      <div className={classes.readingLine}>
        <span role="status">
          Reading tickets, {words}
          {wait !== null && `; ConnectWise asked to wait ${Math.ceil(wait)} s`}
        </span>
        <Button variant="subtle" size="xs" onClick={onStop}>
          Stop reading
        </Button>
      </div>
      <Progress
        value={total ? (done / total) * 100 : 100}
        animated={!total}
        size={6}
        aria-label="Tickets read"
      />
    </div>
  )
}

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
}

export function SampleStrips(props: SampleStripsProps) {
  const { sample, reading, onStop, onDismiss, fileProblem, onCloseFileProblem } = props
  const { origin } = sample
  return (
    <>
      {reading.state === 'reading' && <ReadingStrip reading={reading} onStop={onStop} />}
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
