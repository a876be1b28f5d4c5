// The sample at a glance: a count per group that also filters the list, a stacked bar, and the whole in one line.
import classes from './Counts.module.css'
import { type GroupId, groupsOf, summaryText } from '../judging/groups.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import { Updating } from '../judging/Updating.tsx'
import { GroupIcon } from './Verdict.tsx'
import { formatCount } from '../../../shared/text/counts.ts'

type CountsProps = {
  flow: Flow
  counts: Record<GroupId, number>
  /** The group the list is limited to. */
  chosen: GroupId | null
  onChoose: (group: GroupId | null) => void
  updating: boolean
}

export function Counts({ flow, counts, chosen, onChoose, updating }: CountsProps) {
  const groups = groupsOf[flow]
  return (
    <div className={classes.counts}>
      <div className={classes.cards}>
        {groups.map(({ id, label, short }) => (
          <button
            key={id}
            type="button"
            className={classes.card}
            data-empty={counts[id] === 0 || undefined}
            aria-pressed={chosen === id}
            title={chosen === id ? 'Show all tickets' : `Show only: ${label}`}
            onClick={() => onChoose(chosen === id ? null : id)}
          >
            <span className={classes.label}>
              <GroupIcon group={id} />
              {short}
            </span>{' '}
            <span className={classes.number}>{formatCount(counts[id])}</span>
          </button>
        ))}
      </div>
      <div className={classes.bar} aria-hidden>
        {groups.map(({ id, tone }) => (
          <span
            key={id}
            style={{ flexGrow: counts[id], background: `var(--sw-${tone})` }}
            data-empty={counts[id] === 0 || undefined}
          />
        ))}
      </div>
      <p className={classes.summary}>
        {summaryText(flow, counts)}
        <Updating when={updating} className={classes.updating}>
          {' · updating…'}
        </Updating>
      </p>
    </div>
  )
}
