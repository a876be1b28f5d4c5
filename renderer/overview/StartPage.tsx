// The first screen: the two ways in until there is a connection, the overview of all relationships after that.
import { Button } from '@mantine/core'
import {
  IconFileImport,
  IconFlask,
  IconLock,
  IconPlug,
  IconShieldLock,
  IconWifiOff,
} from '@tabler/icons-react'
import { lazy } from 'react'
import { useNavigation } from '../state/navigation.tsx'
import { problemOf, useAppInfo, useConnections, useRelationships } from '../state/queries.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Pane } from '../ui/screen/Pane.tsx'
import { useExploreDemo } from './useExploreDemo.ts'
import classes from './StartPage.module.css'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

const Overview = lazy(() => import('./Overview.tsx'))

export function StartPage() {
  const connections = useConnections()
  const relationships = useRelationships()
  if (connections.isPending || relationships.isPending) return <Pane>{null}</Pane>
  if (connections.error)
    return (
      <Pane>
        <ErrorNotice title="The stored connections cannot be read" problem={problemOf(connections.error)} />
      </Pane>
    )
  // Relationships stay when their connection goes: they are looked for here.
  const isEmpty = connections.data.length === 0 && (relationships.data ?? []).length === 0
  return isEmpty ? <FirstRun /> : <Overview />
}

function FirstRun() {
  const { go } = useNavigation()
  const app = useAppInfo().data
  const demo = useExploreDemo()
  return (
    <Pane>
      <div className={classes.page}>
        {app?.notices.map((notice) => (
          <Notice key={notice} kind="warning">
            {notice}
          </Notice>
        ))}
        <Drawing />
        <h1 className={classes.title}>Build a ticket sync before it touches a board</h1>
        <p className={classes.lead}>
          Syncwright reads your ConnectWise lists, fills the settings form and shows what those settings would
          do to real tickets.
        </p>
        <div className={classes.tiles}>
          <section className={classes.tile}>
            <IconPlug size={22} color="var(--sw-accent-text)" aria-hidden />
            <h2>Your organisation</h2>
            <p>
              Have the site, company ID, API keys and client ID at hand. Keys are tested before they are
              saved.
            </p>
            <Button onClick={() => go({ name: 'connection', id: null })}>Connect to ConnectWise</Button>
          </section>
          <section className={classes.tile}>
            <IconFlask size={22} color="var(--sw-sandbox-text)" aria-hidden />
            <h2>A look around first</h2>
            <p>A made-up MSP with boards, companies and tickets, all on this PC. No keys, no network.</p>
            <Button variant="default" loading={demo.isPending} onClick={demo.run}>
              Explore the demo organisation
            </Button>
          </section>
        </div>
        <ErrorNotice
          title="The demo organisation cannot be opened"
          problem={demo.error && problemOf(demo.error)}
        />
        <p className={classes.file}>
          <IconFileImport size={16} aria-hidden /> Got a configuration from a colleague?{' '}
          <LinkButton onClick={() => go({ name: 'files' })}>Open a file</LinkButton>
        </p>
        <ul className={classes.promises}>
          <li>
            <IconLock size={15} aria-hidden /> Reads only, never writes
          </li>
          <li>
            <IconShieldLock size={15} aria-hidden />{' '}
            {app?.keystore === 'memory'
              ? 'Keys stay in memory until you quit'
              : "Keys stay in this PC's keystore"}
          </li>
          <li>
            <IconWifiOff size={15} aria-hidden /> Works without a network
          </li>
        </ul>
      </div>
    </Pane>
  )
}

/** A ticket list on the left, the same list with verdicts on the right. */
function Drawing() {
  const line = (x: number, y: number, width: number) => (
    <rect x={x} y={y} width={width} height="9" rx="4.5" fill="var(--sw-line-2)" />
  )
  return (
    <svg width="210" height="72" viewBox="0 0 210 72" aria-hidden>
      <rect x="1" y="1" width="72" height="68" rx="8" fill="none" stroke="var(--sw-line-2)" />
      {[14, 31, 48].map((y, index) => line(12, y, [50, 38, 44][index] ?? 40))}
      <path
        d="M82 35h42M116 27l8 8-8 8"
        fill="none"
        stroke="var(--sw-accent)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <rect
        x="135"
        y="1"
        width="72"
        height="68"
        rx="8"
        fill="none"
        stroke="var(--sw-line-2)"
        strokeDasharray="4 3"
      />
      {(['ok', 'warn', 'err'] as const).map((tone, index) => (
        <g key={tone}>
          <circle cx="150" cy={18.5 + index * 17} r="4.5" fill={`var(--sw-${tone})`} />
          {line(160, 14 + index * 17, [36, 28, 32][index] ?? 30)}
        </g>
      ))}
    </svg>
  )
}
