// The ticket looked at: its head with the way to its neighbours, and the tabs What happens, Requests and Raw.
import { Tabs } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { countOf } from '../../../shared/text/counts.ts'
import { Key } from '../../ui/Key.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { useWidth } from '../../ui/behaviour/laidOut.ts'
import { TicketSteps } from '../../ui/screen/TicketSteps.tsx'
import type { ShownChange } from './ChangeBlock.tsx'
import { Updating } from '../judging/Updating.tsx'
import classes from './Detail.module.css'
import type { Names } from './requests/recordNames.ts'
import { Raw } from './requests/Raw.tsx'
import { Requests } from './requests/Requests.tsx'
import type { Detail } from '../judging/judgingSession.ts'
import { VerdictMark } from '../list/Verdict.tsx'
import { WhatHappens } from './WhatHappens.tsx'

const noRequests: ShownChange['changedRequests'] = new Map()

export const detailTabs = ['happens', 'requests', 'raw'] as const
export type DetailTab = (typeof detailTabs)[number]

type TicketDetailProps = {
  detail: Detail
  title: string
  /** What a ticket of the sample library is there to show. */
  purpose: string | undefined
  /** What the unsaved changes make different, in words. */
  change: string | null
  /** What the last change of the form did to it; null where there is none, or none is known yet. */
  lastChange: ShownChange | null
  onBack: (() => void) | null
  /** Places of the parts that the unsaved changes newly let go. */
  fresh: ReadonlySet<number>
  /** It belongs to an earlier state of the form. */
  stale: boolean
  /** Place among the listed tickets, from 1; 0 when the filter hides it. */
  place: { at: number; of: number }
  onStep: (by: 1 | -1) => void
  tab: DetailTab
  onTab: (tab: DetailTab) => void
  names: Names
  relationship: Relationship
}

/** From here on story and requests have room beside each other. */
const roomForTwo = 900

export function TicketDetail(props: TicketDetailProps) {
  const { detail, lastChange, fresh, stale, names, relationship } = props
  const { row } = detail
  const [box, width] = useWidth<HTMLElement>()
  const beside = width >= roomForTwo
  const tab = beside && props.tab === 'happens' ? 'requests' : props.tab
  const happens = (
    <WhatHappens
      detail={detail}
      names={names}
      lastChange={lastChange}
      fresh={fresh}
      relationship={relationship}
    />
  )
  return (
    <article
      ref={box}
      className={classes.detail}
      aria-label="Ticket in full"
      aria-busy={stale}
      tabIndex={-1}
      data-ticket
    >
      <DetailHead {...props} />
      <div className={classes.columns} data-beside={beside || undefined}>
        {beside && (
          <section className={classes.tabs} aria-label="What happens">
            <h3 className={classes.columnHead}>What happens</h3>
            {/* It is read and scrolled by key, and mostly holds nothing else that takes the focus. */}
            <div className={classes.panel} tabIndex={0}>
              {happens}
            </div>
          </section>
        )}
        <Tabs
          value={tab}
          onChange={(value) => {
            const next = detailTabs.find((each) => each === value)
            if (next) props.onTab(next)
          }}
          classNames={{ root: classes.tabs, list: classes.tabList, panel: classes.panel }}
        >
          <Tabs.List>
            {!beside && <Tabs.Tab value="happens">What happens</Tabs.Tab>}
            <Tabs.Tab value="requests">
              Requests{' '}
              <span className={classes.tabCount}>
                {lastChange?.requests && (
                  <>
                    <span className={classes.before}>{lastChange.requests.before}</span>
                    <IconArrowRight size={11} aria-label="then" />
                  </>
                )}
                {row.requests.length}
              </span>
            </Tabs.Tab>
            <Tabs.Tab value="raw">Raw</Tabs.Tab>
          </Tabs.List>
          {!beside && (
            <Tabs.Panel value="happens" tabIndex={0}>
              {happens}
            </Tabs.Panel>
          )}
          <Tabs.Panel value="requests">
            <Requests
              row={row}
              names={names}
              relationship={relationship}
              changed={lastChange?.changedRequests ?? noRequests}
            />
          </Tabs.Panel>
          <Tabs.Panel value="raw">
            <Raw detail={detail} />
          </Tabs.Panel>
        </Tabs>
      </div>
    </article>
  )
}

function DetailHead({
  detail: { row },
  title,
  purpose,
  change,
  stale,
  place,
  onStep,
  onBack,
}: TicketDetailProps) {
  const steps = <TicketSteps place={place} onStep={onStep} />
  return (
    <header className={classes.head}>
      {onBack && (
        <p className={classes.back}>
          <LinkButton onClick={onBack}>
            <IconArrowLeft size={15} aria-hidden /> {countOf(place.of, 'ticket')}
          </LinkButton>
          {steps}
          <Key>Esc</Key>
        </p>
      )}
      <div className={classes.headLine}>
        <bdi className={classes.key} title={row.key}>
          {row.key}
        </bdi>
        <VerdictMark outcome={row} counted />
        {change && (
          <span className={classes.change} title={change}>
            {change}
          </span>
        )}
        <Updating when={stale} className={classes.stale}>
          updating…
        </Updating>
        {!onBack && steps}
      </div>
      <h2 className={classes.title} title={title}>
        <bdi>{title}</bdi>
      </h2>
      {purpose && purpose !== title && <p className={classes.purpose}>Made up to show: {purpose}</p>}
    </header>
  )
}
