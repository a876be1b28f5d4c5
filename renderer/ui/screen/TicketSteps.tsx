// Where a ticket stands among those listed, and the way to its neighbours.
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { formatCount } from '../../../shared/text/counts.ts'
import classes from './TicketSteps.module.css'

type TicketStepsProps = {
  /** Place among the listed tickets, from 1; 0 when the filter hides it. */
  place: { at: number; of: number }
  onStep: (by: 1 | -1) => void
}

export const TicketSteps = ({ place: { at, of }, onStep }: TicketStepsProps) => (
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
