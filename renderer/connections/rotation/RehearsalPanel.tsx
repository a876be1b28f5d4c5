// The key rotation rehearsal: type new keys, test them beside the saved ones, see the difference, then swap or keep.
import { Button } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { heardOf } from '../../state/callProgress.ts'
import { problemOf } from '../../state/queries.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { relativeTime } from '../../ui/words/time.ts'
import { runningStage } from '../connectionTest/testRun.ts'
import { NewKeysFields } from './NewKeysFields.tsx'
import { isRehearsed } from './rehearsal.ts'
import classes from './RehearsalPanel.module.css'
import { RehearsalResult } from './RehearsalResult.tsx'
import { type KeySwapProps, useKeySwap } from './useKeySwap.ts'
import type { useRehearsal } from './useRehearsal.ts'

type RehearsalPanelProps = KeySwapProps & {
  onClose: () => void
  /** The choice of rights to look for. */
  children: ReactNode
}

export function RehearsalPanel(props: RehearsalPanelProps) {
  const { connection } = props
  const { form, rehearsal, running, waits, start, stop, swap, take, ...found } = useKeySwap(props)
  const { current, complete, swappable, loses } = found
  const tested = rehearsal.saved?.running ? rehearsal.saved : rehearsal.fresh
  // The page around is a form of its own, which Enter must not save.
  const compareOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (event.target.type !== 'checkbox' && event.target.type !== 'radio') start()
  }

  return (
    <section className={classes.section} aria-label="Key rotation rehearsal" onKeyDown={compareOnEnter}>
      <header className={classes.head}>
        <h2>Key rotation rehearsal</h2>
        <p>
          Tests the saved keys and the new ones at {connection.site}, then shows what would change. Nothing is
          replaced before you swap.
        </p>
      </header>
      <NewKeysFields form={form} savedKey={connection.publicKey} readOnly={running || swap.isPending} />
      {props.children}
      <div className={classes.actions}>
        <p role="status">
          {waits ?? progressWords(rehearsal, current)}
          {tested?.running && <Waiting key={heardOf(tested.progress)} on={runningStage(tested)} />}
        </p>
        {running ? (
          <Button variant="default" onClick={stop}>
            Stop comparing
          </Button>
        ) : (
          <Button variant={swappable ? 'default' : 'filled'} disabled={waits !== null} onClick={start}>
            Compare
          </Button>
        )}
      </div>
      <RehearsalResult rehearsal={rehearsal} complete={complete}>
        <ErrorNotice
          title="Not swapped. The saved keys stay in use."
          problem={swap.error && problemOf(swap.error)}
        />
        <div className={classes.actions}>
          <p>{running ? '' : swapWords(complete, swappable)}</p>
          <div className={classes.choice}>
            <Button
              variant={swappable && loses ? 'filled' : 'default'}
              disabled={swap.isPending}
              onClick={props.onClose}
            >
              Keep the saved keys
            </Button>
            <Button
              variant={swappable && !loses ? 'filled' : 'default'}
              disabled={!swappable}
              loading={swap.isPending}
              onClick={take}
            >
              Swap to the new keys
            </Button>
          </div>
        </div>
      </RehearsalResult>
    </section>
  )
}

type Runs = ReturnType<typeof useRehearsal>['rehearsal']

/** One line about where the comparison stands. */
function progressWords({ saved, fresh }: Runs, current: boolean): string {
  if (!saved) return 'Both tests only read.'
  if (saved.running) return 'Testing the saved keys. A stage without an answer ends after 10 s.'
  if (fresh?.running) return 'Testing the new keys. A stage without an answer ends after 10 s.'
  if (!isRehearsed({ saved, fresh })) return 'Stopped. Nothing was replaced.'
  const when = `Compared ${relativeTime(saved.startedAt)}, reads only.`
  return current ? when : `${when} The values above were changed since: compare again.`
}

function swapWords(complete: boolean, swappable: boolean): string {
  if (swappable) return 'Swapping replaces both keys and the client ID at once.'
  return complete ? 'Keys that ConnectWise does not take cannot be swapped in.' : 'Compare first.'
}
