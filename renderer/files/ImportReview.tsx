// An import before it happens: each relationship of the file beside what is here, and which of them to take.
import { Button } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../shared/ipc/contract.ts'
import type { ImportEntry } from '../../shared/ipc/fileCalls.ts'
import { EnvironmentBand, Pane } from '../frame/Pane.tsx'
import { problemOf, useChange, useConnections } from '../state/queries.ts'
import { Notice } from '../ui/Notice.tsx'
import { connectionOf, openCount, originsOf } from './decisions.ts'
import { Destination } from './Destination.tsx'
import { EntryCard } from './EntryCard.tsx'
import classes from './Files.module.css'
import { afterImport, type Imported } from './ImportSection.tsx'
import {
  carriedWords,
  carriesWords,
  createdConnections,
  importLabel,
  nothingCarried,
  resultWords,
  reviewWords,
} from './importWords.ts'
import { useImportPlan } from './useImportPlan.ts'

export type Review = { fileName: string } & Output<'files:readImport'>

type ImportReviewProps = { review: Review; onCancel: () => void; onImported: (imported: Imported) => void }

export function ImportReview({ review, onCancel, onImported }: ImportReviewProps) {
  const { importId, carries } = review
  const { entries, decisions, working, error, into, choose } = useImportPlan(review)
  const connections = useConnections().data ?? []
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const apply = useChange('files:applyImport', afterImport)
  const failed = apply.error ?? error
  const isTaken = ({ state, relationship }: ImportEntry) => state !== 'same' && !refused.has(relationship.id)
  const taken = entries.filter(isTaken)
  const destination = connections.find(({ id }) => id === connectionOf(taken))

  const take = (id: string, on: boolean) =>
    setRefused(new Set(on ? [...refused].filter((other) => other !== id) : [...refused, id]))
  const finish = ({ stored, carried }: Output<'files:applyImport'>) =>
    onImported({
      importId,
      carried: carriedWords(carried),
      message: resultWords(stored.length, entries),
      stored: entries
        .filter(({ relationship }) => stored.includes(relationship.id))
        .map(({ relationship }) => ({ id: relationship.id, name: relationship.contractName })),
      connections: createdConnections(taken),
    })
  const submit = () => {
    if (taken.length === 0 && !carries) return finish({ stored: [], carried: nothingCarried })
    apply.mutate(
      { importId, ids: taken.map(({ relationship }) => relationship.id), decisions: [...decisions] },
      { onSuccess: finish },
    )
  }

  return (
    <>
      {destination && (
        <EnvironmentBand
          environment={destination.environment}
          words={
            <>
              Importing into <bdi>{destination.name}</bdi>
            </>
          }
          aside="Nothing has been stored yet"
        />
      )}
      <Pane
        head={
          <header className={classes.head}>
            <h1>Import configuration</h1>
            <p>
              <IconFile size={14} aria-hidden /> <span className="mono">{review.fileName}</span>
            </p>
          </header>
        }
        footer={
          <>
            <p className={classes.state} role="status">
              {reviewWords(entries)} Nothing is stored yet.
            </p>
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
            <Button loading={apply.isPending} disabled={working || error !== null} onClick={submit}>
              {importLabel(openCount(taken))}
            </Button>
          </>
        }
      >
        {failed && (
          <Notice kind="error" role="alert" title={problemOf(failed).message}>
            {problemOf(failed).next}
          </Notice>
        )}
        {carries && <Notice kind="info">{carriesWords(carries)}</Notice>}
        {originsOf(entries).map((origin) => (
          <Destination
            key={JSON.stringify(origin.connection)}
            origin={origin}
            connections={connections}
            onInto={into}
          />
        ))}
        <ul className={classes.entries}>
          {entries.map((entry) => (
            <EntryCard
              key={entry.relationship.id}
              entry={entry}
              connection={connections.find(({ id }) => id === entry.connectionId) ?? null}
              chosen={isTaken(entry)}
              onChoose={(on) => take(entry.relationship.id, on)}
              onMatch={(field, record) => choose(entry.relationship.id, field, record)}
            />
          ))}
        </ul>
      </Pane>
    </>
  )
}
