// The chosen ones of a multiple choice, each with its way out: arrows move between them, Delete removes.
import { IconX } from '@tabler/icons-react'
import type { KeyboardEvent, RefObject } from 'react'
import classes from './Picker.module.css'

/** `meta`: identifier and id; `trouble`: why it is not among the offered ones, in a word; null when all is well. */
export type Choice = { id: number; label: string; meta: string; trouble: string | null }

type ChoiceChipsProps = {
  chosen: readonly Choice[]
  onRemove: (id: number) => void
  /** Where the chips stand. */
  box: RefObject<HTMLElement | null>
  /** Takes the focus that a removed chip leaves behind. */
  input: RefObject<HTMLElement | null>
}

const chipsIn = (box: HTMLElement | null): HTMLElement[] => [
  ...(box?.querySelectorAll<HTMLElement>('[data-choice]') ?? []),
]

/** From the text box backwards. */
export const focusLastChip = (box: HTMLElement | null): void => chipsIn(box).at(-1)?.focus()

export function ChoiceChips({ chosen, onRemove, box, input }: ChoiceChipsProps) {
  const onKeyDown = (event: KeyboardEvent, index: number, id: number) => {
    const chips = chipsIn(box.current)
    const [before, after] = [chips[index - 1], chips[index + 1]]
    const remove = () => {
      const heir = after ?? before ?? input.current
      heir?.focus()
      onRemove(id)
    }
    const acts: Record<string, () => void> = {
      ArrowLeft: () => before?.focus(),
      ArrowRight: () => (after ?? input.current)?.focus(),
      Delete: remove,
      Backspace: remove,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  /** Two of one name are told apart by identifier and id. */
  const nameOf = ({ id, label, meta }: Choice): string =>
    chosen.some((other) => other.id !== id && other.label === label) ? `${label} · ${meta}` : label
  return chosen.map((choice, index) => {
    const { id, label, meta, trouble } = choice
    const name = nameOf(choice)
    return (
      <span key={id} className={classes.chip} data-warn={trouble ?? undefined}>
        <bdi title={`${label} · ${meta}`}>{name}</bdi>
        {trouble && <small>{trouble}</small>}
        <button
          type="button"
          data-choice
          aria-label={`Remove ${name}`}
          onClick={() => {
            input.current?.focus()
            onRemove(id)
          }}
          onKeyDown={(event) => onKeyDown(event, index, id)}
        >
          <IconX size={12} aria-hidden />
        </button>
      </span>
    )
  })
}
