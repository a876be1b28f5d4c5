// One connection: its form at the left; its test, its permissions and its reference data at the right.
import { Button } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { askBeforeLoss } from '../ui/behaviour/askOnce.ts'
import { type FormEvent, useState } from 'react'
import type { ApiTarget, ConnectionView } from '../../shared/connection/connection.ts'
import { useWritten, WrittenNotice } from '../ui/screen/WrittenNotice.tsx'
import { EnvironmentBand, Pane } from '../ui/screen/Pane.tsx'
import { useNavigation, useUnsaved } from '../state/navigation.tsx'
import { problemOf, readAgain, useChange, useConnections, useRelationships } from '../state/queries.ts'
import { useLayer } from '../ui/behaviour/layers.ts'
import { sayDiscarded, useDiscarded } from '../ui/behaviour/undoNotice.tsx'
import { useShortcuts } from '../ui/behaviour/shortcuts.ts'
import { Key } from '../ui/Key.tsx'
import { Message } from '../ui/Message.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { ConnectionFields } from './form/ConnectionFields.tsx'
import classes from './ConnectionForm.module.css'
import {
  changedIn,
  connectionFormSchema,
  type ConnectionFormValues,
  connectionValuesOf,
  credentialsOf,
  environmentOf,
  formValuesOf,
  typedKeyOf,
} from './form/connectionForm.ts'
import { ConnectionSide, keepNeeds } from './ConnectionSide.tsx'
import { ConnectionConflict } from './form/ConnectionConflict.tsx'
import { ConnectionTitle } from './form/ConnectionTitle.tsx'
import type { TestRun } from './connectionTest/testRun.ts'
import { keepTestOfSavedKey, rememberTest } from './connectionTest/useTest.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

/** The stored connection with this id, or with null the form for a new one. */
export default function ConnectionPage({ id }: { id: string | null }) {
  const connections = useConnections()
  if (id === null) return <ConnectionEditor connection={null} />
  const connection = connections.data?.find((each) => each.id === id)
  if (connection) return <ConnectionEditor connection={connection} />
  if (connections.isPending) return <Pane>{null}</Pane>
  const problem = connections.error && problemOf(connections.error)
  return (
    <Pane>
      <Message
        icon={<SeverityIcon kind="error" size={26} />}
        title={problem ? 'This connection cannot be opened' : 'This connection is gone'}
        role="alert"
      >
        {problem
          ? `${problem.message} ${problem.next ?? ''}`
          : 'It was deleted. The others are under Connections.'}
      </Message>
    </Pane>
  )
}

function ConnectionEditor({ connection }: { connection: ConnectionView | null }) {
  const { go, goFromHere, setUnsaved } = useNavigation()
  const uses = (useRelationships().data ?? []).filter(({ connectionId }) => connectionId === connection?.id)
  const save = useChange('connections:save')
  const [run, setRun] = useState<TestRun | null>(null)
  /** Counts saves and discards, after which the private key field starts afresh. */
  const [round, setRound] = useState(0)
  /** What the form was filled from; null for a new connection. */
  const [base, setBase] = useState(connection)
  const form = useForm<ConnectionFormValues>({
    initialValues: formValuesOf(connection),
    validate: schemaResolver(connectionFormSchema, { sync: true }),
  })
  const dirty = form.isDirty()
  const [written, setWritten] = useWritten(`connection ${connection?.id ?? ''}`)
  const [typedKeys, setTypedKeys] = useState(false)
  useUnsaved(dirty || typedKeys)
  const target: ApiTarget | null = connection && { connectionId: connection.id, overrideOf: null }
  const credentials = credentialsOf(form.values)

  const adopt = (values: ConnectionFormValues) => {
    form.setInitialValues(values)
    form.setValues(values)
    form.clearErrors()
    setRound(round + 1)
  }
  const store = (values: ConnectionFormValues) => {
    const goOn = goFromHere()
    save.mutate(
      {
        id: connection?.id ?? null,
        values: connectionValuesOf(values),
        baseRevision: base?.revision ?? null,
        privateKey: typedKeyOf(values),
      },
      {
        // Something else saved in between: reading it again brings up the question what to keep.
        onError: (error) => {
          const { code, message, next = '' } = problemOf(error)
          if (code === 'key-needed') form.setFieldError('privateKey', `${message} ${next}`)
          if (code === 'conflict') void readAgain('connections')
        },
        onSuccess: (saved) => {
          // Forgets what was sent, the private key above all.
          save.reset()
          adopt(formValuesOf(saved))
          setBase(saved)
          const of = { connectionId: saved.id, overrideOf: null }
          if (!connection && run && !run.running) rememberTest(of, run)
          keepTestOfSavedKey(of, typedKeyOf(values), saved.keyId)
          if (connection) return
          keepNeeds(saved.id)
          setUnsaved(false)
          goOn({ name: 'connection', id: saved.id })
        },
      },
    )
  }
  /** Takes the swapped keys into the form; what else was changed there stays unsaved. */
  const adoptKeys = (saved: ConnectionView) => {
    const { publicKey, privateKey, clientId } = formValuesOf(saved)
    setBase(saved)
    form.setInitialValues(formValuesOf(saved))
    form.setValues({ publicKey, privateKey, clientId })
    setRound(round + 1)
  }
  const submit = (event?: FormEvent<HTMLFormElement>) =>
    form.onSubmit(store, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())(event)
  const changes = dirty ? changedIn(form.values, formValuesOf(base)) : 0
  useDiscarded(changes)
  const cancel = () => {
    if (!connection) return go({ name: 'start' })
    const discarded = form.getValues()
    adopt(formValuesOf(connection))
    sayDiscarded(changes, () => {
      form.setValues(discarded)
      // A key that was typed stands in its field again.
      setRound(round + 2)
    })
  }
  // One key press must not throw work away: the button discards at once and can be undone, the key asks first.
  const askCancel = () => {
    if (!connection) return cancel()
    askBeforeLoss({
      title: 'Discard the unsaved changes?',
      text: 'The form goes back to the saved connection.',
      confirm: 'Discard changes',
      cancel: 'Keep editing',
      onConfirm: cancel,
    })
  }
  const moved = connection !== null && base !== null && connection.revision !== base.revision
  const savable = dirty && !save.isPending && !connection?.demo
  useShortcuts([['mod+S', () => savable && submit()]])
  useLayer(dirty, 'page', askCancel)

  return (
    <form className={classes.page} onSubmit={submit} noValidate>
      <EnvironmentBand
        environment={environmentOf(form.values)}
        words={
          connection
            ? `${connection.site} · company ${connection.companyId}`
            : 'This connection is not saved yet'
        }
        aside={connection?.demo ? 'Demo organisation' : undefined}
      />
      <div className={classes.panes}>
        <div className={classes.form}>
          <ConnectionTitle connection={connection} uses={uses} />
          {written && <WrittenNotice written={written} onDismiss={() => setWritten(null)} />}
          {connection && base && moved && dirty && (
            <ConnectionConflict
              base={base}
              saved={connection}
              form={form}
              onSettled={() => {
                save.reset()
                setBase(connection)
              }}
            />
          )}
          {save.error && problemOf(save.error).code !== 'conflict' && (
            <ErrorNotice title="Not saved" problem={problemOf(save.error)} />
          )}
          <ConnectionFields
            key={round}
            form={form}
            connection={connection}
            testedBaseUrl={baseUrlOf(run, credentials)}
          />
        </div>
        <aside className={classes.side}>
          <ConnectionSide
            connection={connection}
            uses={uses}
            credentials={credentials}
            privateKey={typedKeyOf(form.values)}
            target={target}
            onRun={setRun}
            onUseAddress={(site) => form.setFieldValue('site', site)}
            onTypedKeys={setTypedKeys}
            onSwapped={adoptKeys}
            onRestore={({ name, environment, site, companyId, clientId }) =>
              form.setValues({ name, environment, site, companyId, clientId })
            }
          />
        </aside>
      </div>
      {!connection?.demo && (
        <div className={classes.footer} data-pane="bar">
          <div className={classes.state} role="status">
            {dirty && <i className={classes.dot} aria-hidden />}
            {dirty ? 'Unsaved changes' : 'No unsaved changes'}
          </div>
          <Button
            variant="default"
            disabled={connection !== null && !dirty}
            rightSection={<Key>Esc</Key>}
            onClick={cancel}
          >
            Cancel
          </Button>
          <Button
            type="submit"
            disabled={!dirty}
            loading={save.isPending}
            rightSection={<Key dark>Ctrl S</Key>}
          >
            Save connection
          </Button>
        </div>
      )}
    </form>
  )
}

/** The base URL a test arrived at, while site and company are still those that were tested. */
function baseUrlOf(
  run: TestRun | null,
  { site, companyId }: ReturnType<typeof credentialsOf>,
): string | null {
  const same = run?.about.credentials.site === site && run.about.credentials.companyId === companyId
  return (same && run.result?.baseUrl) || null
}
