// What the menu of a ticket in the list offers: to see it in full, to copy from it, to see only tickets of the same kind.
import { IconCopy, IconEye, IconFilter } from '@tabler/icons-react'
import { sayCopied } from '../../ui/behaviour/copyText.ts'
import type { MenuEntry } from '../../ui/screen/ContextMenu.tsx'
import type { Entry } from '../judging/entries.ts'
import type { TicketOutcome } from '../judging/outcomes.ts'
import { codeWords } from './codeWords.ts'

const mostCodes = 3

export function ticketMenu(
  { key, title }: Entry,
  { reasons, warnings }: TicketOutcome,
  onOpen: () => void,
  onCode: (code: string) => void,
): MenuEntry[] {
  return [
    { label: 'Show in full', icon: <IconEye size={16} />, run: onOpen },
    { label: 'Copy its key', icon: <IconCopy size={16} />, run: () => sayCopied('The key', key) },
    { label: 'Copy its title', icon: <IconCopy size={16} />, run: () => sayCopied('The title', title) },
    ...[...reasons, ...warnings].slice(0, mostCodes).map((code) => ({
      label: `Only: ${codeWords(code).short}`,
      icon: <IconFilter size={16} />,
      run: () => onCode(code),
    })),
  ]
}
