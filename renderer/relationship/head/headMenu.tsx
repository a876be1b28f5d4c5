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
import type { MenuEntry } from '../../ui/screen/ContextMenu.tsx'

export type SheetFormat = 'html' | 'markdown' | 'pdf'

type Does = {
  rename: () => void
  switchRole: () => void
  compare: () => void
  /** null where it has no sandbox. */
  compareWithOrigin: (() => void) | null
  move: () => void
  duplicate: () => void
  saveAsTemplate: () => void
  bundle: () => void
  writeSheet: (format: SheetFormat) => void
  remove: () => void
}

export const headMenu = (does: Does): MenuEntry[] => [
  { label: 'Rename…', icon: <IconPencil size={16} />, keys: 'F2', run: does.rename },
  { label: 'Switch role', icon: <IconArrowsExchange size={16} />, run: does.switchRole },
  { label: 'Compare', icon: <IconArrowsDiff size={16} />, run: does.compare },
  ...(does.compareWithOrigin
    ? [
        {
          label: 'Compare with its sandbox',
          icon: <IconArrowsDiff size={16} />,
          run: does.compareWithOrigin,
        },
      ]
    : []),
  { label: 'Move to another connection', icon: <IconPlugConnected size={16} />, run: does.move },
  { label: 'Duplicate', icon: <IconCopyPlus size={16} />, run: does.duplicate },
  { label: 'Save as a template', icon: <IconTemplate size={16} />, run: does.saveAsTemplate },
  { label: 'Field bundle', icon: <IconPackageExport size={16} />, run: does.bundle },
  { label: 'Handover sheet', icon: <IconPrinter size={16} />, run: () => does.writeSheet('html') },
  {
    label: 'Handover sheet as PDF',
    icon: <IconFileTypePdf size={16} />,
    run: () => does.writeSheet('pdf'),
  },
  {
    label: 'Handover sheet as Markdown',
    icon: <IconMarkdown size={16} />,
    run: () => does.writeSheet('markdown'),
  },
  { label: 'Delete relationship', icon: <IconTrash size={16} />, danger: true, run: does.remove },
]
