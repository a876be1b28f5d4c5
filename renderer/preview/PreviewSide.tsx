// The list half of the preview: counts, filters, the tickets, and what the preview is.
import { Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconClipboardText, IconFilterOff } from '@tabler/icons-react'
import { type ReactNode, useMemo, useRef } from 'react'
import { Message } from '../ui/Message.tsx'
import { type Arrangement, codesOf, noCriteria } from './list/arrangeTickets.ts'
import { Compared } from './list/Compared.tsx'
import { Counts } from './list/Counts.tsx'
import { TicketFilter } from './list/Filter.tsx'
import { groupCounts } from './judging/groups.ts'
import classes from './Preview.module.css'
import { PreviewFooter } from './PreviewFooter.tsx'
import { SampleStrips } from './sample/SampleStrips.tsx'
import { TicketList } from './list/TicketList.tsx'
import type { JudgedView } from './judging/useJudged.ts'
import type { PreviewModel } from './usePreview.ts'
import { LinkButton } from '../ui/LinkButton.tsx'

type ListedProps = { preview: PreviewModel; view: JudgedView; arrangement: Arrangement }

/** The list, or why it is empty. */
function Listed({ preview, view, arrangement }: ListedProps) {
  const { open, panes, news, setCriteria, setLimited } = preview
  if (view.sample.entries.length === 0)
    return (
      <div className={classes.empty}>
        <Message icon={<IconClipboardText size={26} />} title="No tickets to try yet">
          This sample holds no tickets. Choose another one above.
        </Message>
      </div>
    )
  if (arrangement.shown === 0)
    return (
      <div className={classes.empty}>
        <Message
          icon={<IconFilterOff size={26} />}
          title="No ticket matches"
          actions={
            <LinkButton
              onClick={() => {
                setCriteria(noCriteria)
                setLimited(false)
              }}
            >
              Show all tickets
            </LinkButton>
          }
        >
          The search or the filter leaves none of the tickets.
        </Message>
      </div>
    )
  return (
    <TicketList
      key={view.sample.flow}
      arrangement={arrangement}
      entries={view.sample.entries}
      outcomes={view.judged.outcomes}
      changes={news.changes}
      purposes={view.sample.purposes}
      selected={preview.selected}
      onSelect={open.select}
      onOpen={(index, byKey) => {
        open.select(index)
        panes.enter(byKey)
      }}
      onCode={(code) => setCriteria({ ...noCriteria, code })}
    />
  )
}

export function PreviewSide({ preview, head }: { preview: PreviewModel; head: ReactNode }) {
  const { panes, actions, view, updating, failed, news, arrangement, criteria, limited } = preview
  const { setCriteria, setLimited } = preview
  const side = useRef<HTMLElement>(null)
  const counts = useMemo(() => view && groupCounts(view.judged.outcomes), [view])
  const codes = useMemo(() => (view ? codesOf(view.judged.outcomes) : []), [view])
  return (
    <section
      ref={side}
      className={classes.side}
      aria-label="Sample tickets"
      inert={panes.covered}
      data-pane="list"
    >
      <div className={classes.top}>
        {head}
        <SampleStrips actions={actions} />
        {view && counts && (
          <Counts
            flow={view.sample.flow}
            counts={counts}
            chosen={criteria.group}
            onChoose={(group) => setCriteria({ ...criteria, group })}
            updating={updating}
          />
        )}
        {news.state !== 'same' && (
          <Compared
            title={news.title}
            state={news.state}
            flows={news.flows}
            onAsk={news.ask}
            limited={news.changes?.size ? limited : null}
            onLimit={setLimited}
            sinceLast={news.sinceLast}
            onSinceLast={news.setSinceLast}
          />
        )}
        <TicketFilter
          text={criteria.text}
          onText={(text) => setCriteria({ ...criteria, text })}
          code={criteria.code}
          onCode={(code) => setCriteria({ ...criteria, code })}
          codes={codes}
          onDown={() => {
            const { selected } = preview
            if (selected === null || !arrangement?.lines.includes(selected)) preview.stepBy(1)
            side.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
          }}
        />
      </div>
      {failed ? (
        <div className={classes.empty}>
          <Message
            icon={<IconAlertTriangle size={26} />}
            title="This sample could not be computed"
            role="alert"
            actions={<LinkButton onClick={actions.useLibrary}>Back to the sample library</LinkButton>}
          >
            The settings are unchanged. Choose the sample again, or a smaller one.
          </Message>
        </div>
      ) : view && arrangement ? (
        <Listed preview={preview} view={view} arrangement={arrangement} />
      ) : (
        <div className={classes.empty} role="status" aria-label="Computing">
          {[1, 2, 3, 4].map((each) => (
            <Skeleton key={each} height={40} m={12} width="auto" />
          ))}
        </div>
      )}
      <PreviewFooter />
    </section>
  )
}
