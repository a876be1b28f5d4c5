// Offers unsaved changes that outlived a crash, a shutdown or a reload: in the form itself, and on every other screen.
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { KeptDraft } from '../../shared/ipc/areas/draftCalls.ts'
import { forgetDraft, offerDraft, useKeptDrafts } from '../state/draftKeeper.ts'
import { useNavigation } from '../state/navigation.tsx'
import { useRelationships } from '../state/queries.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { sayDiscarded, sayWithUndo } from '../ui/behaviour/undoNotice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { relativeTime } from '../ui/words/time.ts'
import type { DraftForm } from '../settings/settingsFront.ts'

type OfferProps = { kept: KeptDraft; onGoOn: () => void; onDiscard: () => void; children: React.ReactNode }

function Offer({ kept, onGoOn, onDiscard, children }: OfferProps) {
  return (
    <Notice
      kind="info"
      role="status"
      title={`Unsaved changes from ${relativeTime(kept.keptAt)}`}
      action={
        <>
          <Button size="xs" variant="default" onClick={onDiscard}>
            Discard
          </Button>
          <Button size="xs" variant="default" onClick={onGoOn}>
            Go on
          </Button>
        </>
      }
    >
      {children}
    </Notice>
  )
}

/** Those a person has gone on with: they are not asked about again. */
const acceptedDrafts = windowState<readonly string[]>([])
const useAccepted = () => useWindowState(acceptedDrafts)

/** Above the form: shown until the changes are saved or given up, or a person goes on with them. */
export function KeptDraftNotice({ kept, form }: { kept: KeptDraft | undefined; form: DraftForm }) {
  const [offered, end] = useState(kept)
  const [accepted, accept] = useAccepted()
  // Saved or given up: what is changed afterwards is something else.
  if (offered && !form.dirty) end(undefined)
  if (!offered || !form.dirty || accepted.includes(offered.id)) return null
  const moved = offered.baseRevision !== form.base.revision.number
  return (
    <Offer
      kept={offered}
      onDiscard={() => sayDiscarded(form.changed.size + form.changedHead.length, form.discard())}
      onGoOn={() => accept((before) => [...before, offered.id])}
    >
      They are in the form below and not saved.
      {moved &&
        ` They were made upon revision ${offered.baseRevision}; revision ${form.base.revision.number} was saved since, so look at what differs before you save.`}
      {offered.keyTyped && ' The private key of the override has to be typed again.'}
    </Offer>
  )
}

/** On every screen but their own. */
export function KeptDraftStrip() {
  const { view, go } = useNavigation()
  const drafts = useKeptDrafts().data ?? []
  const relationships = useRelationships().data ?? []
  const [accepted, accept] = useAccepted()
  const open = view.name === 'relationship' ? view.id : null
  return drafts
    .filter(({ id }) => id !== open && !accepted.includes(id))
    .map((kept) => (
      <Offer
        key={kept.id}
        kept={kept}
        onDiscard={() => {
          forgetDraft(kept.id)
          sayWithUndo('Unsaved changes discarded.', { undo: () => offerDraft(kept) })
        }}
        onGoOn={() => {
          accept((before) => [...before, kept.id])
          go({ name: 'relationship', id: kept.id })
        }}
      >
        <bdi>{relationships.find(({ id }) => id === kept.id)?.contractName ?? kept.draft.contractName}</bdi>
        {' was being edited when Syncwright ended.'}
      </Offer>
    ))
}
