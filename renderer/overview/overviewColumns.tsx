// The columns of the overview: title, width, what a row shows, and which leave first when it gets narrow.
import {
  IconAlertTriangle,
  IconArrowDownLeft,
  IconArrowUpRight,
  IconCheck,
  IconEye,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { commentTypeOptions } from '../../shared/relationship/fields.ts'
import { Chip } from '../ui/Chip.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { readinessOf, staleWords } from '../ui/words/readinessWords.ts'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { fullTime, relativeTime } from '../ui/words/time.ts'
import type { OverviewSort } from './arrangeOverview.ts'
import classes from './Overview.module.css'
import { roleWords } from '../../shared/relationship/roles.ts'

export type OverviewColumn = {
  key: string
  title: string
  /** Clicking its head sorts by it. */
  sort: OverviewSort | null
  /** As in `grid-template-columns`, with the least width in pixels beside it. */
  width: string
  least: number
  /** The higher, the earlier it leaves; 0 stays. */
  leaves: number
  cell: (row: RelationshipSummary, open: () => void) => ReactNode
}

const grey = (text: string): ReactNode => <span className={classes.grey}>{text}</span>
const nameOr = (name: string | null, without: string): ReactNode =>
  name === null ? grey(without) : <bdi>{name}</bdi>

const stateCell = ({ readiness }: RelationshipSummary): ReactNode => {
  const { kind, word } = readinessOf(readiness)
  return (
    <span className={classes.line} title={readiness.stale > 0 ? staleWords(readiness.stale) : undefined}>
      <SeverityIcon kind={kind} />
      {word}
    </span>
  )
}

const commentCell = ({ commentTypes }: RelationshipSummary): ReactNode => {
  const others = commentTypes
    .filter((type) => type !== 'internal')
    .map((type) => commentTypeOptions[type].label)
  if (commentTypes.length === 0) return grey('not chosen')
  return (
    <span
      className={classes.line}
      title={commentTypes.map((type) => commentTypeOptions[type].label).join(', ')}
    >
      {commentTypes.includes('internal') && (
        <Chip tone="warn" icon={<IconEye size={13} aria-hidden />}>
          Internal
        </Chip>
      )}
      <span className={classes.types}>{others.join(', ')}</span>
    </span>
  )
}

export const overviewColumns: readonly OverviewColumn[] = [
  {
    key: 'contractName',
    title: 'Relationship',
    sort: 'contractName',
    width: 'minmax(150px, 1.8fr)',
    least: 150,
    leaves: 0,
    cell: ({ contractName }, open) => (
      <LinkButton plain title={contractName} onClick={open}>
        <bdi>{contractName}</bdi>
      </LinkButton>
    ),
  },
  {
    key: 'partner',
    title: 'Partner',
    sort: 'partner',
    width: 'minmax(100px, 1fr)',
    least: 110,
    leaves: 8,
    cell: ({ partner }) => <bdi>{partner}</bdi>,
  },
  {
    key: 'state',
    title: 'State',
    sort: 'state',
    width: '158px',
    least: 158,
    leaves: 0,
    cell: stateCell,
  },
  {
    key: 'role',
    title: 'Role',
    sort: 'role',
    width: '86px',
    least: 86,
    leaves: 0,
    cell: ({ role }) => (
      <span className={classes.line}>
        {role === 'target' ? (
          <IconArrowDownLeft size={14} color="var(--sw-accent-text)" aria-hidden />
        ) : (
          <IconArrowUpRight size={14} color="var(--sw-accent-text)" aria-hidden />
        )}
        {roleWords[role]}
      </span>
    ),
  },
  {
    key: 'company',
    title: 'Company',
    sort: 'company',
    width: 'minmax(100px, 1fr)',
    least: 110,
    leaves: 6,
    cell: ({ company }) => nameOr(company, 'not chosen'),
  },
  {
    key: 'landsOn',
    title: 'Tickets land on',
    sort: 'landsOn',
    width: 'minmax(140px, 1.2fr)',
    least: 140,
    leaves: 3,
    cell: ({ landsOn, boards }) => (
      <>
        {nameOr(landsOn, 'not chosen')}
        {boards > 1 && grey(`, ${boards} boards`)}
      </>
    ),
  },
  {
    key: 'owner',
    title: 'Owner',
    sort: 'owner',
    width: 'minmax(90px, 1fr)',
    least: 100,
    leaves: 5,
    cell: ({ owner }) => nameOr(owner, 'none'),
  },
  {
    key: 'commentTypes',
    title: 'Comment types',
    sort: 'internalNotes',
    width: 'minmax(120px, 1.6fr)',
    least: 120,
    leaves: 2,
    cell: commentCell,
  },
  {
    key: 'reverseSync',
    title: 'Reverse',
    sort: null,
    width: '66px',
    least: 66,
    leaves: 7,
    cell: ({ reverseSync }) => (reverseSync === null ? grey('–') : reverseSync ? 'On' : grey('Off')),
  },
  {
    key: 'goLive',
    title: 'Go live',
    sort: 'goLive',
    width: '84px',
    least: 84,
    leaves: 4,
    cell: ({ goLive }) =>
      goLive === 'live' ? (
        <span className={classes.line}>
          <IconCheck size={14} color="var(--sw-ok)" aria-hidden /> Live
        </span>
      ) : goLive === 'to check' ? (
        <span className={classes.line}>
          <IconAlertTriangle size={14} color="var(--sw-warn)" aria-hidden /> To check
        </span>
      ) : (
        // What the app finds out by itself may be done already: nobody has entered anything.
        grey(goLive === 'not begun' ? 'Not entered' : `${goLive[0]?.toUpperCase()}${goLive.slice(1)}`)
      ),
  },
  {
    key: 'savedAt',
    title: 'Last change',
    sort: 'savedAt',
    width: 'minmax(128px, max-content)',
    least: 150,
    leaves: 1,
    cell: ({ savedAt, savedBy }) => (
      <span title={fullTime(savedAt)} className="tabular">
        {relativeTime(savedAt)} {grey(savedBy)}
      </span>
    ),
  },
]

const gap = 12
/** The menu of a row, and what lies beside the first and the last column. */
const chrome = 28 + 24 + 2

/** The columns that fit into a width, in their order; the ones people miss least leave first. */
export function columnsFor(width: number): readonly OverviewColumn[] {
  let room = overviewColumns.reduce((sum, { least }) => sum + least + gap, chrome) - width
  const gone = new Set<string>()
  for (const column of overviewColumns.toSorted((one, other) => other.leaves - one.leaves)) {
    if (room <= 0 || column.leaves === 0) break
    gone.add(column.key)
    room -= column.least + gap
  }
  return overviewColumns.filter(({ key }) => !gone.has(key))
}
