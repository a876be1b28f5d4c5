// A refresh while it works: one bar per collection with n of m, and the countdown when ConnectWise asks to wait.
import { Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type CallProgress, heardOf } from '../../state/callProgress.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import classes from './RefreshPanel.module.css'
import { type CollectionRow, collectionRows, finishedOf, waitedFor } from './refreshRun.ts'

export function RefreshProgress({ progress }: { progress: CallProgress }) {
  const { done, total } = finishedOf(progress)
  return (
    <>
      {progress.wait && (
        <div className={classes.outcome}>
          <Notice kind="info" title="ConnectWise asked to wait.">
            Reading goes on in <Countdown until={progress.wait.until} />.
          </Notice>
        </div>
      )}
      <ul className={classes.bars} aria-label="Progress">
        {collectionRows(progress).map((row) => (
          <Bar key={row.name} row={row} />
        ))}
      </ul>
      <p className={classes.note} role="status">
        {done} of {total} lists read. You can go on working.
        {!progress.wait && <Waiting key={heardOf(progress)} on={waitedFor(progress)} />}
      </p>
    </>
  )
}

function Bar({ row }: { row: CollectionRow }) {
  const unknown = row.value === null
  return (
    <li data-finished={row.finished || undefined}>
      <span>{row.label}</span>
      <span className={classes.amount}>{row.amount}</span>
      <Progress.Root className={classes.bar ?? ''} size={4}>
        <Progress.Section
          value={row.value ?? 100}
          striped={unknown}
          animated={unknown}
          color={row.finished ? 'var(--sw-ok)' : 'var(--sw-accent)'}
          aria-label={row.label}
          aria-valuetext={row.amount}
        />
      </Progress.Root>
    </li>
  )
}

/** Seconds left, counted down on screen. */
export function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return <span className="tabular">{Math.max(0, Math.ceil((until - now) / 1000))} s</span>
}
