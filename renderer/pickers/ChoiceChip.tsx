// One of several choices inside a picker, with its own way out and a mark when ConnectWise no longer offers it.
import { IconX } from '@tabler/icons-react'
import classes from './Picker.module.css'

type ChoiceChipProps = { label: string; trouble: string | null; onRemove: () => void }

export function ChoiceChip({ label, trouble, onRemove }: ChoiceChipProps) {
  return (
    <span className={classes.chip} data-warn={trouble ?? undefined}>
      <bdi>{label}</bdi>
      {trouble && <small>{trouble}</small>}
      <button type="button" aria-label={`Remove ${label}`} onClick={onRemove}>
        <IconX size={12} aria-hidden />
      </button>
    </span>
  )
}
