// One strip about the unsaved changes: what they would change against the saved revision, and a switch to see just that.
import type { Comparison } from '../../../shared/preview/compare.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import { comparisonText } from '../judging/comparison.ts'
import classes from '../Preview.module.css'
import { LinkButton } from '../../ui/LinkButton.tsx'

type ComparedProps = {
  flow: Flow
  state: 'same' | 'ready' | 'asked' | 'open'
  comparison: Comparison | null
  onAsk: () => void
  /** Only changed tickets are listed. */
  limited: boolean
  onLimit: (limited: boolean) => void
}

export function Compared({ flow, state, comparison, onAsk, limited, onLimit }: ComparedProps) {
  if (state === 'same') return null
  const changed = comparison !== null && comparison.verdicts.length + comparison.newlySent.length > 0
  return (
    <div className={classes.compared}>
      <span role="status">
        {comparison ? comparisonText(comparison, flow) : 'The unsaved changes are not yet compared.'}
        {comparison && state === 'asked' && ' · updating…'}
      </span>{' '}
      {!comparison && (
        <LinkButton disabled={state === 'asked'} onClick={onAsk}>
          {state === 'asked' ? 'Comparing…' : 'Compare with saved'}
        </LinkButton>
      )}
      {changed && (
        <LinkButton aria-pressed={limited} onClick={() => onLimit(!limited)}>
          {limited ? 'Show all tickets' : 'Show only these'}
        </LinkButton>
      )}
    </div>
  )
}
