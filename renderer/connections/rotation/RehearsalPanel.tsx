// The key rotation rehearsal: type new keys, test them beside the saved ones, see the difference, then swap or keep.
import { Button, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import { problemOf, useChange } from '../../state/queries.ts'
import { askBeforeLoss } from '../../ui/behaviour/askOnce.ts'
import { Field } from '../../ui/Field.tsx'
import { PrivateKeyInput } from '../../ui/screen/PrivateKeyInput.tsx'
import { heardOf } from '../../state/callProgress.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { runningStage } from '../connectionTest/testRun.ts'
import { relativeTime } from '../../ui/words/time.ts'
import { usePasted } from '../../ui/usePasted.ts'
import { MemoryNotice } from '../form/PrivateKeyField.tsx'
import {
  areAccepted,
  emptyKeys,
  isRehearsed,
  isRunning,
  type NewKeys,
  newKeysSchema,
  comparisonOf,
  verdictOf,
} from './rehearsal.ts'
import { RehearsalResult } from './RehearsalResult.tsx'
import classes from './RehearsalPanel.module.css'
import { useLiveReason } from '../connectionTest/useLiveReason.ts'
import { useRehearsal } from './useRehearsal.ts'
import { keepTestOfSavedKey, rememberTest } from '../connectionTest/useTest.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

type RehearsalPanelProps = {
  connection: ConnectionView
  needs: Needs
  /** Whether something is typed that leaving would lose. */
  onTyped: (typed: boolean) => void
  onSwapped: (connection: ConnectionView) => void
  onClose: () => void
  /** The choice of rights to look for. */
  children: ReactNode
}

const pastedFields = ['publicKey', 'privateKey', 'clientId'] as const

const fields = [
  { name: 'publicKey', label: 'New public key', help: 'From the API keys of the API member.' },
  { name: 'privateKey', label: 'New private key', help: 'ConnectWise shows it only once.' },
  { name: 'clientId', label: 'New client ID', help: 'The saved one, unless the integration changes too.' },
] as const

export function RehearsalPanel({ connection, needs, onTyped, ...props }: RehearsalPanelProps) {
  const { rehearsal, compare, stop } = useRehearsal(connection)
  /** What was compared; anything else that is typed or chosen now was not. */
  const [compared, setCompared] = useState<{ keys: NewKeys; needs: Needs } | null>(null)
  const swap = useChange('connections:rotate')
  const waits = useLiveReason(connection.site, false)
  const form = useForm<NewKeys>({
    initialValues: emptyKeys(connection),
    validate: schemaResolver(newKeysSchema, { sync: true }),
  })
  const pasted = usePasted({
    fields: pastedFields,
    values: form.values,
    setValues: (values) => form.setValues(values),
  })
  const typed = form.values.publicKey !== '' || form.values.privateKey !== ''
  useEffect(() => onTyped(typed), [typed, onTyped])
  useEffect(() => () => onTyped(false), [onTyped])

  const running = isRunning(rehearsal)
  const tested = rehearsal.saved?.running ? rehearsal.saved : rehearsal.fresh
  const current = compared !== null && compared.keys === form.values && compared.needs === needs
  const complete = isRehearsed(rehearsal)
  const swappable = complete && current && areAccepted(rehearsal)
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
          props.onSwapped(saved)
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
  // The page around is a form of its own, which Enter must not save.
  const compareOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (event.target.type !== 'checkbox' && event.target.type !== 'radio') start()
  }

  return (
    <section className={classes.section} aria-label="Key rotation rehearsal" onKeyDown={compareOnEnter}>
      <header className={classes.head}>
        <h2>Key rotation rehearsal</h2>
        <p>
          Tests the saved keys and the new ones at {connection.site}, then shows what would change. Nothing is
          replaced before you swap.
        </p>
      </header>
      <div className={classes.fields}>
        {fields.map(({ name, label, help }, index) => {
          const problem = form.errors[name]
          const Control = name === 'privateKey' ? PrivateKeyInput : TextInput
          return (
            <Field
              key={name}
              label={label}
              required
              help={help}
              note={pasted.noteOf(name)}
              problems={[
                ...(typeof problem === 'string' ? [{ severity: 'error' as const, message: problem }] : []),
                ...pasted.oddIn(name, label.replace('New ', '')),
              ]}
            >
              {(ids) => (
                <Control
                  {...ids}
                  {...form.getInputProps(name)}
                  {...pasted.handlersOf(name)}
                  error={null}
                  autoFocus={index === 0}
                  autoComplete="off"
                  spellCheck={false}
                  readOnly={running || swap.isPending}
                  classNames={{ input: classes.mono ?? '' }}
                />
              )}
            </Field>
          )
        })}
        <MemoryNotice />
      </div>
      {props.children}
      <div className={classes.actions}>
        <p role="status">
          {waits ?? progressWords(rehearsal, current)}
          {tested?.running && <Waiting key={heardOf(tested.progress)} on={runningStage(tested)} />}
        </p>
        {running ? (
          <Button variant="default" onClick={stop}>
            Stop comparing
          </Button>
        ) : (
          <Button variant={swappable ? 'default' : 'filled'} disabled={waits !== null} onClick={start}>
            Compare
          </Button>
        )}
      </div>
      <RehearsalResult rehearsal={rehearsal} complete={complete && current}>
        <ErrorNotice
          title="Not swapped. The saved keys stay in use."
          problem={swap.error && problemOf(swap.error)}
        />
        <div className={classes.actions}>
          <p>{running ? '' : swapWords(complete && current, swappable)}</p>
          <div className={classes.choice}>
            <Button
              variant={swappable && loses ? 'filled' : 'default'}
              disabled={swap.isPending}
              onClick={props.onClose}
            >
              Keep the saved keys
            </Button>
            <Button
              variant={swappable && !loses ? 'filled' : 'default'}
              disabled={!swappable}
              loading={swap.isPending}
              onClick={askTake}
            >
              Swap to the new keys
            </Button>
          </div>
        </div>
      </RehearsalResult>
    </section>
  )
}

type Runs = ReturnType<typeof useRehearsal>['rehearsal']

/** One line about where the comparison stands. */
function progressWords({ saved, fresh }: Runs, current: boolean): string {
  if (!saved) return 'Both tests only read.'
  if (saved.running) return 'Testing the saved keys. A stage without an answer ends after 10 s.'
  if (fresh?.running) return 'Testing the new keys. A stage without an answer ends after 10 s.'
  if (!isRehearsed({ saved, fresh })) return 'Stopped. Nothing was replaced.'
  const when = `Compared ${relativeTime(saved.startedAt)}, reads only.`
  return current ? when : `${when} The values above were changed since: compare again.`
}

function swapWords(complete: boolean, swappable: boolean): string {
  if (swappable) return 'Swapping replaces both keys and the client ID at once.'
  return complete ? 'Keys that ConnectWise does not take cannot be swapped in.' : 'Compare first.'
}
