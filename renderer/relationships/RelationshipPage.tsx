// The workspace of one relationship: head, form and save bar in the centre, findings and preview at the right.
import { Button, Loader } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import type { ApiTarget, ConnectionView, Credentials, Needs } from '../../shared/connections/schema.ts'
import { overrideFacts } from '../../shared/findings/appFacts.ts'
import { fittingReference } from '../../shared/findings/connectionRules.ts'
import { find, isReady } from '../../shared/findings/find.ts'
import { unjudged } from '../../shared/findings/unjudged.ts'
import type { RelationshipDetail } from '../../shared/ipc/contract.ts'
import type { RelationshipDraft } from '../../shared/settings/draft.ts'
import { effective } from '../../shared/settings/effective.ts'
import { TestPanel } from '../connections/TestPanel.tsx'
import { isOutdated, type TestRun } from '../connections/testRun.ts'
import { EnvironmentBand, Pane } from '../frame/Pane.tsx'
import { useNavigation, useUnsaved } from '../navigation.tsx'
import {
  problemOf,
  queryClient,
  useChange,
  useConnections,
  useReference,
  useRelationship,
} from '../queries.ts'
import { SettingsForm } from '../settings/SettingsForm.tsx'
import { useDraft } from '../settings/useDraft.ts'
import { useReferenceData } from '../settings/useReferenceData.ts'
import { Message } from '../ui/Message.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { shortTime } from '../ui/time.ts'
import { askBeforeProduction } from './askFirst.tsx'
import { useNow } from '../ui/useNow.ts'
import { goToField } from './goToField.ts'
import { RelationshipHead } from './RelationshipHead.tsx'
import { RightPane } from './RightPane.tsx'
import { SaveBar } from './SaveBar.tsx'

/** Without what else the values carry: the test's input is strict. */
const credentialsOf = ({ site, companyId, publicKey, clientId }: Credentials): Credentials => ({
  site,
  companyId,
  publicKey,
  clientId,
})

/** What these settings need of ConnectWise, so that a test looks for just that. */
const needsOf = ({ role, settings }: RelationshipDraft): Needs => ({
  role,
  timeEntries: settings.timeEntries.sync,
  attachments: settings.syncAttachments,
  reverseSync: role === 'target' && settings.reverseSync.enabled,
})

/** Loads what the workspace needs; a damaged or missing relationship is said, not shown empty. */
export function RelationshipPage({ id }: { id: string }) {
  const relationship = useRelationship(id)
  const connections = useConnections()
  const problem = relationship.error ?? connections.error
  if (problem)
    return (
      <Pane>
        <Message
          icon={<SeverityIcon kind="error" size={26} />}
          title="This relationship cannot be opened"
          role="alert"
        >
          {problemOf(problem).message} {problemOf(problem).next}
        </Message>
      </Pane>
    )
  if (!relationship.data || !connections.data)
    return (
      <Pane>
        <Message icon={<Loader size={22} />} title="Opening" />
      </Pane>
    )
  const connection = connections.data.find((each) => each.id === relationship.data.draft.connectionId)
  if (!connection)
    return (
      <Pane>
        <Message icon={<SeverityIcon kind="error" size={26} />} title="Its connection is gone" role="alert">
          Import the relationship again, or connect to its ConnectWise once more.
        </Message>
      </Pane>
    )
  return <Workspace key={id} detail={relationship.data} connection={connection} />
}

function Workspace({ detail, connection }: { detail: RelationshipDetail; connection: ConnectionView }) {
  const { view } = useNavigation()
  const overridden = detail.draft.apiOverride.enabled
  const target = useMemo<ApiTarget>(
    () => ({ connectionId: connection.id, overrideOf: overridden ? detail.id : null }),
    [connection.id, detail.id, overridden],
  )
  const statuses = useReference(target).data?.collections.statuses ?? []
  const form = useDraft(detail, statuses)
  const data = useReferenceData(target, form.draft.settings)

  const { id } = detail
  const connectionRef = useMemo(() => {
    const { name, environment, site, companyId } = connection
    return { name, environment, site, companyId }
  }, [connection])
  const relationship = useMemo(
    () => effective(id, form.draft, connectionRef),
    [id, form.draft, connectionRef],
  )
  const saved = useMemo(() => effective(id, detail.draft, connectionRef), [id, detail.draft, connectionRef])
  const { apiOverride } = form.draft
  const credentials = useMemo(
    () => credentialsOf(apiOverride.enabled ? apiOverride : connection),
    [apiOverride, connection],
  )
  const needs = useMemo(() => needsOf(form.draft), [form.draft])
  const [run, setRun] = useState<TestRun | null>(null)
  const permissions = run && !isOutdated(run, { credentials, needs }) ? run.result?.permissions : undefined
  const now = useNow()
  const keyState = form.overrideKey === '' ? detail.overrideKey : 'saved'
  const findings = useMemo(
    () =>
      data.loading
        ? []
        : find({
            relationship,
            reference: data.reference,
            now,
            app: { ...overrideFacts(apiOverride, connection, keyState), ...(permissions && { permissions }) },
          }),
    [relationship, data.reference, data.loading, apiOverride, connection, keyState, permissions, now],
  )

  const { dirty } = form
  useUnsaved(dirty)
  const [note, setNote] = useState('')
  const change = useChange('relationships:save', ['relationships', 'relationship', 'connections'])
  const store = () =>
    change.mutate(
      {
        id,
        draft: form.draft,
        baseRevision: form.base.revision.number,
        note,
        overrideKey: form.overrideKey === '' ? null : form.overrideKey,
      },
      {
        // Something else saved in between: reading it again brings up the question what to keep.
        onError: (error) => {
          if (problemOf(error).code === 'conflict')
            void queryClient.invalidateQueries({ queryKey: ['relationship', id] })
        },
        onSuccess: (stored) => {
          setNote('')
          notifications.show({ message: `Saved as revision ${stored.revision.number}.`, autoClose: 3000 })
        },
      },
    )
  const save = () => {
    if (!dirty || change.isPending) return
    if (connection.environment === 'production') askBeforeProduction(id, connection.name, store)
    else store()
  }
  useHotkeys([['mod+S', save]], [])
  const [wide, setWide] = useState(false)
  const [paneOpen, setPaneOpen] = useState(false)
  const ready = isReady(findings)

  return (
    <>
      <EnvironmentBand
        environment={connection.environment}
        words={
          relationship.apiOverride
            ? `${relationship.apiOverride.site} · company ${relationship.apiOverride.companyId} (override)`
            : `${connection.site} · company ${connection.companyId}`
        }
        aside={
          connection.demo
            ? 'Demo organisation'
            : connection.environment === 'production'
              ? 'Saving asks once a day'
              : undefined
        }
      />
      <RightPane
        findings={findings}
        unjudged={data.loading ? [] : unjudged(data.reference)}
        ready={ready}
        relationship={relationship}
        saved={saved}
        reference={fittingReference(relationship, data.reference)}
        target={target}
        wide={wide && view.name === 'relationship'}
        onWide={setWide}
        open={paneOpen}
        onOpen={setPaneOpen}
        revision={detail.revision.number}
        onRestore={(draft, number) => {
          form.replace(draft)
          setNote(`Restored revision ${number}`)
        }}
        onGoTo={(path) => {
          setWide(false)
          goToField(path)
        }}
      >
        <Pane
          head={
            <RelationshipHead
              detail={detail}
              form={form}
              connection={connection}
              target={target}
              fetchedAt={data.view?.fetchedAt ?? null}
              ready={ready}
              onPane={() => setPaneOpen(!paneOpen)}
              findings={findings.length}
            />
          }
          footer={
            <SaveBar form={form} note={note} onNote={setNote} saving={change.isPending} onSave={save} />
          }
        >
          {change.error && (
            <Notice
              kind="error"
              role="alert"
              title="Not saved"
              action={
                <Button size="xs" variant="default" onClick={() => change.reset()}>
                  Dismiss
                </Button>
              }
            >
              {problemOf(change.error).message} {problemOf(change.error).next}
            </Notice>
          )}
          {form.conflict && (
            <Notice
              kind="warning"
              role="alert"
              title={`Revision ${form.conflict.revision.number} was saved in the meantime`}
              action={
                <>
                  <Button size="xs" variant="default" onClick={form.discard}>
                    Take that revision
                  </Button>
                  <Button size="xs" variant="default" onClick={form.keepMine}>
                    Keep my changes
                  </Button>
                </>
              }
            >
              {form.conflict.revision.user} saved it {shortTime(form.conflict.revision.savedAt)}. Your changes
              are still here and nothing was overwritten.
            </Notice>
          )}
          <SettingsForm
            relationshipId={id}
            form={form}
            target={target}
            data={data}
            findings={findings}
            connection={connection}
            savedOverrideKey={detail.overrideKey}
          />
          <TestPanel
            // The saved and the override's keys are tested apart; each keeps its own last result.
            key={String(apiOverride.enabled)}
            credentials={credentials}
            privateKey={apiOverride.enabled && form.overrideKey !== '' ? form.overrideKey : null}
            target={{ connectionId: connection.id, overrideOf: apiOverride.enabled ? id : null }}
            needs={needs}
            demo={connection.demo && !apiOverride.enabled}
            onRun={setRun}
          />
        </Pane>
      </RightPane>
    </>
  )
}
