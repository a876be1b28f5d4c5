// One ticket of a comparison: what differs, expected beside actual; below it, quietly, what came as expected.
import { IconCheck, IconChevronDown, IconChevronRight, IconClock } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { type VerifySide, verifySides } from '../../../shared/preview/verify/sides.ts'
import type { Verification } from '../../../shared/preview/verify/verify.ts'
import { isLeak, type VerifyRow } from '../../../shared/preview/verify/verifyResult.ts'
import {
  differenceWords,
  remarkWords,
  sidesInWords,
  verifyStateWords,
} from '../../../shared/preview/verify/verifyWords.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { relativeTime } from '../../ui/words/time.ts'
import { arrivedTicketLink } from './resultText.ts'
import classes from './Verify.module.css'

type VerifiedTicketProps = {
  row: VerifyRow
  index: number
  title: string
  verification: Verification
  /** The way to its neighbours, where it stands beside the list: then what came as expected is shown without asking. */
  steps?: ReactNode
  /** The tick for what came otherwise and is fine as it is. */
  accept: ReactNode
}

export function VerifiedTicket({ row, index, title, verification, steps, accept }: VerifiedTicketProps) {
  const { key, ticket, state, differences, remarks } = row
  const [open, setOpen] = useState(steps !== undefined)
  const link = arrivedTicketLink(verification, ticket)
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <>
      <div className={classes.head}>
        <p className={classes.title} title={title}>
          <bdi>{title}</bdi>
        </p>
        <p className={classes.ids}>
          <bdi>{key}</bdi>
          {ticket !== null && ` → ${ticket}`}
          {link !== null && <CopyButton label="Link" name={`Link to ticket ${ticket}`} text={() => link} />}
          {steps}
        </p>
      </div>
      {(state === 'missing' || state === 'ambiguous') && (
        <p className={classes.line}>{verifyStateWords[state]}</p>
      )}
      {differences.length > 0 && (
        <table className={classes.table} aria-label={`Differences in ${key}`}>
          <Head />
          <tbody>
            {differences.map((difference, place) => (
              <tr key={`${place} ${difference.code}`} data-leak={isLeak(difference) || undefined}>
                <th scope="row">
                  {differenceWords[difference.code]}
                  {difference.item !== null && <bdi>{difference.item}</bdi>}
                  <code>{difference.code}</code>
                </th>
                <td>
                  <bdi>{sidesInWords(difference).expected}</bdi>
                </td>
                <td>
                  <bdi>{sidesInWords(difference).actual}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {accept}
      {remarks.map((remark) => (
        <p key={remark} className={classes.line}>
          {remarkWords[remark]}
        </p>
      ))}
      {ticket !== null && (
        <button
          type="button"
          className={classes.whole}
          aria-expanded={open}
          aria-label={`As expected in ${key}`}
          onClick={() => setOpen(!open)}
        >
          <Chevron size={14} aria-hidden /> As expected
        </button>
      )}
      {open && ticket !== null && <Sides verification={verification} row={row} index={index} />}
    </>
  )
}

const Head = () => (
  <thead>
    <tr>
      <th scope="col">What</th>
      <th scope="col">Expected</th>
      <th scope="col">Actual</th>
    </tr>
  </thead>
)

function Sides({ verification, row, index }: Pick<VerifiedTicketProps, 'verification' | 'row' | 'index'>) {
  const sides = useMemo(() => verifySides(verification, index, row), [verification, index, row])
  if (sides.length === 0) return <p className={classes.line}>Nothing was expected of it.</p>
  return (
    <table className={classes.table} aria-label={`As expected in ${row.key}`} data-quiet>
      <Head />
      <tbody>
        {sides.map((side, place) => (
          <tr key={`${place} ${side.what}`}>
            <th scope="row">
              <bdi>{side.what}</bdi>
            </th>
            <td>
              <bdi>{side.expected}</bdi>
            </td>
            <td>
              <Actual side={side} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const words: Record<Exclude<VerifySide['state'], 'movedOn'>, string> = {
  same: 'same',
  notThere: 'not there',
  notRead: 'not read',
}

function Actual({ side: { state, now, since } }: { side: VerifySide }) {
  if (state !== 'movedOn')
    return (
      <span className={classes.same}>
        {words[state]} {state !== 'notRead' && <IconCheck size={14} aria-hidden />}
      </span>
    )
  return (
    <>
      <bdi>{now ?? 'nothing'}</bdi>{' '}
      <span className={classes.same}>
        {since !== null && `since ${relativeTime(since)}, `}moved on after it was created{' '}
        <IconClock size={14} aria-hidden />
      </span>
    </>
  )
}
