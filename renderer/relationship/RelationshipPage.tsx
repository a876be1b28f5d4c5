// Opens one relationship: waits for what the workspace needs, and says what is missing or damaged.
import { Button, Loader } from '@mantine/core'
import type { FieldPath } from '../../shared/relationship/fields.ts'
import { Pane } from '../ui/screen/Pane.tsx'
import { useKeptDrafts } from '../state/draftKeeper.ts'
import { useNavigation } from '../state/navigation.tsx'
import { problemOf, useConnections, useRelationship } from '../state/queries.ts'
import { Message } from '../ui/Message.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { noConnection } from './workspace/detached.tsx'
import { Workspace } from './Workspace.tsx'

type RelationshipPageProps = {
  id: string
  /** The setting the cursor stands in. */
  startAt?: FieldPath | undefined
}

/** A relationship by its id; one that is missing or damaged is said, not shown empty. */
export default function RelationshipPage({ id, startAt }: RelationshipPageProps) {
  const relationship = useRelationship(id)
  const connections = useConnections()
  const drafts = useKeptDrafts()
  const { go } = useNavigation()
  const { error } = relationship
  // What was read before stays, and with it what is typed: another window has deleted it.
  const problem = relationship.data ? connections.error : error
  if (problem)
    return (
      <Pane>
        <Message
          icon={<SeverityIcon kind="error" size={26} />}
          title="This relationship cannot be opened"
          role="alert"
          actions={
            <>
              <Button variant="default" onClick={() => go({ name: 'bin' })}>
                Open the bin
              </Button>
              <Button variant="default" onClick={() => go({ name: 'start' })}>
                Overview
              </Button>
            </>
          }
        >
          {problemOf(problem).message} {problemOf(problem).next}
        </Message>
      </Pane>
    )
  if (!relationship.data || !connections.data || drafts.isPending)
    return (
      <Pane>
        <Message icon={<Loader size={22} />} title="Opening" />
      </Pane>
    )
  const connection =
    connections.data.find((each) => each.id === relationship.data.draft.connectionId) ?? noConnection
  const kept = drafts.data?.find((draft) => draft.id === id)
  return (
    <Workspace
      key={id}
      detail={relationship.data}
      gone={error && problemOf(error)}
      connection={connection}
      kept={kept}
      startAt={startAt}
    />
  )
}
