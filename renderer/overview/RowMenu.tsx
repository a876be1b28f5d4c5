// The menu of one relationship, in the overview and in the sidebar.
import {
  IconArrowsDiff,
  IconCopyPlus,
  IconDownload,
  IconExternalLink,
  IconPencil,
  IconTemplate,
  IconTrash,
} from '@tabler/icons-react'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { showCompare } from '../history/showCompare.ts'
import { useRelationshipActions } from '../relationship/head/useRelationshipActions.ts'
import { useNavigation } from '../state/navigation.tsx'
import { requestValue, useRelationships, useTemplates } from '../state/queries.ts'
import { useRename } from '../ui/keyboard/renaming.ts'
import type { MenuPlace } from '../ui/screen/menuPlace.ts'
import { ContextMenu } from '../ui/screen/ContextMenu.tsx'
import { type WriteOutcome, writeFor } from '../ui/screen/WrittenNotice.tsx'

type RowMenuProps = {
  relationship: RelationshipSummary
  place: MenuPlace
  onClose: () => void
  /** Where its screen can say what was written; without it nothing is offered that writes. */
  onWritten?: (outcome: WriteOutcome) => void
}

export default function RowMenu({ relationship, place, onClose, onWritten }: RowMenuProps) {
  const { go, goFromHere, setUnsaved, view } = useNavigation()
  const { id, contractName } = relationship
  const rename = useRename()
  const { duplicate, saveAsTemplate, remove } = useRelationshipActions(id, contractName)
  const comparable = (useRelationships().data?.length ?? 0) + (useTemplates().data?.length ?? 0) > 1
  const isOpen = view.name === 'relationship' && view.id === id
  // Whether it is ready stands in its row.
  const exportTo = (keep: (outcome: WriteOutcome) => void) =>
    writeFor(keep, 'Not exported', async () => {
      const written = await requestValue('files:export', { ids: [id] })
      return written && { ...written, verb: 'Exported' }
    })
  const removeIt = () => {
    if (!isOpen) return remove()
    const goOn = goFromHere()
    remove(() => {
      // Deleting was the answer to what happens with the draft; it is not asked again.
      setUnsaved(false)
      goOn({ name: 'start' })
    })
  }
  return (
    <ContextMenu
      place={place}
      onClose={onClose}
      entries={[
        {
          label: 'Open',
          icon: <IconExternalLink size={16} />,
          run: () => go({ name: 'relationship', id }),
        },
        { label: 'Rename…', icon: <IconPencil size={16} />, keys: 'F2', run: () => rename(id) },
        {
          label: 'Compare',
          icon: <IconArrowsDiff size={16} />,
          run: () => showCompare({ first: id }),
          disabled: !comparable,
        },
        ...(onWritten
          ? [{ label: 'Export', icon: <IconDownload size={16} />, run: () => void exportTo(onWritten) }]
          : []),
        { label: 'Duplicate', icon: <IconCopyPlus size={16} />, run: duplicate },
        { label: 'Save as a template', icon: <IconTemplate size={16} />, run: saveAsTemplate },
        { label: 'Delete relationship', icon: <IconTrash size={16} />, danger: true, run: removeIt },
      ]}
    />
  )
}
