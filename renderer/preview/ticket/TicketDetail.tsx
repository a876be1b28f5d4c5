// The ticket looked at: its head with the way to its neighbours, and the tabs What happens, Requests and Raw.
import { ActionIcon, Tabs } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import classes from './Detail.module.css'
import { countText } from '../list/groups.ts'
import type { Names } from './recordNames.ts'
import { Raw } from './Raw.tsx'
import { Requests } from './Requests.tsx'
import type { Detail } from '../judging/judgingSession.ts'
import { Verdict } from '../list/Verdict.tsx'
import { WhatHappens } from './WhatHappens.tsx'

export const detailTabs = ['happens', 'requests', 'raw'] as const
export type DetailTab = (typeof detailTabs)[number]

type TicketDetailProps = {
  detail: Detail
  title: string
  /** What a ticket of the sample library is there to show. */
  purpose: string | undefined
  /** What the unsaved changes make different, in words. */
  change: string | null
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
  onGoTo: (path: string) => void
}

export function TicketDetail(props: TicketDetailProps) {
  const {
    detail,
    title,
    purpose,
    change,
    fresh,
    stale,
    place,
    onStep,
    tab,
    onTab,
    names,
    relationship,
    onGoTo,
  } = props
  const { row } = detail
  return (
    <article className={classes.detail} aria-label="Ticket in full" aria-busy={stale}>
      <header className={classes.head}>
        <div className={classes.headLine}>
          <bdi className={classes.key} title={row.key}>
            {row.key}
          </bdi>
          <Verdict outcome={row} counted />
          {change && <span className={classes.change}>{change}</span>}
          {stale && <span className={classes.stale}>updating…</span>}
          <span className={classes.steps}>
            <span className={classes.place}>
              {place.at > 0 ? `${countText(place.at)} of ${countText(place.of)}` : 'not in the list'}
            </span>
            <ActionIcon variant="subtle" color="gray" aria-label="Ticket above" onClick={() => onStep(-1)}>
              <IconChevronUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label="Ticket below" onClick={() => onStep(1)}>
              <IconChevronDown size={18} aria-hidden />
            </ActionIcon>
          </span>
        </div>
        <h2 className={classes.title} title={title}>
          <bdi>{title}</bdi>
        </h2>
        {purpose && purpose !== title && <p className={classes.purpose}>Made up to show: {purpose}</p>}
      </header>
      <Tabs
        value={tab}
        onChange={(value) => {
          const next = detailTabs.find((each) => each === value)
          if (next) onTab(next)
        }}
        classNames={{ root: classes.tabs, list: classes.tabList, panel: classes.panel }}
      >
        <Tabs.List>
          <Tabs.Tab value="happens">What happens</Tabs.Tab>
          <Tabs.Tab value="requests">
            Requests <span className={classes.tabCount}>{row.requests.length}</span>
          </Tabs.Tab>
          <Tabs.Tab value="raw">Raw</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="happens">
          <WhatHappens
            detail={detail}
            names={names}
            fresh={fresh}
            relationship={relationship}
            onGoTo={onGoTo}
          />
        </Tabs.Panel>
        <Tabs.Panel value="requests">
          <Requests row={row} names={names} relationship={relationship} />
        </Tabs.Panel>
        <Tabs.Panel value="raw">
          <Raw detail={detail} />
        </Tabs.Panel>
      </Tabs>
    </article>
  )
}
