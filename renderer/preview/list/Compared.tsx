// The strip about the unsaved changes: what newly arrives or leaves in each flow, and a switch to see just those tickets.
import { VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { useRested } from './useRested.ts'
import { type NewsSentence, newsText } from './comparisonWords.ts'
import classes from './Compared.module.css'
import { flowLabels } from '../judging/groups.ts'
import { Segments } from '../../ui/screen/Segments.tsx'

export type FlowNews = { flow: Flow; news: readonly NewsSentence[] }

type ComparedProps = {
  /** What was changed, in words. */
  title: string
  state: 'ready' | 'asked' | 'open'
  /** This flow first; the other one where something changes there. null while nothing is compared. */
  flows: readonly FlowNews[] | null
  onAsk: () => void
  /** Only changed tickets are listed; null where none is. */
  limited: boolean | null
  onLimit: (limited: boolean) => void
  /** Compared with what stood before the last change instead of with what is saved; null where that is the same. */
  sinceLast: boolean | null
  onSinceLast: (sinceLast: boolean) => void
}

const textOf = ({ flow, news }: FlowNews): string =>
  `${flowLabels[flow]}: ${news.length === 0 ? 'nothing changes for these tickets.' : newsText(news)}`

export function Compared(props: ComparedProps) {
  const { title, state, flows, onAsk, limited, onLimit, sinceLast, onSinceLast } = props
  const choice = useId()
  const spoken = useRested(flows && state === 'ready' ? [`${title}.`, ...flows.map(textOf)].join(' ') : '')
  return (
    <section className={classes.strip} aria-label="What the unsaved changes do">
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
      <p className={classes.head}>
        <b className={classes.title}>
          <bdi>{title}</bdi>
        </b>
        {limited !== null && (
          <LinkButton aria-pressed={limited} onClick={() => onLimit(!limited)}>
            {limited ? 'Show all' : 'Only changed tickets'}
          </LinkButton>
        )}
      </p>
      {flows ? (
        <dl className={classes.flows} data-stale={state === 'asked' || undefined}>
          {flows.map(({ flow, news }) => (
            <div key={flow}>
              <dt>{flowLabels[flow]}</dt>
              <dd>
                {news.length === 0 && 'Nothing changes for these tickets.'}
                {news.map(({ strong, to, rest }) => (
                  <span key={`${strong}${rest}`}>
                    {strong && <b>{strong}</b>}
                    {to && (
                      <>
                        {' '}
                        to <bdi>{to}</bdi>
                      </>
                    )}
                    {rest}.{' '}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>
          Not yet compared with what is saved.{' '}
          <LinkButton disabled={state === 'asked'} onClick={onAsk}>
            {state === 'asked' ? 'Comparing…' : 'Compare with saved'}
          </LinkButton>
        </p>
      )}
      {sinceLast !== null && (
        <div className={classes.foot}>
          <span id={choice}>Since</span>
          <Segments
            small
            aria-labelledby={choice}
            data={[
              { value: 'saved', label: 'the last save' },
              { value: 'last', label: 'the last change' },
            ]}
            value={sinceLast ? 'last' : 'saved'}
            onChange={(value) => onSinceLast(value === 'last')}
          />
        </div>
      )}
    </section>
  )
}
