// Which ticket of how many one looks at, and the way to the one above and the one below.
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { formatCount } from '../words/counts.ts'
import classes from './PlaceSteps.module.css'

type PlaceStepsProps = {
  /** From 1; 0 when it is not among those listed. */
  at: number
  of: number
  onStep: (by: 1 | -1) => void
}

export const PlaceSteps = ({ at, of, onStep }: PlaceStepsProps) => (
  <span className={classes.steps}>
    <span className={classes.place}>
      {at > 0 ? `${formatCount(at)} of ${formatCount(of)}` : 'not in the list'}
    </span>
    <ActionIcon variant="subtle" color="gray" aria-label="Ticket above" onClick={() => onStep(-1)}>
      <IconChevronUp size={18} aria-hidden />
    </ActionIcon>
    <ActionIcon variant="subtle" color="gray" aria-label="Ticket below" onClick={() => onStep(1)}>
      <IconChevronDown size={18} aria-hidden />
    </ActionIcon>
  </span>
)
