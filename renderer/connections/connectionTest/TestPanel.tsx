// The connection test: runs on unsaved values, draws its stages as a waterfall, then lists the rights.
import { Button } from '@mantine/core'
import { IconPlayerStop, IconPlugConnected } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ApiTarget, Credentials } from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import { useScreenActions } from '../../ui/screen/screenActions.tsx'
import { heardOf } from '../../state/callProgress.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { relativeTime } from '../../ui/words/time.ts'
import { requestOf } from './RightsHead.tsx'
import { PermissionTable } from './PermissionTable.tsx'
import { Panel, PanelHead } from '../../ui/screen/Panel.tsx'
import classes from './TestPanel.module.css'
import { keyMark } from './keyMark.ts'
import {
  milliseconds,
  isOutdated,
  rightsIn,
  runningStage,
  type TestRun,
  testTime,
  wasStopped,
} from './testRun.ts'
import { useLiveReason } from './useLiveReason.ts'
import { useTest } from './useTest.ts'
import { Waterfall } from './Waterfall.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

type TestPanelProps = {
  credentials: Credentials
  /** As typed; null tests with the key saved for `target`. */
  privateKey: string | null
  /** Which key is saved for `target`. */
  savedKeyId: string | null
  /** null while the connection is not saved yet. */
  target: ApiTarget | null
  needs: Needs
  demo?: boolean
  /** The test is the next thing to do on its screen. */
  primary?: boolean
  onRun?: (run: TestRun | null) => void
  /** Before it runs: the form marks what is missing. */
  onBegin?: () => void
  /** Takes the address that ConnectWise named in place of the entered one. */
  onUseAddress?: (site: string) => void
  /** Choices that belong to the test. */
  children?: ReactNode
}

export function TestPanel(props: TestPanelProps) {
  const { credentials, privateKey, savedKeyId, target, needs, onRun, onUseAddress } = props
  const { run, start, stop } = useTest(target)
  const key = keyMark(privateKey, savedKeyId)
  const waits = useLiveReason(credentials.site, props.demo ?? false)
  useEffect(() => onRun?.(run), [run, onRun])
  const running = run?.running ?? false
  /** A call that failed before its first stage has nothing to draw. */
  const answered = running || (run !== null && (run.progress.stages.length > 0 || run.result !== null))
  const outdated = run !== null && !running && isOutdated(run, { credentials, needs, key })
  const begin = () => {
    props.onBegin?.()
    void start({ credentials, privateKey, target, needs }, key)
  }
  const permissions = outdated ? run?.result?.permissions : rightsIn(run, needs)
  const request =
    run && permissions && permissions.length > 0
      ? requestOf(run, permissions, outdated ? run.about.needs : needs)
      : undefined
  const otherSite = run?.result?.otherSite
  const section = useRef<HTMLElement>(null)
  const beginInSight = () => {
    section.current?.scrollIntoView({ block: 'start' })
    if (waits === null) begin()
  }
  useScreenActions([{ label: 'Test connection', run: beginInSight }])
  return (
    <Panel ref={section} label="Test of the connection">
      <PanelHead title="Test">
        <p role="status">
          {waits ?? summary(run)}
          {run?.running && <Waiting key={heardOf(run.progress)} on={runningStage(run)} />}
        </p>
        {running ? (
          <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={stop}>
            Stop test
          </Button>
        ) : (
          <Button
            data-path="connectionTest"
            variant={props.primary && !run ? 'filled' : 'default'}
            leftSection={<IconPlugConnected size={16} aria-hidden />}
            disabled={waits !== null}
            onClick={begin}
          >
            Test connection
          </Button>
        )}
      </PanelHead>
      {props.children}
      {otherSite && !outdated && (
        <Notice
          kind="warning"
          title={
            <>
              ConnectWise names another address: <bdi>{otherSite}</bdi>
            </>
          }
          action={
            onUseAddress && (
              <Button size="xs" variant="default" onClick={() => onUseAddress(otherSite)}>
                Use this address
              </Button>
            )
          }
        >
          The entered one stays in use. Keys go to the other one only when they are entered for it.
        </Notice>
      )}
      {run?.error && run.error.code !== 'cancelled' && <ErrorNotice problem={run.error} />}
      {outdated && (
        <h3 className={classes.before} role="status">
          Tested before the change
        </h3>
      )}
      <div className={classes.outcome} data-before={outdated || undefined}>
        <Waterfall run={answered ? run : null} request={request} />
        {request && <PermissionTable {...request} />}
      </div>
    </Panel>
  )
}

/** One line about where the test stands. */
function summary(run: TestRun | null): string {
  if (!run) return 'Stages with result and time. Works on unsaved values, reads only.'
  if (run.running) return 'Running. A stage without an answer ends after 10 s.'
  const when = `${relativeTime(run.startedAt)}, ${milliseconds(testTime(run))}, reads only`
  if (wasStopped(run)) return `Stopped. ${when}`
  return when
}
