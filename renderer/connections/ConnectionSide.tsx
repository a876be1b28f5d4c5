// What goes on beside the connection form: the next step, reference data, and the test with its permissions.
import { Button } from '@mantine/core'
import type { ApiTarget, ConnectionView, Credentials } from '../../shared/connections/schema.ts'
import { useState } from 'react'
import type { RelationshipSummary } from '../../shared/ipc/contract.ts'
import { useNavigation } from '../navigation.tsx'
import { Notice } from '../ui/Notice.tsx'
import { defaultNeeds, NeedsChooser } from './NeedsChooser.tsx'
import { RefreshPanel } from './RefreshPanel.tsx'
import { TestPanel } from './TestPanel.tsx'
import type { TestRun } from './testRun.ts'

type ConnectionSideProps = {
  connection: ConnectionView | null
  uses: readonly RelationshipSummary[]
  credentials: Credentials
  privateKey: string | null
  target: ApiTarget | null
  onRun: (run: TestRun | null) => void
}

export function ConnectionSide({ connection, uses, target, ...values }: ConnectionSideProps) {
  const [needs, setNeeds] = useState(() => defaultNeeds(uses[0]?.role ?? 'target'))
  const unread = connection !== null && connection.fetchedAt === null
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
        needs={needs}
        demo={connection?.demo ?? false}
        primary={connection === null}
      >
        <NeedsChooser needs={needs} onChange={setNeeds} />
      </TestPanel>
    </>
  )
}

/** From a saved connection to the first relationship: read the lists, then pair. */
function NextStep({ connection }: { connection: ConnectionView }) {
  const { go } = useNavigation()
  const pair = (
    <Button
      size="xs"
      variant={connection.fetchedAt ? 'filled' : 'default'}
      onClick={() => go({ name: 'newRelationship', connectionId: connection.id })}
    >
      Set up a relationship
    </Button>
  )
  return connection.fetchedAt ? (
    <Notice kind="info" title="Next: set up a relationship" action={pair}>
      It chooses from the lists below, also without a network.
    </Notice>
  ) : (
    <Notice kind="info" title="Next: read the lists" action={pair}>
      Refresh reads companies, boards and everything else that a relationship chooses from.
    </Notice>
  )
}
