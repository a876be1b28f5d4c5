// How a refresh ended, in words: everything, only a part of it, or nothing and why.
import { Button, CloseButton } from '@mantine/core'
import type { CollectionName } from '../../../shared/reference/collectionNames.ts'
import type { AppError } from '../../../shared/result.ts'
import { Notice } from '../../ui/Notice.tsx'
import { partialWords, type RefreshRun } from './refreshRun.ts'
import { useRefresh } from './useRefresh.ts'

type RefreshOutcomeProps = {
  /** One that has ended. */
  run: RefreshRun
  /** Offered where the words stand above other work. */
  onDismiss?: () => void
}

type Outcome = {
  kind: 'ok' | 'info' | 'warning' | 'error'
  title: string
  words?: string
  /** The list that came shorter than before and can be taken. */
  shorter?: CollectionName
}

export function RefreshOutcome({ run, onDismiss }: RefreshOutcomeProps) {
  const { start } = useRefresh(run.about)
  const dismiss = onDismiss && <CloseButton size="sm" aria-label="Dismiss" onClick={onDismiss} />
  return outcomesOf(run).map(({ kind, title, words, shorter }) => (
    <Notice
      key={title}
      kind={kind}
      role={kind === 'ok' || kind === 'info' ? 'status' : 'alert'}
      title={title}
      action={
        <>
          {shorter && (
            <Button size="compact-sm" variant="default" onClick={() => start([shorter])}>
              Take the shorter list
            </Button>
          )}
          {dismiss}
        </>
      }
    >
      {words}
    </Notice>
  ))
}

/** Whether it left anything to be said beyond the new age of the lists. */
export const endedShort = (run: RefreshRun): boolean =>
  !run.running && outcomesOf(run).some(({ kind }) => kind !== 'ok')

/** These say themselves that nothing was read. */
const plain: readonly AppError['code'][] = ['connection-refused', 'timeout']

const failureTitle = ({ code, message }: AppError): string =>
  plain.includes(code) ? message : `The lists could not be read. ${message}`

function outcomesOf(run: RefreshRun): Outcome[] {
  const { error, result, stopped } = run
  if (error?.code === 'cancelled')
    return [{ kind: 'info', title: 'Stopped.', words: 'Nothing that was there before is lost.' }]
  if (error) {
    const words = `${error.next ?? ''} The lists that were there before are unchanged.`.trim()
    return [{ kind: 'error', title: failureTitle(error), words }]
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
    words: `${rest.map((name) => partialWords(run.progress, name, stopped)).join(' ')} Nothing that was there before is lost. Refresh again to read the rest.`,
  }
  return [
    ...explained.map(
      ({ collection, message, next, shorter }): Outcome => ({
        kind: 'warning',
        title: message,
        words: next,
        ...(shorter && { shorter: collection }),
      }),
    ),
    ...(rest.length > 0 ? [unread] : []),
  ]
}
