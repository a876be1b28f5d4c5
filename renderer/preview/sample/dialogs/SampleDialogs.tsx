// The dialogs about samples: reading from ConnectWise, typing a ticket, the columns of a file, keeping the sample, and the kept ones.
import type { ApiTarget } from '../../../../shared/connection/connection.ts'
import type { Flow } from '../../../../shared/preview/result/previewResult.ts'
import type { Reference } from '../../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { boardsOf } from '../boardsOf.ts'
import type { SampleDialog } from '../SampleMenu.tsx'
import type { useSampleActions } from '../useSampleActions.ts'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import { KeepDialog } from './KeepDialog.tsx'
import { KeptDialog } from './KeptDialog.tsx'
import { ReadDialog } from './ReadDialog.tsx'
import { TypeDialog } from './TypeDialog.tsx'

type SampleDialogsProps = {
  open: SampleDialog | null
  onClose: () => void
  actions: ReturnType<typeof useSampleActions>
  relationship: Relationship
  reference: Reference | null
  target: ApiTarget
  flow: Flow
  since: string
}

export function SampleDialogs(props: SampleDialogsProps) {
  const { open, onClose, actions, relationship, reference, target, flow, since } = props
  return (
    <>
      <ReadDialog
        opened={open === 'read'}
        onClose={onClose}
        boards={boardsOf(relationship)}
        reference={reference}
        since={since}
        onRead={(choice) => void actions.start(choice)}
      />
      <TypeDialog
        opened={open === 'type'}
        onClose={onClose}
        flow={flow}
        typedBefore={actions.typedCount}
        onAdd={actions.addTyped}
      />
      <KeepDialog
        opened={open === 'keep'}
        onClose={onClose}
        sample={actions.sample}
        onKeep={(choice) =>
          void actions.keep(actions.sample, { ...choice, connectionId: target.connectionId })
        }
      />
      {actions.asked?.overview && (
        <ColumnsDialog
          fileName={actions.asked.name}
          overview={actions.asked.overview}
          onReread={actions.rereadAsked}
          onUse={actions.useColumns}
          onClose={actions.dropAsked}
        />
      )}
      <KeptDialog
        opened={open === 'kept'}
        onClose={onClose}
        connectionId={target.connectionId}
        notLoaded={actions.underway}
        onLoad={(kept) => void actions.load(kept)}
      />
    </>
  )
}
