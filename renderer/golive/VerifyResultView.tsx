// The outcome of a comparison: what reached somebody it should not first, then what differs, is missing or may be several.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconPlus,
  IconQuestionMark,
  type TablerIcon,
} from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { differenceWords, remarkWords } from '../../shared/preview/verify/verifyWords.ts'
import { isLeak, type VerifyResult, type VerifyRow } from '../../shared/preview/verify/verifyResult.ts'
import type { Sample } from '../preview/previewFront.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import classes from './Verify.module.css'

type GroupId = 'leaks' | 'differs' | 'missing' | 'ambiguous' | 'as-expected'

const groups: readonly { id: GroupId; title: string; Icon: TablerIcon }[] = [
  { id: 'leaks', title: 'Reached somebody it should not', Icon: IconCircleX },
  { id: 'differs', title: 'Differs', Icon: IconAlertTriangle },
  { id: 'missing', title: 'Missing', Icon: IconCircleMinus },
  { id: 'ambiguous', title: 'Ambiguous', Icon: IconQuestionMark },
  { id: 'as-expected', title: 'As expected', Icon: IconCircleCheck },
]

const groupOf = ({ state, differences }: VerifyRow): GroupId => (differences.some(isLeak) ? 'leaks' : state)

const lines: Record<'missing' | 'ambiguous', string> = {
  missing: 'No ticket with this key or title was found.',
  ambiguous: 'More than one ticket, or more than one row, may be meant.',
}

/** As many rows of a group are shown at once. */
const firstRows = 50

function Row({ row, title }: { row: VerifyRow; title: string }) {
  const { key, ticket, state, differences, remarks } = row
  return (
    <li className={classes.row}>
      <p className={classes.title}>
        <bdi title={title}>{title}</bdi>
        <span className={classes.ids}>
          <bdi>{key}</bdi>
          {ticket !== null && ` → ${ticket}`}
        </span>
      </p>
      {(state === 'missing' || state === 'ambiguous') && <p className={classes.line}>{lines[state]}</p>}
      {differences.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Expected</th>
              <th scope="col">Actual</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference, index) => (
              <tr key={`${index} ${difference.code}`} data-leak={isLeak(difference) || undefined}>
                <th scope="row">
                  {differenceWords[difference.code]}
                  {difference.item !== null && <bdi>{difference.item}</bdi>}
                  <code>{difference.code}</code>
                </th>
                <td>
                  <bdi>{difference.expected ?? 'nothing'}</bdi>
                </td>
                <td>
                  <bdi>{difference.actual ?? 'nothing'}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {remarks.map((remark) => (
        <p key={remark} className={classes.line}>
          {remarkWords[remark]}
        </p>
      ))}
    </li>
  )
}

type GroupProps = {
  group: (typeof groups)[number]
  rows: readonly VerifyRow[]
  titles: ReadonlyMap<string, string>
}

function Group({ group: { id, title, Icon }, rows, titles }: GroupProps) {
  const [open, setOpen] = useState(id !== 'as-expected')
  const [shown, setShown] = useState(firstRows)
  if (rows.length === 0) return null
  return (
    <section className={classes.group} data-group={id} aria-label={title}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon size={15} aria-hidden />
        {title} <span>{rows.length}</span>
      </button>
      {open && (
        <ul>
          {rows.slice(0, shown).map((row, index) => (
            <Row key={`${index} ${row.key}`} row={row} title={titles.get(row.key) ?? row.key} />
          ))}
        </ul>
      )}
      {open && rows.length > shown && (
        <LinkButton onClick={() => setShown(shown + 500)}>{rows.length - shown} more</LinkButton>
      )}
    </section>
  )
}

export function VerifyResultView({ result, sample }: { result: VerifyResult; sample: Sample }) {
  const { rows, extra, summary } = result
  const titles = useMemo(() => new Map(sample.entries.map(({ key, title }) => [key, title])), [sample])
  const leaks = rows.reduce((sum, { differences }) => sum + differences.filter(isLeak).length, 0)
  const counts = [
    ['Differs', summary.differs],
    ['Missing', summary.missing],
    ['Ambiguous', summary.ambiguous],
    ['Extra', summary.extra],
    ['As expected', summary['as-expected']],
  ] as const
  return (
    <div className={classes.result}>
      {leaks > 0 ? (
        <Notice
          kind="error"
          role="alert"
          title={`${leaks} ${leaks === 1 ? 'text' : 'texts'} reached somebody ${leaks === 1 ? 'it' : 'they'} should not`}
        >
          Take them back in ConnectWise first, then look for the cause. Syncwright never writes.
        </Notice>
      ) : (
        <p className={classes.calm}>
          <IconCircleCheck size={15} aria-hidden /> No text reached anybody it should not.
        </p>
      )}
      <dl className={classes.counts} aria-label="Outcome">
        {counts.map(([name, count]) => (
          <div key={name} data-none={count === 0 || undefined}>
            <dd>{count}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      {groups.map((group) => (
        <Group
          key={group.id}
          group={group}
          rows={rows.filter((row) => groupOf(row) === group.id)}
          titles={titles}
        />
      ))}
      {extra.length > 0 && (
        <section className={classes.group} data-group="extra" aria-label="Extra">
          <h4>
            <IconPlus size={15} aria-hidden /> Extra <span>{extra.length}</span>
          </h4>
          <p className={classes.line}>
            Tickets that no row of the sample matches: {extra.slice(0, 20).join(', ')}
          </p>
        </section>
      )}
      <CopyButton
        label="Copy the result"
        name="Copy the result"
        text={() => JSON.stringify(result, null, 2)}
      />
    </div>
  )
}
