// What the menu of a relationship's head and the palette offer for it.
import {
  IconArrowsDiff,
  IconArrowsExchange,
  IconCopyPlus,
  IconFileTypePdf,
  IconMarkdown,
  IconPackageExport,
  IconPencil,
  IconPlugConnected,
  IconPrinter,
  IconTemplate,
  IconTrash,
} from '@tabler/icons-react'
import { showCompare } from '../../history/showCompare.ts'
import { holdTypingUntilFocus } from '../../state/kept/typedAhead.ts'
import { useNavigation } from '../../state/navigation.tsx'
import type { MenuEntry } from '../../ui/screen/ContextMenu.tsx'
import type { WorkspaceState } from '../workspace/useWorkspace.ts'
import { useRelationshipActions } from './useRelationshipActions.ts'

export type HeadDialog = 'rename' | 'role' | 'bundle'

export function useHeadMenu(
  { detail, form, files }: WorkspaceState,
  open: (dialog: HeadDialog) => void,
  move: () => void,
): MenuEntry[] {
  const { id, origin } = detail
  const { goFromHere, setUnsaved } = useNavigation()
  const { duplicate, saveAsTemplate, remove } = useRelationshipActions(id, form.draft.contractName)
  const removeAndLeave = () => {
    const goOn = goFromHere()
    remove(() => {
      // Deleting was the answer to what happens with the draft; it is not asked again.
      setUnsaved(false)
      goOn({ name: 'start' })
    })
  }
  const rename = () => {
    holdTypingUntilFocus()
    open('rename')
  }
  return [
    { label: 'Rename…', icon: <IconPencil size={16} />, keys: 'F2', run: rename },
    { label: 'Switch role', icon: <IconArrowsExchange size={16} />, run: () => open('role') },
    { label: 'Compare', icon: <IconArrowsDiff size={16} />, run: () => showCompare({ first: id }) },
    ...(origin
      ? [
          {
            label: 'Compare with its sandbox',
            icon: <IconArrowsDiff size={16} />,
            run: () => showCompare({ first: id, second: origin }),
          },
        ]
      : []),
    { label: 'Move to another connection', icon: <IconPlugConnected size={16} />, run: move },
    { label: 'Duplicate', icon: <IconCopyPlus size={16} />, run: duplicate },
    { label: 'Save as a template', icon: <IconTemplate size={16} />, run: saveAsTemplate },
    { label: 'Field bundle', icon: <IconPackageExport size={16} />, run: () => open('bundle') },
    { label: 'Handover sheet', icon: <IconPrinter size={16} />, run: () => files.writeSheet('html') },
    {
      label: 'Handover sheet as PDF',
      icon: <IconFileTypePdf size={16} />,
      run: () => files.writeSheet('pdf'),
    },
    {
      label: 'Handover sheet as Markdown',
      icon: <IconMarkdown size={16} />,
      run: () => files.writeSheet('markdown'),
    },
    { label: 'Delete relationship', icon: <IconTrash size={16} />, danger: true, run: removeAndLeave },
  ]
}
