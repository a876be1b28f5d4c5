// Where used: one record of a connection, and every relationship and setting that points at it.
import { Button, NativeSelect } from '@mantine/core'
import { IconReplace, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiTarget } from '../../shared/connection/connection.ts'
import { isRecordKind, type RecordKey, type RecordKind, recordKinds } from '../../shared/fleet/recordKey.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { ReferenceView } from '../../shared/ipc/areas/referenceCalls.ts'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { collectionWords } from '../../shared/reference/collectionNames.ts'
import { EnvironmentBand, Pane } from '../ui/screen/Pane.tsx'
import { RecordPicker } from '../pickers/pickersFront.ts'
import { compareNaturally } from '../state/naturalOrder.ts'
import { type NamedRecord, useNavigation } from '../state/navigation.tsx'
import { readingQuery, useConnections, useReference, useRelationships } from '../state/queries.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { Field } from '../ui/Field.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Message } from '../ui/Message.tsx'
import classes from './Fleet.module.css'
import { columnHead, VirtualTable } from '../ui/VirtualTable.tsx'
import { countOf } from '../../shared/text/counts.ts'
import { labelOfPlace } from '../../shared/relationship/fields.ts'

type WhereUsedProps = { target: ApiTarget | null; record: NamedRecord | null }

/** `here`: whose ConnectWise it is about, null for the first connection's. */
type Looked = { here: ApiTarget | null; kind: RecordKind; chosen: NamedRecord | null }

const ofConnection = (connectionId: string): ApiTarget => ({ connectionId, overrideOf: null })

/** What was looked for, by what was asked for: who opens a relationship and comes back goes on from there. */
const lookedFor = windowState<Looked | null>(null)

export default function WhereUsed({ target, record }: WhereUsedProps) {
  const connections = useConnections().data ?? []
  const asked: Looked = { here: target, kind: record?.collection ?? 'members', chosen: record }
  const [looked, setLooked] = useWindowState(lookedFor, JSON.stringify(asked))
  const { here: wanted, kind, chosen } = looked ?? asked
  const connection = connections.find(({ id }) => id === wanted?.connectionId) ?? connections[0]
  const here = wanted?.connectionId === connection?.id && wanted ? wanted : ofConnection(connection?.id ?? '')
  const setChosen = (next: NamedRecord | null) => setLooked({ here, kind, chosen: next })
  const view = useReference(here).data ?? null
  const owner = useRelationships().data?.find(({ id }) => id === here.overrideOf)
  const head = (
    <header className={classes.head}>
      <h1>Where used</h1>
    </header>
  )
  if (!connection)
    return (
      <Pane head={head}>
        <Message icon={<IconSearch size={26} />} title="No connection yet">
          Records belong to the ConnectWise of a connection. Set one up first.
        </Message>
      </Pane>
    )
  return (
    <>
      <EnvironmentBand
        environment={connection.environment}
        words={
          <>
            <bdi>{connection.name}</bdi> · {connection.site}
          </>
        }
      />
      <Pane head={head}>
        <div className={classes.choice}>
          <Field label="Connection">
            {(ids) => (
              <NativeSelect
                {...ids}
                value={owner?.id ?? here.connectionId}
                data={[
                  ...connections.map(({ id, name }) => ({ value: id, label: name })),
                  ...(owner ? [{ value: owner.id, label: `Override of ${owner.contractName}` }] : []),
                ]}
                onChange={(event) =>
                  setLooked({ here: ofConnection(event.currentTarget.value), kind, chosen: null })
                }
              />
            )}
          </Field>
          <Field label="Kind of record">
            {(ids) => (
              <NativeSelect
                {...ids}
                value={kind}
                data={recordKinds.map((name) => ({
                  value: name,
                  label: collectionWords[name].label,
                }))}
                onChange={(event) => {
                  const name = event.currentTarget.value
                  if (isRecordKind(name)) setLooked({ here, kind: name, chosen: null })
                }}
              />
            )}
          </Field>
          <RecordChoice
            kind={kind}
            chosen={chosen}
            target={here}
            view={view}
            isAskedFirst={looked === null && chosen === null}
            onChoose={setChosen}
          />
        </div>
        {chosen && <Uses target={here} record={chosen} />}
      </Pane>
    </>
  )
}

type RecordChoiceProps = {
  kind: RecordKind
  chosen: NamedRecord | null
  target: ApiTarget
  view: ReferenceView | null
  /** Nothing was looked for yet, so the cursor waits there. */
  isAskedFirst: boolean
  onChoose: (record: NamedRecord | null) => void
}

function RecordChoice({ kind, chosen, target, view, isAskedFirst, onChoose }: RecordChoiceProps) {
  if (!view)
    return <p className={classes.none}>The lists of this connection were not read yet. Refresh them first.</p>
  return (
    <Field label="Record" help="By name, identifier or id.">
      {(ids) => (
        <RecordPicker
          key={kind}
          ids={{ ...ids, autoFocus: isAskedFirst }}
          collection={kind}
          target={target}
          view={view}
          value={chosen}
          asksForUses
          onChoose={(id, name) => onChoose(id === null ? null : { collection: kind, id, name })}
        />
      )}
    </Field>
  )
}

type Names = ReadonlyMap<string, RelationshipSummary>
type Use = Output<'fleet:uses'>['rows'][number]

const nameOf = ({ id }: Use, names: Names): string => names.get(id)?.contractName ?? id

const cellsOfUse = (use: Use | undefined, names: Names, open: (id: string) => void): ReactNode[] =>
  use
    ? [
        <span key="name">
          <LinkButton plain title={nameOf(use, names)} onClick={() => open(use.id)}>
            <bdi>{nameOf(use, names)}</bdi>
          </LinkButton>
          <small>
            <bdi>{names.get(use.id)?.partner}</bdi>
          </small>
        </span>,
        <span key="fields">{[...new Set(use.fields.map(labelOfPlace))].join(', ')}</span>,
      ]
    : []

/** The uses of one record; `Replace everywhere` leads to the review. */
function Uses({ target, record }: { target: ApiTarget; record: NamedRecord }) {
  const { go } = useNavigation()
  const relationships = useRelationships().data ?? []
  const key: RecordKey = { collection: record.collection, id: record.id }
  const { data } = useQuery(readingQuery('fleet:uses', { target, record: key }))
  if (!data) return null
  const names: Names = new Map(relationships.map((each) => [each.id, each]))
  const rows = data.rows.toSorted((one, other) => compareNaturally(nameOf(one, names), nameOf(other, names)))
  const open = (id: string) => go({ name: 'relationship', id })
  if (data.rows.length === 0)
    return <p className={classes.none}>No relationship of this connection uses it.</p>
  return (
    <section aria-label="Uses" className={classes.uses}>
      <div className={classes.usesHead}>
        <p role="status">Used by {countOf(data.rows.length, 'relationship')} of this connection.</p>
        <Button
          leftSection={<IconReplace size={16} />}
          onClick={() => go({ name: 'replace', target, record })}
        >
          Replace everywhere
        </Button>
      </div>
      <VirtualTable
        label="Relationships that use it"
        question={JSON.stringify([target, key])}
        rows={rows.map((row) => ({ key: row.id, height: 42 }))}
        columns="minmax(180px, 1fr) minmax(180px, 2fr)"
        head={['Relationship', 'Fields'].map(columnHead)}
        draw={(index) => cellsOfUse(rows[index], names, open)}
      />
    </section>
  )
}
