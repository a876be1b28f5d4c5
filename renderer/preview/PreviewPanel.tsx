// The preview of the open relationship: every ticket of the sample with its verdict, and the chosen one in full.
import { Box } from '@mantine/core'
import { memo, type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { holdTypingUntilFocus } from '../state/kept/typedAhead.ts'
import { Splitter } from '../ui/Splitter.tsx'
import { BehindFormContext } from './judging/Updating.tsx'
import classes from './Preview.module.css'
import { PreviewHead } from './PreviewHead.tsx'
import { PreviewSide } from './PreviewSide.tsx'
import { SampleDialogs } from './sample/dialogs/SampleDialogs.tsx'
import { sampleDrop, useSamplePaste } from './sample/sampleDrop.ts'
import { type SampleDialog, SampleMenu } from './sample/SampleMenu.tsx'
import { useNotRead } from './sample/useNotRead.ts'
import { createNames } from './ticket/requests/recordNames.ts'
import { SelectedTicket } from './ticket/SelectedTicket.tsx'
import { type PreviewModel, type PreviewPanelProps, usePreview } from './usePreview.ts'

/** Drawn after the form: it answers at once, and the next change of it interrupts this. */
export function PreviewPanel({
  relationship,
  saved,
  reference,
  target,
  lastChange,
  instead,
}: PreviewPanelProps) {
  const inForm = useMemo(
    () => ({ relationship, saved, reference, target, lastChange, instead }),
    [relationship, saved, reference, target, lastChange, instead],
  )
  const shown = useDeferredValue(inForm)
  return (
    <BehindFormContext value={shown !== inForm}>
      <Preview {...shown} />
    </BehindFormContext>
  )
}

const Preview = memo(function Preview(props: PreviewPanelProps) {
  const { relationship, reference, target, instead } = props
  const preview = usePreview(props)
  const { open, panes, actions } = preview
  const { box, beside, list } = panes
  const [dialog, setDialog] = useState<SampleDialog | null>(null)
  const openDialog = (next: SampleDialog) => {
    holdTypingUntilFocus()
    setDialog(next)
  }
  const notRead = useNotRead(relationship, target, actions.reading?.running ?? false)
  const takeFile = (file: File) => {
    instead?.onSample()
    void actions.importFile(file)
  }
  const isFree = actions.underway === null
  useSamplePaste(box, isFree, takeFile)
  return (
    <Box
      ref={box}
      className={classes.panel ?? ''}
      data-preview
      {...sampleDrop(isFree, takeFile)}
      data-beside={(beside && !instead) || undefined}
      __vars={{ '--list': `${list}px` }}
    >
      {instead?.shown ?? (
        <ListAndTicket {...props} preview={preview}>
          <SampleMenu actions={actions} notRead={notRead} onDialog={openDialog} />
        </ListAndTicket>
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
      />
    </Box>
  )
})

/** `children`: where the sample is chosen. */
type ListAndTicketProps = PreviewPanelProps & { preview: PreviewModel; children: ReactNode }

function ListAndTicket(props: ListAndTicketProps) {
  const { relationship, reference, lastChange, preview, children } = props
  const { open, panes, view, updating, news } = preview
  const { beside, covered } = panes
  const names = useMemo(() => createNames(relationship, reference), [relationship, reference])
  return (
    <>
      <PreviewSide
        preview={preview}
        head={
          <PreviewHead
            flow={open.flow}
            onFlow={(flow) => {
              open.setFlow(flow)
              preview.showAll()
            }}
            otherChanges={news.otherChanges}
            since={open.since}
            onSince={open.setSince}
          >
            {children}
          </PreviewHead>
        }
      />
      {beside && <Splitter {...panes.splitter} />}
      {(beside || covered) && (
        <SelectedTicket
          view={view}
          updating={updating}
          index={preview.selected}
          arrangement={preview.arrangement}
          comparison={news.comparison}
          changes={news.changes}
          lastChange={lastChange}
          onBack={beside ? null : panes.back}
          onStep={preview.stepBy}
          tab={open.tab}
          onTab={open.setTab}
          names={names}
          relationship={relationship}
        />
      )}
    </>
  )
}
