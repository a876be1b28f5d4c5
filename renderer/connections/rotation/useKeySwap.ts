// New keys beside the saved ones: typed, compared, and taken into use.
import { schemaResolver, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import { useChange } from '../../state/queries.ts'
import { askBeforeLoss } from '../../ui/behaviour/askOnce.ts'
import { useLiveReason } from '../connectionTest/useLiveReason.ts'
import { keepTestOfSavedKey, rememberTest } from '../connectionTest/useTest.ts'
import {
  areAccepted,
  comparisonOf,
  emptyKeys,
  isRehearsed,
  isRunning,
  type NewKeys,
  newKeysSchema,
  verdictOf,
} from './rehearsal.ts'
import { useRehearsal } from './useRehearsal.ts'

export type KeySwapProps = {
  connection: ConnectionView
  needs: Needs
  /** Whether something is typed that leaving would lose. */
  onTyped: (typed: boolean) => void
  onSwapped: (connection: ConnectionView) => void
}

export type NewKeysForm = ReturnType<typeof useKeySwap>['form']

export function useKeySwap({ connection, needs, onTyped, onSwapped }: KeySwapProps) {
  const { rehearsal, compare, stop } = useRehearsal(connection)
  /** What was compared; anything else that is typed or chosen now was not. */
  const [compared, setCompared] = useState<{ keys: NewKeys; needs: Needs } | null>(null)
  const swap = useChange('connections:rotate')
  const waits = useLiveReason(connection.site, false)
  const form = useForm<NewKeys>({
    initialValues: emptyKeys(connection),
    validate: schemaResolver(newKeysSchema, { sync: true }),
  })
  const typed = form.values.publicKey !== '' || form.values.privateKey !== ''
  useEffect(() => onTyped(typed), [typed, onTyped])
  useEffect(() => () => onTyped(false), [onTyped])

  const running = isRunning(rehearsal)
  const current = compared !== null && compared.keys === form.values && compared.needs === needs
  const complete = isRehearsed(rehearsal) && current
  const swappable = complete && areAccepted(rehearsal)
  const verdict = verdictOf(rehearsal, comparisonOf(rehearsal))
  const loses = verdict.kind === 'warning'
  const begin = form.onSubmit((keys) => {
    setCompared({ keys: form.values, needs })
    void compare(keys, needs)
  })
  const start = () => {
    if (!running && waits === null) begin()
  }
  const take = () =>
    swap.mutate(
      { id: connection.id, ...form.values },
      {
        onSuccess: (saved) => {
          // Forgets what was sent, the private key above all.
          swap.reset()
          const target = { connectionId: saved.id, overrideOf: null }
          if (rehearsal.fresh) rememberTest(target, rehearsal.fresh)
          keepTestOfSavedKey(target, form.values.privateKey.trim(), saved.keyId)
          notifications.show({
            message: `${saved.name} uses the new keys. The former private key is no longer on this computer.`,
          })
          onSwapped(saved)
        },
      },
    )
  const askTake = () => {
    if (!loses) return take()
    askBeforeLoss({
      title: 'Swap, although rights would be lost?',
      text: `${verdict.title} The saved private key cannot be brought back.`,
      confirm: 'Swap all the same',
      cancel: 'Do not swap',
      onConfirm: take,
    })
  }
  return {
    form,
    rehearsal,
    running,
    current,
    complete,
    swappable,
    loses,
    waits,
    start,
    stop,
    swap,
    take: askTake,
  }
}
