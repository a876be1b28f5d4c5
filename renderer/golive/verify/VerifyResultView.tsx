// The outcome of a comparison: what reached somebody it should not first, then what differs, is missing or may be several.
import { IconCircleCheck, IconPlus } from '@tabler/icons-react'
import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Verification } from '../../../shared/preview/verify/verify.ts'
import { leaksTitle, readersUnknown } from '../../../shared/preview/verify/verifyWords.ts'
import { leakCount, unreadCount, type VerifyResult } from '../../../shared/preview/verify/verifyResult.ts'
import type { HeldSample } from '../../preview/previewFront.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { OpenHead } from '../../ui/screen/FoldHead.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Acceptance } from './acceptance.tsx'
import { leaksText, resultText } from './resultText.ts'
import classes from './Verify.module.css'
import { VerifyGroups } from './VerifyGroups.tsx'

/** As many numbers of tickets stand in one line. */
const mostExtra = 100

type VerifyResultProps = {
  verification: Verification
  result: VerifyResult
  sample: HeldSample
  acceptance: Acceptance | null
}

export function VerifyResultView({ verification, result, sample, acceptance }: VerifyResultProps) {
  const { rows, extra, summary } = result
  const titles = useMemo(() => new Map(sample.entries.map(({ key, title }) => [key, title])), [sample])
  const [isWhole, setWhole] = useState(false)
  const leaks = leakCount(result)
  const unknown = readersUnknown({ unread: unreadCount(result, verification.sample.flow), summary })
  const counts = [
    ['Differs', summary.differs],
    ['Missing', summary.missing],
    ['Ambiguous', summary.ambiguous],
    ['Extra', summary.extra],
    ['As expected', summary['as-expected']],
  ] as const
  const shown = (
    <div className={classes.result}>
      {leaks > 0 ? (
        <Notice
          kind="error"
          role="alert"
          action={
            <CopyButton
              label="Copy with links"
              name="Copy with links"
              text={() => leaksText(verification, rows)}
            />
          }
          title={leaksTitle(leaks)}
        >
          Take them back in ConnectWise first, then look for the cause. Syncwright never writes.
        </Notice>
      ) : (
        unknown === null && (
          <p className={classes.calm}>
            <IconCircleCheck size={15} aria-hidden /> No text reached anybody it should not.
          </p>
        )
      )}
      {unknown !== null && <Notice kind="warning">{unknown}</Notice>}
      <div className={classes.foot}>
        <dl className={classes.counts} aria-label="Outcome">
          {counts.map(([name, count]) => (
            <div key={name} data-none={count === 0 || undefined}>
              <dd>{count}</dd>
              <dt>{name}</dt>
            </div>
          ))}
        </dl>
        <LinkButton onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Back to Go live' : 'Show in the whole window'}
        </LinkButton>
      </div>
      <VerifyGroups
        verification={verification}
        rows={rows}
        titles={titles}
        acceptance={acceptance}
        extra={extra.length > 0 && <Extra tickets={extra} />}
      />
      <div className={classes.foot}>
        <CopyButton
          label="Copy the result"
          name="Copy the result"
          text={() => resultText(verification, result, titles)}
        />
        <CopyButton
          label="Copy as JSON"
          name="Copy the result as JSON"
          text={() => JSON.stringify(result, null, 2)}
        />
      </div>
    </div>
  )
  if (!isWhole) return shown
  return (
    <Modal
      opened
      fullScreen
      title={<bdi>{`Verify · ${verification.relationship.contractName}`}</bdi>}
      onClose={() => setWhole(false)}
    >
      {shown}
    </Modal>
  )
}

const Extra = ({ tickets }: { tickets: readonly number[] }) => (
  <section className={classes.group} data-group="extra" aria-label="Extra">
    <OpenHead title="Extra" Icon={IconPlus}>
      {tickets.length}
    </OpenHead>
    <p className={classes.line}>
      Tickets that no row of the sample matches: {tickets.slice(0, mostExtra).join(', ')}
      {tickets.length > mostExtra && ` and ${tickets.length - mostExtra} more`}
    </p>
  </section>
)
