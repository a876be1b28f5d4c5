// What there is to say about the sample itself: reading goes on, reading failed, rows were skipped, not all was read.
import { Button, CloseButton, Progress } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import type { AppError } from '../../../shared/result.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { relativeTime } from '../../ui/words/time.ts'
import { useFocusHeir } from '../../ui/behaviour/useFocusHeir.ts'
import { useLate } from '../../ui/behaviour/useLate.ts'
import classes from '../Preview.module.css'
import type { useSampleActions } from './useSampleActions.ts'
import { countOf, formatCount } from '../../../shared/text/counts.ts'

const mostShown = 50

const sampleMenu = (): HTMLElement | null => document.querySelector('[data-sample-menu]')

/** Whatever goes away here leaves the focus to the menu of samples, from where it came. */
function Strip({ children }: { children: ReactNode }) {
  const strip = useRef<HTMLDivElement>(null)
  useFocusHeir(strip, sampleMenu)
  return <div ref={strip}>{children}</div>
}

type WorkStripProps = {
  /** "Reading tickets, 20 of 400". */
  words: string
  /** What the bar measures. */
  label: string
  done: number
  total: number | null
  /** What it waits for where nothing happens for a while. */
  waitsFor?: string
  stopLabel: string
  onStop: () => void
}

function WorkStrip({ words, label, done, total, waitsFor, stopLabel, onStop }: WorkStripProps) {
  return (
    <Strip>
      <div className={classes.readingLine}>
        <span role="status" className={classes.readingWords}>
          {words}
          {waitsFor && <Waiting key={words} on={waitsFor} />}
        </span>
        <Button variant="subtle" size="xs" onClick={onStop}>
          {stopLabel}
        </Button>
      </div>
      <Progress value={total ? (done / total) * 100 : 100} animated={!total} size={6} aria-label={label} />
    </Strip>
  )
}

const amount = (done: number, total: number | null): string =>
  total === null ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`

const waiting = (seconds: number | null): string =>
  seconds === null ? '' : `; ConnectWise asked to wait ${Math.ceil(seconds)} s`

/** Names the rows of a file that were skipped; long lists are cut, with their length said. */
function SkippedRows({ problems }: { problems: readonly string[] }) {
  const [closed, setClosed] = useState<readonly string[] | null>(null)
  if (problems.length === 0 || closed === problems) return null
  const rest = problems.length - mostShown
  return (
    <Strip>
      <Notice
        kind="warning"
        role="status"
        title={`${countOf(problems.length, 'row was', 'rows were')} not read`}
        action={<CloseButton size="sm" aria-label="Close the row list" onClick={() => setClosed(problems)} />}
      >
        <ul className={classes.problems}>
          {problems.slice(0, mostShown).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {rest > 0 && <li>and {formatCount(rest)} more</li>}
        </ul>
      </Notice>
    </Strip>
  )
}

/** How a file was read that did not say so itself. */
function AsItWasRead({ remarks }: { remarks: readonly string[] }) {
  const [closed, setClosed] = useState<readonly string[] | null>(null)
  if (remarks.length === 0 || closed === remarks) return null
  return (
    <Strip>
      <Notice
        kind="info"
        role="status"
        action={
          <CloseButton
            size="sm"
            aria-label="Close what is said of the file"
            onClick={() => setClosed(remarks)}
          />
        }
      >
        {remarks.join(' ')}
      </Notice>
    </Strip>
  )
}

/** What went wrong, what is unchanged, what to do; with every place of a file that cannot be read. */
function FailedStrip({ problem, onClose }: { problem: AppError; onClose: () => void }) {
  return (
    <Strip>
      <Notice
        kind="error"
        role="alert"
        title={problem.message}
        action={<CloseButton size="sm" aria-label="Close this message" onClick={onClose} />}
      >
        {problem.next}
        {problem.detail && (
          <ul className={classes.problems}>
            {problem.detail.split('\n').map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Notice>
    </Strip>
  )
}

export function SampleStrips({ actions }: { actions: ReturnType<typeof useSampleActions> }) {
  const { sample, reading, transfer } = actions
  const { origin } = sample
  const { done, total } = reading?.progress.tickets ?? { done: 0, total: null }
  const moving = useLate(transfer.state === 'moving')
  return (
    <>
      {reading?.running && (
        <WorkStrip
          words={`Reading tickets, ${amount(done, total)}${waiting(reading.progress.wait?.seconds ?? null)}`}
          waitsFor={total === null ? 'the list of tickets' : 'notes, documents and time entries'}
          label="Tickets read"
          done={done}
          total={total}
          stopLabel="Stop reading"
          onStop={actions.stop}
        />
      )}
      {moving && transfer.state === 'moving' && (
        <WorkStrip
          words={
            transfer.total === null
              ? transfer.words
              : `${transfer.words}, ${amount(transfer.done, transfer.total)}`
          }
          label={transfer.words}
          done={transfer.done}
          total={transfer.total}
          stopLabel="Stop"
          onStop={transfer.stop}
        />
      )}
      {transfer.state === 'failed' && (
        <FailedStrip problem={transfer.problem} onClose={actions.dismissTransfer} />
      )}
      {reading?.error && reading.error.code !== 'cancelled' && (
        <FailedStrip problem={reading.error} onClose={actions.dismiss} />
      )}
      {origin.kind === 'read' && origin.partial && (
        <Notice kind="warning">
          Not every ticket was read: {formatCount(sample.entries.length)} of them, at{' '}
          {relativeTime(origin.at)}. A later start date makes the sample complete.
        </Notice>
      )}
      <SkippedRows problems={sample.said.problems} />
      <AsItWasRead remarks={sample.said.remarks} />
    </>
  )
}
