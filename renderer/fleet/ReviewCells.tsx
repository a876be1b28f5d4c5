// One row of the review: whether it is replaced, what changes in which field, and how its findings change.
import { Checkbox } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ReviewRow } from '../../shared/ipc/areas/fleetCalls.ts'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { wordsBeside } from '../ui/words/settingWords.ts'
import { Chip } from '../ui/Chip.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import classes from './Fleet.module.css'
import { countWords, saidOf } from './reviewRows.ts'
import { roleWords } from '../../shared/relationship/roles.ts'
import { labelOfPlace } from '../../shared/relationship/fields.ts'

type ReviewCellsProps = {
  row: ReviewRow
  relationship: RelationshipSummary | undefined
  on: boolean
  onOpen: () => void
  onToggle: (on: boolean, event: Event) => void
}

const kindOf = ({ errors, warnings }: ReviewRow['before']) =>
  errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'ok'

function Counts({ counts }: { counts: ReviewRow['before'] }) {
  return (
    <span className={classes.counts}>
      <SeverityIcon kind={kindOf(counts)} size={14} /> {countWords(counts)}
    </span>
  )
}

export const reviewCells = ({ row, relationship, on, onOpen, onToggle }: ReviewCellsProps): ReactNode[] => {
  const name = relationship?.contractName ?? row.id
  const said = saidOf(row)
  return [
    <Checkbox
      key="on"
      size="xs"
      aria-label={`Replace in ${name}`}
      checked={on}
      disabled={row.unsaved}
      onChange={({ currentTarget, nativeEvent }) => onToggle(currentTarget.checked, nativeEvent)}
    />,
    <span key="name">
      <LinkButton plain title={name} onClick={onOpen}>
        <bdi>{name}</bdi>
      </LinkButton>
      <small>
        {roleWords[relationship?.role ?? 'target']} · <bdi>{relationship?.partner}</bdi>
      </small>
    </span>,
    <span key="fields">
      {row.changes.map(({ field, before, after }) => (
        <span key={field} className={classes.change}>
          <span>{labelOfPlace(field)}</span>
          <span title={`${wordsBeside(before, after)} → ${wordsBeside(after, before)}`}>
            <bdi>{wordsBeside(before, after)}</bdi> <IconArrowRight size={12} aria-label="becomes" />{' '}
            <b>
              <bdi>{wordsBeside(after, before)}</bdi>
            </b>
          </span>
        </span>
      ))}
    </span>,
    <span key="findings">
      <Counts counts={row.before} />
      {on && (
        <>
          {' '}
          <IconArrowRight size={12} aria-label="becomes" /> <Counts counts={row.after} />
        </>
      )}
      {said.length > 0 && <small title={said.join('\n')}>{said[0]}</small>}
    </span>,
    on ? (
      <Chip key="after" tone={row.after.ready ? 'ok' : 'err'}>
        {row.after.ready ? 'Ready' : 'Not ready'}
      </Chip>
    ) : (
      <Chip key="after" tone="info">
        Left out
      </Chip>
    ),
  ]
}
