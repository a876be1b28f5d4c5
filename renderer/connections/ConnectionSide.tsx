// What goes on beside the connection form: the next step, reference data, and the test with its permissions.
import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import type { ApiTarget, ConnectionView, Credentials } from '../../shared/connection/connection.ts'
import { useState } from 'react'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import type { Needs } from '../../shared/rights/needs.ts'
import { useNavigation } from '../state/navigation.tsx'
import { Notice } from '../ui/Notice.tsx'
import { defaultNeeds, NeedsChooser } from './connectionTest/NeedsChooser.tsx'
import { ConnectionHistory, type ConnectionRevision } from './form/ConnectionHistory.tsx'
import { RefreshPanel } from './refresh/RefreshPanel.tsx'
import { RehearsalPanel } from './rotation/RehearsalPanel.tsx'
import { TestPanel } from './connectionTest/TestPanel.tsx'
import { Panel, PanelHead } from '../ui/screen/Panel.tsx'
import type { TestRun } from './connectionTest/testRun.ts'
import { rememberedTest } from './connectionTest/useTest.ts'

/** What a test looks for, by connection; '' is the one that is not saved yet. */
const chosenNeeds = windowState<Needs | null>(null)

/** The connection that was new is saved: its ticks go along. */
export function keepNeeds(id: string): void {
  chosenNeeds(id).set(chosenNeeds('').get())
  chosenNeeds('').set(null)
}

type ConnectionSideProps = {
  connection: ConnectionView | null
  uses: readonly RelationshipSummary[]
  credentials: Credentials
  privateKey: string | null
  target: ApiTarget | null
  onRun: (run: TestRun | null) => void
  onBegin: () => void
  onUseAddress: (site: string) => void
  /** Whether new keys are typed that leaving would lose. */
  onTypedKeys: (typed: boolean) => void
  onSwapped: (connection: ConnectionView) => void
  /** Puts the values of an older revision into the form. */
  onRestore: (values: ConnectionRevision) => void
}

export function ConnectionSide(props: ConnectionSideProps) {
  const { connection, uses, target, onTypedKeys, onSwapped, onRestore, ...values } = props
  // What was ticked for the last test stays ticked, also when the first save makes a new screen of it.
  const [chosen, setNeeds] = useWindowState(chosenNeeds, connection?.id)
  const needs = chosen ?? rememberedTest(target)?.about.needs ?? defaultNeeds(uses[0]?.role ?? 'target')
  const [rehearsal, setRehearsal] = useState<'none' | 'open' | 'closed'>('none')
  const unread = connection !== null && connection.fetchedAt === null
  const chooser = <NeedsChooser needs={needs} onChange={setNeeds} />
  if (connection && rehearsal === 'open') {
    const close = () => setRehearsal('closed')
    return (
      <RehearsalPanel
        connection={connection}
        needs={needs}
        onTyped={onTypedKeys}
        onSwapped={(saved) => {
          onSwapped(saved)
          close()
        }}
        onClose={close}
      >
        {chooser}
      </RehearsalPanel>
    )
  }
  return (
    <>
      {connection && uses.length === 0 && <NextStep connection={connection} />}
      {target && (
        <RefreshPanel
          target={target}
          demo={connection?.demo ?? false}
          site={values.credentials.site}
          primary={unread}
        />
      )}
      <TestPanel
        {...values}
        target={target}
        savedKeyId={connection?.keyId ?? null}
        needs={needs}
        demo={connection?.demo ?? false}
        primary={connection === null}
      >
        {chooser}
      </TestPanel>
      {connection && !connection.demo && connection.key === 'saved' && (
        <RotationEntry returning={rehearsal === 'closed'} onOpen={() => setRehearsal('open')} />
      )}
      {connection && !connection.demo && <ConnectionHistory connection={connection} onRestore={onRestore} />}
    </>
  )
}

/** The way to the rehearsal; the focus comes back to it. */
function RotationEntry({ returning, onOpen }: { returning: boolean; onOpen: () => void }) {
  return (
    <Panel label="Key rotation">
      <PanelHead title="Key rotation">
        <p>Tests new keys beside the saved ones before anything is replaced.</p>
        <Button
          variant="default"
          leftSection={<IconKey size={16} aria-hidden />}
          autoFocus={returning}
          onClick={onOpen}
        >
          Rehearse new keys
        </Button>
      </PanelHead>
    </Panel>
  )
}

/** From a saved connection to the first relationship: read the lists, then pair. */
function NextStep({ connection }: { connection: ConnectionView }) {
  const { go } = useNavigation()
  const pair = (
    <Button size="xs" onClick={() => go({ name: 'newRelationship', connectionId: connection.id })}>
      Set up a relationship
    </Button>
  )
  return connection.fetchedAt ? (
    <Notice kind="info" title="Next: set up a relationship" action={pair}>
      It chooses from the lists below, also without a network.
    </Notice>
  ) : (
    <Notice kind="info" title="Next: read the lists">
      Refresh, below, reads companies, boards and everything else that a relationship chooses from.
    </Notice>
  )
}
