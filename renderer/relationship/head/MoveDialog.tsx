// Moves a relationship to another connection: where to, what each record would be there, and what would be cleared.
import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RelationshipDetail } from '../../../shared/ipc/areas/relationshipCalls.ts'
import { labelOf, MatchTable } from '../../files/filesFront.ts'
import { attempt } from '../../ui/behaviour/showFailure.ts'
import { sayWithUndo } from '../../ui/behaviour/undoNotice.tsx'
import { problemOf, readAgainAfter, readingQuery, requestValue, useConnections } from '../../state/queries.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'
import { Notice } from '../../ui/Notice.tsx'
import { environmentLabels } from '../../../shared/connection/environments.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

type MoveDialogProps = {
  /** The saved relationship: a move works on what is saved. */
  detail: RelationshipDetail
  /** Whether the form holds changes that are not saved. */
  dirty: boolean
  onClose: () => void
}

type Choice = { field: string; id: number | null }

type Chosen = { to: string | null; choices: readonly Choice[] }

const nothing: Chosen = { to: null, choices: [] }
/** What was chosen for each relationship, for as long as it is not moved. */
const chosenMoves = windowState(nothing)

const readMoved = () => readAgainAfter('relationships:move')

function useMove({ detail, onClose }: MoveDialogProps) {
  const { id, draft, revision } = detail
  const connections = (useConnections().data ?? []).filter((each) => each.id !== draft.connectionId)
  const [{ to, choices }, setChosen] = useWindowState(chosenMoves, id)
  const [moving, setMoving] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const plan = useQuery({
    ...readingQuery('relationships:planMove', { id, connectionId: to ?? '', choices: [...choices] }),
    enabled: connections.some((each) => each.id === to),
    gcTime: 0,
    placeholderData: (previous) => previous,
  })
  const connection = connections.find((each) => each.id === to)
  const cleared = plan.data?.matches.filter(({ chosen }) => chosen === null) ?? []
  const move = async () => {
    if (!connection) return
    setMoving(true)
    try {
      const moved = await requestValue('relationships:move', {
        id,
        connectionId: connection.id,
        baseRevision: revision.number,
        choices: [...choices],
      })
      setChosen(nothing)
      onClose()
      const undo = () =>
        attempt('Not undone', async () => {
          await requestValue('relationships:save', {
            id,
            draft,
            baseRevision: moved.revision.number,
            note: `Move to ${connection.name} undone`,
            overrideKey: null,
          })
          await readMoved()
        })
      sayWithUndo(
        <>
          Moved to <bdi>{connection.name}</bdi>.
        </>,
        { undo: () => void undo() },
      )
      await readMoved()
    } catch (error) {
      setFailed(error)
      setMoving(false)
    }
  }
  return {
    connections,
    connection,
    plan,
    cleared,
    moving,
    problem: failed ?? plan.error,
    choose: (connectionId: string | null) => setChosen({ to: connectionId, choices: [] }),
    chooseRecord: (field: string, record: number | null) =>
      setChosen({
        to,
        choices: [...choices.filter((choice) => choice.field !== field), { field, id: record }],
      }),
    move: () => void move(),
  }
}

export function MoveDialog(props: MoveDialogProps) {
  const { detail, dirty, onClose } = props
  const { connections, connection, plan, cleared, moving, problem, ...does } = useMove(props)
  return (
    <Modal opened onClose={onClose} size="xl" title="Move to another connection">
      <Stack>
        {dirty && (
          <Notice kind="warning" title="There are unsaved changes">
            A move works on what is saved. Save or discard the changes first.
          </Notice>
        )}
        <ErrorNotice problem={problem === null ? null : problemOf(problem)} />
        {connections.length === 0 && (
          <Notice kind="info" title="There is no other connection">
            Connect to a ConnectWise first; the relationship stays as it is.
          </Notice>
        )}
        <Select
          label="Connection"
          placeholder="Choose a connection"
          allowDeselect={false}
          data={connections.map((each) => ({
            value: each.id,
            label: `${each.name} · ${environmentLabels[each.environment]}`,
          }))}
          value={connection?.id ?? null}
          onChange={does.choose}
        />
        {connection && plan.data && (
          <MatchTable
            key={connection.id}
            matches={plan.data.matches}
            listsAsOf={plan.data.listsAsOf}
            target={{
              connectionId: connection.id,
              overrideOf: detail.draft.apiOverride.enabled ? detail.id : null,
            }}
            name={connection.name}
            from="Now"
            onChoose={does.chooseRecord}
          />
        )}
        {cleared.length > 0 && (
          <Notice kind="warning" title={`Without a match, so cleared: ${cleared.length}`}>
            {cleared.map(({ field, inFile }) => `${labelOf(field)} (${inFile.name})`).join(', ')}
          </Notice>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep it here
          </Button>
          <Button
            loading={moving}
            disabled={!connection || !plan.data || plan.isFetching || dirty}
            onClick={does.move}
          >
            Move
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
