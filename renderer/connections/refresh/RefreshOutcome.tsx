// How a refresh ended, in words: everything, only a part of it, or nothing and why.
import { CloseButton } from '@mantine/core'
import { Notice } from '../../ui/Notice.tsx'
import { partialWords, type RefreshRun } from './refreshRun.ts'

type RefreshOutcomeProps = {
  /** One that has ended. */
  run: RefreshRun
  /** Offered where the words stand above other work. */
  onDismiss?: () => void
}

type Outcome = { kind: 'ok' | 'info' | 'warning' | 'error'; title: string; words?: string }

export function RefreshOutcome({ run, onDismiss }: RefreshOutcomeProps) {
  const dismiss = onDismiss && <CloseButton size="sm" aria-label="Dismiss" onClick={onDismiss} />
  return outcomesOf(run).map(({ kind, title, words }) => (
    <Notice
      key={title}
      kind={kind}
      role={kind === 'ok' || kind === 'info' ? 'status' : 'alert'}
      title={title}
      action={dismiss}
    >
      {words}
    </Notice>
  ))
}

/** Whether it left anything to be said beyond the new age of the lists. */
export const endedShort = (run: RefreshRun): boolean =>
  !run.running && outcomesOf(run).some(({ kind }) => kind !== 'ok')

function outcomesOf(run: RefreshRun): Outcome[] {
  const { error, result, stopped } = run
  if (error?.code === 'cancelled')
    return [{ kind: 'info', title: 'Stopped.', words: 'Nothing that was there before is lost.' }]
  if (error) {
    const words = `${error.next ?? ''} The lists that were there before are unchanged.`.trim()
    return [{ kind: 'error', title: error.message, words }]
  }
  if (!result) return []
  const { partial, problems } = result
  if (partial.length === 0 && problems.length === 0) return [{ kind: 'ok', title: 'Everything was read.' }]
  // Once stopped, the reason is the same for every collection: said once, with the numbers.
  const explained = stopped ? [] : problems
  const rest = partial.filter((name) => !explained.some(({ collection }) => collection === name))
  const unread: Outcome = {
    kind: 'warning',
    title: stopped ? 'Stopped before the end.' : 'Not everything was read.',
    words: `${rest.map((name) => partialWords(run, name)).join(' ')} Nothing that was there before is lost. Refresh again to read the rest.`,
  }
  return [
    ...explained.map(({ message, next }): Outcome => ({ kind: 'warning', title: message, words: next })),
    ...(rest.length > 0 ? [unread] : []),
  ]
}
