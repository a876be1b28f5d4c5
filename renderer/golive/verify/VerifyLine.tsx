// One compared ticket as a line of the list beside which it stands whole: its title, what is the matter, its numbers.
import type { VerifyRow } from '../../../shared/preview/verify/verifyResult.ts'
import { differenceWords, remarkWords, verifyStateWords } from '../../../shared/preview/verify/verifyWords.ts'
import classes from './Verify.module.css'

type VerifyLineProps = {
  row: VerifyRow
  title: string
  isAccepted: boolean
  isShown: boolean
  onShow: () => void
}

/** What is to be known before it is looked at. */
function matterOf({ state, differences, remarks }: VerifyRow): string {
  if (differences.length > 0)
    return [...new Set(differences.map(({ code }) => differenceWords[code]))].join(' · ')
  return remarks[0] && state === 'as-expected' ? remarkWords[remarks[0]] : verifyStateWords[state]
}

export const VerifyLine = ({ row, title, isAccepted, isShown, onShow }: VerifyLineProps) => (
  <li>
    <button
      type="button"
      className={classes.entry}
      data-line
      aria-current={isShown || undefined}
      onClick={onShow}
    >
      <span className={classes.entryLine}>
        <bdi className={classes.entryTitle} title={title}>
          {title}
        </bdi>
        <bdi className={classes.entryKey}>{row.key}</bdi>
      </span>
      <span className={classes.entryLine}>
        <span className={classes.entryMatter}>
          {isAccepted && 'Accepted · '}
          {matterOf(row)}
        </span>
        <span className={classes.entryKey}>{row.ticket ?? 'none'}</span>
      </span>
    </button>
  </li>
)
