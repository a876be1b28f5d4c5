// The preview of the open relationship: every ticket of the sample with its verdict, and the chosen one in full.
import { Box } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import type { Reference } from '../../shared/reference/lookup.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import { arrangeTickets, type Criteria, noCriteria, stepLine, ticketOf } from './list/arrangeTickets.ts'
import { changedPositions } from './judging/comparison.ts'
import { groupsOf } from './judging/groups.ts'
import { createNames } from './ticket/requests/recordNames.ts'
import classes from './Preview.module.css'
import { PreviewHead } from './PreviewHead.tsx'
import { PreviewSide } from './PreviewSide.tsx'
import { type SampleDialog, SampleDialogs } from './sample/dialogs/SampleDialogs.tsx'
import { Splitter } from '../ui/Splitter.tsx'
import type { ChangeInForm } from './ticket/ticketChange.ts'
import { usePreviewPanes } from './usePreviewPanes.ts'
import { SampleMenu } from './sample/SampleMenu.tsx'
import { SelectedTicket } from './ticket/SelectedTicket.tsx'
import type { JudgedWith } from './judging/judgingSession.ts'
import { useJudged } from './judging/useJudged.ts'
import { useUnsavedNews } from './useUnsavedNews.ts'
import { useNotRead } from './sample/useNotRead.ts'
import { usePreviewState } from './usePreviewState.ts'
import { startOf } from './sample/useReading.ts'
import { sampleDrop } from './sample/sampleDrop.ts'
import { useSampleActions } from './sample/useSampleActions.ts'

type PreviewPanelProps = {
  /** The draft as it counts. */
  relationship: Relationship
  /** The saved revision as it counts, null before the first. */
  saved: Relationship | null
  reference: Reference | null
  target: ApiTarget
  /** What the form changed last, null while nothing is unsaved. */
  lastChange: ChangeInForm | null
}

const underway = 'Another sample is on its way.'

/** Why the sample in use is not offered to be kept. */
function whyNotKept({ sample, transfer }: ReturnType<typeof useSampleActions>): string | null {
  if (transfer.state === 'moving') return underway
  if (sample.origin.kind === 'library') return 'The sample library is always at hand.'
  return sample.entries.length === 0 ? 'The sample holds no tickets.' : null
}

export function PreviewPanel(props: PreviewPanelProps) {
  const { relationship, saved, reference, target, lastChange } = props
  const open = usePreviewState(relationship)
  const { box, beside, covered, list, enter, close, back, splitter } = usePreviewPanes()
  const [dialog, setDialog] = useState<SampleDialog | null>(null)
  const [criteria, setCriteria] = useState<Criteria>(noCriteria)
  const [limited, setLimited] = useState(false)
  const showAll = () => {
    setCriteria(noCriteria)
    setLimited(false)
    close()
  }
  const actions = useSampleActions({ relationship, saved, reference, target, open, onReplaced: showAll })
  const moving = actions.transfer.state === 'moving'
  const notRead = useNotRead(relationship, target, actions.reading?.running ?? false)

  const since = startOf(open.since)
  const settings: JudgedWith = useMemo(
    () => ({ relationship, reference, since }),
    [relationship, reference, since],
  )
  const { view, updating, failed } = useJudged(actions.sample, settings)
  const news = useUnsavedNews({ view, samples: actions.samples, saved, lastChange })
  const { changes } = news
  // Typing into the search comes before searching.
  const sought = useDeferredValue(criteria)
  const arrangement = useMemo(() => {
    if (!view) return null
    const { entries, flow } = view.sample
    const only = limited && changes && changes.size > 0 ? changedPositions(entries, changes) : null
    return arrangeTickets(groupsOf[flow], entries, view.judged.outcomes, sought, only)
  }, [view, sought, limited, changes])
  const names = useMemo(() => createNames(relationship, reference), [relationship, reference])

  // Beside the list there is always a ticket to show: the first one until another is chosen.
  const first = arrangement && ticketOf(arrangement.lines[stepLine(arrangement, -1, 1)])
  const selected = open.selected ?? (beside ? (first ?? null) : null)
  const stepBy = (by: 1 | -1) => {
    if (!arrangement) return
    const line = selected === null ? -1 : arrangement.lines.indexOf(selected)
    open.select(ticketOf(arrangement.lines[stepLine(arrangement, line, by)]) ?? selected)
  }

  return (
    <Box
      ref={box}
      className={classes.panel ?? ''}
      data-preview
      {...sampleDrop(!moving, (file) => void actions.importFile(file))}
      data-beside={beside || undefined}
      __vars={{ '--list': `${list}px` }}
    >
      <PreviewSide
        hidden={covered}
        head={
          <PreviewHead
            flow={open.flow}
            onFlow={(flow) => {
              open.setFlow(flow)
              showAll()
            }}
            otherChanges={news.otherChanges}
            since={open.since}
            onSince={open.setSince}
          >
            <SampleMenu
              origin={actions.sample.origin}
              notRead={notRead}
              notImported={moving ? underway : null}
              onRead={() => setDialog('read')}
              onFile={(file) => void actions.importFile(file)}
              onType={() => setDialog('type')}
              onLibrary={actions.useLibrary}
              notKept={whyNotKept(actions)}
              onKeep={() => setDialog('keep')}
              onKept={() => setDialog('kept')}
            />
          </PreviewHead>
        }
        actions={actions}
        view={view}
        updating={updating}
        failed={failed}
        arrangement={arrangement}
        criteria={criteria}
        onCriteria={setCriteria}
        news={news}
        limited={limited}
        onLimit={setLimited}
        selected={selected}
        onSelect={open.select}
        onOpen={(index, byKey) => {
          open.select(index)
          enter(byKey)
        }}
      />
      {beside && <Splitter {...splitter} />}
      {(beside || covered) && (
        <SelectedTicket
          view={view}
          updating={updating}
          index={selected}
          arrangement={arrangement}
          comparison={news.comparison}
          changes={changes}
          lastChange={lastChange}
          onBack={beside ? null : back}
          onStep={stepBy}
          tab={open.tab}
          onTab={open.setTab}
          names={names}
          relationship={relationship}
        />
      )}
      <SampleDialogs
        open={dialog}
        onClose={() => setDialog(null)}
        actions={actions}
        relationship={relationship}
        reference={reference}
        target={target}
        flow={open.flow}
        since={open.since}
        notLoaded={moving ? underway : null}
      />
    </Box>
  )
}
