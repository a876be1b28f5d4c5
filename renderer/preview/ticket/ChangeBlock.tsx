// What the last change of the form did to the ticket looked at: before and after, until the next change.
import { IconArrowRight } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { itemVerdictWords, verdictWords } from '../../../shared/preview/words/previewWords.ts'
import { Chip } from '../../ui/Chip.tsx'
import { countOf, plural } from '../../../shared/text/counts.ts'
import { kindWords, readerWords } from '../list/comparisonWords.ts'
import classes from './ChangeBlock.module.css'
import { codeWords } from '../list/codeWords.ts'
import { createNames, type Names, referredId } from './requests/recordNames.ts'
import { type ChangeInForm, isUnchanged, type TicketChange, type ValueChange } from './ticketChange.ts'

export type ShownChange = TicketChange & ChangeInForm

const Arrow = () => <IconArrowRight size={13} className={classes.arrow} aria-label="then" />

/** What something was, and the arrow to what it is now. */
export const BeforeChip = ({ children }: { children: ReactNode }) => (
  <>
    <span className={classes.was}>{children}</span>
    <Arrow />
  </>
)

function valueWords({ kind }: ValueChange, value: unknown, names: Names): string {
  if (value === undefined) return 'not set'
  const id = referredId(value)
  if (kind !== null && id !== null) return names(kind, id)?.name ?? `#${id}`
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** What a value was and is; two records of one name are told apart by their ids. */
function valuePair(change: ValueChange, names: Names): [before: string, after: string] {
  const [before, after] = [valueWords(change, change.before, names), valueWords(change, change.after, names)]
  const [old, now] = [referredId(change.before), referredId(change.after)]
  return before === after && old !== now ? [`${before} (${old})`, `${after} (${now})`] : [before, after]
}

export function ChangeBlock({ change, names }: { change: ShownChange; names: Names }) {
  // What was chosen before may be in no list of the page any more.
  const namesBefore = useMemo(() => createNames(change.before, null), [change.before])
  const named: Names = (kind, id) => names(kind, id) ?? namesBefore(kind, id)
  const { title, was, verdict, parts, readers, values, requests, changedRequests, came, went } = change
  return (
    <section className={classes.block} aria-label="What the last change did">
      <p className={classes.head}>
        <b>
          <bdi>{title}</bdi>
        </b>
        <span>since the last change, not saved yet</span>
        {was && (
          <span className={classes.saved}>
            was <bdi>{was}</bdi>
          </span>
        )}
      </p>
      {isUnchanged(change) ? (
        <p>Nothing changes for this ticket.</p>
      ) : (
        <ul className={classes.lines}>
          {verdict && (
            <li>
              <BeforeChip>{verdictWords[verdict.before].short}</BeforeChip>
              <Chip tone={verdict.after === 'fail' ? 'err' : verdict.after === 'skip' ? 'info' : 'ok'}>
                {verdictWords[verdict.after].short}
              </Chip>
            </li>
          )}
          {parts.map(({ kind, count, from, to }) => (
            <li key={`${kind} ${from}`}>
              <b>{countOf(count, ...kindWords[kind])}</b>
              <BeforeChip>{itemVerdictWords[from].short}</BeforeChip>
              <Chip tone={to === 'send' ? 'ok' : 'info'}>{itemVerdictWords[to].short}</Chip>
            </li>
          ))}
          {readerWords(readers).map((words) => (
            <li key={words}>{words}</li>
          ))}
          {values.map((value) => {
            const [before, after] = valuePair(value, named)
            return (
              <li key={value.member}>
                <span className={classes.member}>{value.member}</span>
                <bdi className={classes.value}>{before}</bdi>
                <Arrow />
                <bdi className={classes.value}>
                  <b>{after}</b>
                </bdi>
              </li>
            )
          })}
          {!requests && changedRequests.size > 0 && (
            <li>{`${countOf(changedRequests.size, 'request')} ${plural(changedRequests.size, 'reads', 'read')} otherwise`}</li>
          )}
          {requests && (
            <li>
              Requests {requests.before} <Arrow /> <b>{requests.after}</b>
            </li>
          )}
          {came.length > 0 && <li>Now: {came.map((code) => codeWords(code).short).join(' · ')}</li>}
          {went.length > 0 && <li>No longer: {went.map((code) => codeWords(code).short).join(' · ')}</li>}
        </ul>
      )}
    </section>
  )
}
