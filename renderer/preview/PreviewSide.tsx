// The list half of the preview: counts, filters, the tickets, and what the preview is.
import { Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconClipboardText, IconFilterOff } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { Message } from '../ui/Message.tsx'
import { type Arrangement, codesOf, type Criteria, noCriteria } from './list/arrangeTickets.ts'
import { Compared } from './list/Compared.tsx'
import { Counts } from './list/Counts.tsx'
import { TicketFilter } from './list/Filter.tsx'
import { groupCounts } from './judging/groups.ts'
import classes from './Preview.module.css'
import { PreviewFooter } from './PreviewFooter.tsx'
import { SampleStrips } from './sample/SampleStrips.tsx'
import { TicketList } from './list/TicketList.tsx'
import type { JudgedView } from './judging/useJudged.ts'
import type { useUnsavedNews } from './useUnsavedNews.ts'
import type { useSampleActions } from './sample/useSampleActions.ts'
import { LinkButton } from '../ui/LinkButton.tsx'

type PreviewSideProps = {
  /** A ticket lies over the list. */
  hidden: boolean
  head: ReactNode
  actions: ReturnType<typeof useSampleActions>
  view: JudgedView | null
  updating: boolean
  /** The worker that holds the sample gave no answer. */
  failed: boolean
  arrangement: Arrangement | null
  criteria: Criteria
  onCriteria: (criteria: Criteria) => void
  /** What the unsaved changes do. */
  news: ReturnType<typeof useUnsavedNews>
  /** Only tickets the unsaved changes make a difference to. */
  limited: boolean
  onLimit: (limited: boolean) => void
  selected: number | null
  onSelect: (index: number) => void
  /** A ticket is to be looked at; by key, the focus goes along. */
  onOpen: (index: number, byKey: boolean) => void
}

/** The list, or why it is empty. */
function Listed(props: PreviewSideProps & { view: JudgedView; arrangement: Arrangement }) {
  const { view, arrangement, news, selected, onSelect, onOpen, onCriteria, onLimit } = props
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
                onCriteria(noCriteria)
                onLimit(false)
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
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
      onCode={(code) => onCriteria({ ...noCriteria, code })}
    />
  )
}

export function PreviewSide(props: PreviewSideProps) {
  const { head, actions, view, updating, failed, arrangement, criteria, onCriteria, news } = props
  const { limited, onLimit } = props
  const counts = useMemo(() => view && groupCounts(view.judged.outcomes), [view])
  const codes = useMemo(() => (view ? codesOf(view.judged.outcomes) : []), [view])
  return (
    <section className={classes.side} aria-label="Sample tickets" inert={props.hidden} data-pane="list">
      <div className={classes.top}>
        {head}
        <SampleStrips
          sample={actions.sample}
          reading={actions.reading}
          onStop={actions.stop}
          onDismiss={actions.dismiss}
          transfer={actions.transfer}
          onDismissTransfer={actions.dismissTransfer}
        />
        {view && counts && (
          <Counts
            flow={view.sample.flow}
            counts={counts}
            chosen={criteria.group}
            onChoose={(group) => onCriteria({ ...criteria, group })}
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
            onLimit={onLimit}
            sinceLast={news.sinceLast}
            onSinceLast={news.setSinceLast}
          />
        )}
        <TicketFilter
          text={criteria.text}
          onText={(text) => onCriteria({ ...criteria, text })}
          code={criteria.code}
          onCode={(code) => onCriteria({ ...criteria, code })}
          codes={codes}
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
        <Listed {...props} view={view} arrangement={arrangement} />
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
