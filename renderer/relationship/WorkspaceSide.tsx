// What stands beside the form of a relationship, with the steps of going live for its saved revision.
import { fittingReference } from '../../shared/findings/connectionRules.ts'
import { unjudgedCollections } from '../../shared/findings/unjudged.ts'
import { GoLivePanel } from '../golive/GoLivePanel.tsx'
import { askBeforeRestore } from './workspace/askFirst.ts'
import { RightPane } from './panes/RightPane.tsx'
import { openRightTab } from './panes/rightTabs.ts'
import type { WorkspaceState } from './workspace/useWorkspace.ts'

type WorkspaceSideProps = { workspace: WorkspaceState; onOpen: () => void; onClose: (() => void) | null }

export function WorkspaceSide({ workspace, onOpen, onClose }: WorkspaceSideProps) {
  const { detail, target, form, demo, waits, data, judged, reference, saving, files } = workspace
  const { saved, keys } = judged
  const revision = detail.revision.number
  return (
    <RightPane
      findings={judged.findings}
      unjudged={data.loading || data.lookingUp ? [] : unjudgedCollections(data.reference)}
      readiness={judged.readiness}
      choosing={judged.choosing}
      relationship={judged.relationship}
      saved={saved}
      reference={reference}
      target={target}
      lastChange={judged.lastChange}
      onOpen={onOpen}
      onClose={onClose}
      goLive={
        <GoLivePanel
          // Which keys were tested is told anew where they are others.
          key={`${target.connectionId} ${target.overrideOf}`}
          draft={detail.draft}
          saved={saved}
          revision={revision}
          dirty={form.dirty}
          findings={judged.savedFindings}
          reference={fittingReference(saved, data.reference)}
          target={target}
          keys={keys.saved}
          offline={waits}
          demo={demo}
          onPreview={() => openRightTab(detail.id, 'preview')}
          onHandover={() => files.writeSheet('html')}
        />
      }
      revision={revision}
      onRestore={(draft, number) =>
        askBeforeRestore(form.dirty, number, () => {
          form.replace(draft)
          saving.setNote(`Restored revision ${number}`)
        })
      }
    />
  )
}
