// The stages of a connection test on one time line; the failing one opens by itself.
import { Loader } from '@mantine/core'
import { useId, useState } from 'react'
import { stageNames } from '../../../shared/connection/connection.ts'
import { SeverityIcon } from '../../ui/SeverityIcon.tsx'
import classes from './TestPanel.module.css'
import { milliseconds, type StageRow, stageLabels, stageRows, type TestRun } from './testRun.ts'
import { administratorRequest } from '../../../shared/rights/administratorRequest.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import type { RightsRequest } from './RightsHead.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'

/** What each stage proves; shown until there is a result. */
const questions: Record<StageRow['name'], string> = {
  address: 'Which host the site leads to',
  tls: 'Whether its certificate is valid',
  company: 'Whether the company exists there',
  keys: 'Whether ConnectWise takes them',
  clientId: 'Whether ConnectWise takes it',
  version: 'Which release answers',
  access: 'Whether every list can be read',
}

type WaterfallProps = {
  run: TestRun | null
  /** What is asked of the administrator where rights are missing: the table below names them. */
  request?: RightsRequest | undefined
}

/** Without a run: what will be looked at. */
export function Waterfall({ run, request }: WaterfallProps) {
  const rows = run ? stageRows(run) : idleRows
  return (
    <ol className={classes.stages} aria-label="Stages" aria-busy={run?.running ?? false}>
      {rows.map((row) => (
        <li key={row.name} data-state={row.state}>
          <div className={classes.stage}>
            <span className={classes.icon}>
              <StageIcon state={row.state} />
            </span>
            <span className={classes.name}>{stageLabels[row.name]}</span>
            <span className={classes.message}>{wordsOf(row)}</span>
            <span className={classes.track} aria-hidden>
              <i style={{ left: `${row.from}%`, width: `${Math.min(row.width, 100 - row.from)}%` }} />
            </span>
            <span className={classes.time}>{row.ms === null ? '' : milliseconds(row.ms)}</span>
          </div>
          {row.state === 'failed' &&
            (row.code === 'permission-missing' && request ? (
              <MissingRights request={request} />
            ) : (
              <StageFailure row={row} />
            ))}
          {row.state === 'ok' && row.next && <p className={classes.hint}>{row.next}</p>}
        </li>
      ))}
    </ol>
  )
}

const idleRows: readonly StageRow[] = stageNames.map((name) => ({
  name,
  state: 'waiting',
  code: '',
  message: questions[name],
  next: '',
  detail: undefined,
  ms: null,
  from: 0,
  width: 0,
}))

/** A word for each state. */
export const stateWords: Record<StageRow['state'], string> = {
  ok: 'Passed',
  failed: 'Failed',
  running: 'Running',
  waiting: 'Waiting',
  stopped: 'Stopped',
  notRun: 'Not run',
}

/** What a failed stage has to say stands below it; one that did not end has nothing to say but how it stands. */
const wordsOf = ({ state, message }: StageRow): string =>
  state === 'ok' || state === 'waiting' ? message || stateWords[state] : stateWords[state]

export function StageIcon({ state }: { state: StageRow['state'] }) {
  if (state === 'running') return <Loader size={16} />
  return <SeverityIcon kind={state === 'ok' ? 'ok' : state === 'failed' ? 'error' : 'open'} />
}

/** How many rights are missing, and the text that asks for them; which ones they are stands in the table. */
function MissingRights({ request }: { request: RightsRequest }) {
  const { permissions } = request
  const missing = permissions.filter(({ state }) => state === 'missing').length
  return (
    <div className={classes.failure} role="alert">
      <b>
        The keys work, but {missing} of {permissions.length} rights {missing === 1 ? 'is' : 'are'} missing.
      </b>
      <p className={classes.asks}>
        The table below names {missing === 1 ? 'it' : 'them'} first.
        <CopyButton label="Copy request" name="Copy request" text={() => administratorRequest(request)} />
      </p>
    </div>
  )
}

/** What happened, what to do, and on request the other side's own words. */
export function StageFailure({ row, of }: { row: StageRow; of?: string }) {
  const [shown, setShown] = useState(false)
  const id = useId()
  return (
    <div className={classes.failure} role="alert">
      <b>
        {of && `${of}: `}
        {row.message}
      </b>
      <p>
        {row.next}{' '}
        {row.detail && (
          <LinkButton aria-expanded={shown} aria-controls={id} onClick={() => setShown(!shown)}>
            {shown ? 'Hide the answer' : 'Show the answer'}
          </LinkButton>
        )}
      </p>
      {shown && (
        <pre id={id} tabIndex={0} className={classes.answer}>
          {row.detail}
        </pre>
      )}
    </div>
  )
}
