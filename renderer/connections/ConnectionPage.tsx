// One connection: its form at the left; its test, its permissions and its reference data at the right.
import { Button } from '@mantine/core'
import { askBeforeLoss } from '../ui/behaviour/askOnce.ts'
import { useState } from 'react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { useWritten, WrittenNotice } from '../ui/screen/WrittenNotice.tsx'
import { EnvironmentBand, Pane } from '../ui/screen/Pane.tsx'
import { useUnsaved } from '../state/navigation.tsx'
import { problemOf, useConnections, useRelationships } from '../state/queries.ts'
import { useLayer } from '../ui/behaviour/layers.ts'
import { useShortcuts } from '../ui/behaviour/shortcuts.ts'
import { Key } from '../ui/Key.tsx'
import { Message } from '../ui/Message.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { ConnectionFields } from './form/ConnectionFields.tsx'
import classes from './ConnectionForm.module.css'
import { credentialsOf, environmentOf, typedKeyOf } from './form/connectionForm.ts'
import { useConnectionForm } from './useConnectionForm.ts'
import { ConnectionSide } from './ConnectionSide.tsx'
import { ConnectionConflict } from './form/ConnectionConflict.tsx'
import { ConnectionTitle } from './form/ConnectionTitle.tsx'
import type { TestRun } from './connectionTest/testRun.ts'
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
  const uses = (useRelationships().data ?? []).filter(({ connectionId }) => connectionId === connection?.id)
  const [run, setRun] = useState<TestRun | null>(null)
  const { form, comesBack, base, dirty, round, moved, saving, problem, submit, cancel, adoptKeys, settle } =
    useConnectionForm(connection, run)
  const [written, setWritten] = useWritten(`connection ${connection?.id ?? ''}`)
  const [typedKeys, setTypedKeys] = useState(false)
  useUnsaved(dirty || typedKeys)
  const credentials = credentialsOf(form.values)
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
  const savable = dirty && !saving && !connection?.demo
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
            <ConnectionConflict base={base} saved={connection} form={form} onSettled={settle} />
          )}
          {comesBack && (
            <Notice kind="info" role="status" title="This was typed before the window closed">
              Keys are not kept while they are typed: enter them again.
            </Notice>
          )}
          {problem?.code !== 'conflict' && <ErrorNotice title="Not saved" problem={problem} />}
          <ConnectionFields
            key={round}
            form={form}
            connection={connection}
            testedBaseUrl={baseUrlOf(run, credentials)}
          />
        </div>
        <aside className={classes.side} aria-label="Lists, test and keys">
          <ConnectionSide
            connection={connection}
            uses={uses}
            credentials={credentials}
            privateKey={typedKeyOf(form.values)}
            target={connection && { connectionId: connection.id, overrideOf: null }}
            onRun={setRun}
            onBegin={() => void form.validate()}
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
            {(dirty || typedKeys) && <i className={classes.dot} aria-hidden />}
            {dirty ? 'Unsaved changes' : typedKeys ? 'New keys are typed, not swapped' : 'No unsaved changes'}
          </div>
          <Button
            variant="default"
            disabled={connection !== null && !dirty}
            rightSection={<Key>Esc</Key>}
            onClick={cancel}
          >
            Cancel
          </Button>
          <Button type="submit" disabled={!dirty} loading={saving} rightSection={<Key dark>Ctrl S</Key>}>
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
