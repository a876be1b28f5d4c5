// The outcome of a comparison: what reached somebody it should not first, then what differs, is missing or may be several.
import { IconCircleCheck, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { ticketLink } from '../../../shared/connection/ticketLink.ts'
import { effectiveOrganisation } from '../../../shared/findings/connectionRules.ts'
import type { Verification } from '../../../shared/preview/verify/verify.ts'
import { differenceWords } from '../../../shared/preview/verify/verifyWords.ts'
import {
  isLeak,
  type VerifyResult,
  type VerifyRow,
  leakCount,
} from '../../../shared/preview/verify/verifyResult.ts'
import type { HeldSample } from '../../preview/previewFront.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { OpenHead } from '../../ui/screen/FoldHead.tsx'
import { Notice } from '../../ui/Notice.tsx'
import classes from './Verify.module.css'
import { VerifyGroups } from './VerifyGroups.tsx'

/** As many numbers of tickets stand in one line. */
const mostExtra = 100

type VerifyResultProps = { verification: Verification; result: VerifyResult; sample: HeldSample }

/** Each leak with the address where it can be taken back, for whoever does that. */
function leaksWithLinks({ relationship }: Verification, rows: readonly VerifyRow[]): string {
  const organisation = effectiveOrganisation(relationship)
  return rows
    .flatMap(({ key, ticket, differences }) =>
      differences
        .filter(isLeak)
        .map(({ code, item }) =>
          [key, differenceWords[code], item, ticket === null ? null : ticketLink(organisation, ticket)]
            .filter((part) => part !== null)
            .join(' · '),
        ),
    )
    .join('\n')
}

export function VerifyResultView({ verification, result, sample }: VerifyResultProps) {
  const { rows, extra, summary } = result
  const titles = useMemo(() => new Map(sample.entries.map(({ key, title }) => [key, title])), [sample])
  const leaks = leakCount(result)
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
          action={
            <CopyButton
              label="Copy with links"
              name="Copy with links"
              text={() => leaksWithLinks(verification, rows)}
            />
          }
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
      <VerifyGroups verification={verification} rows={rows} titles={titles} />
      {extra.length > 0 && (
        <section className={classes.group} data-group="extra" aria-label="Extra">
          <OpenHead title="Extra" Icon={IconPlus}>
            {extra.length}
          </OpenHead>
          <p className={classes.line}>
            Tickets that no row of the sample matches: {extra.slice(0, mostExtra).join(', ')}
            {extra.length > mostExtra && ` and ${extra.length - mostExtra} more`}
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
