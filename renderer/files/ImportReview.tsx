// An import before it happens: each relationship of the file beside what is here, and which of them to take.
import { Button } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../shared/ipc/contract.ts'
import { Pane } from '../frame/Pane.tsx'
import { problemOf, useChange, useConnections } from '../queries.ts'
import { Notice } from '../ui/Notice.tsx'
import { EntryCard } from './EntryCard.tsx'
import classes from './Files.module.css'
import type { Imported } from './ImportSection.tsx'
import { createdConnections, resultWords, reviewWords } from './importWords.ts'

export type Review = { fileName: string } & Output<'files:readImport'>

type ImportReviewProps = { review: Review; onCancel: () => void; onImported: (imported: Imported) => void }

export function ImportReview({ review, onCancel, onImported }: ImportReviewProps) {
  const { entries, importId } = review
  const connections = useConnections().data ?? []
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(entries.filter(({ state }) => state !== 'same').map(({ relationship }) => relationship.id)),
  )
  const apply = useChange('files:applyImport', ['relationships', 'relationship', 'connections', 'reference'])
  const taken = entries.filter(({ relationship }) => chosen.has(relationship.id))

  const choose = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((other) => other !== id)))
  const finish = (stored: readonly string[]) =>
    onImported({
      message: resultWords(stored.length, entries),
      stored: entries
        .filter(({ relationship }) => stored.includes(relationship.id))
        .map(({ relationship }) => ({ id: relationship.id, name: relationship.contractName })),
      connections: createdConnections(taken),
    })
  const submit = () => {
    if (taken.length === 0) return finish([])
    apply.mutate({ importId, ids: [...chosen] }, { onSuccess: ({ stored }) => finish(stored) })
  }

  return (
    <Pane
      head={
        <header className={classes.head}>
          <h1>Import and export</h1>
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
          <Button loading={apply.isPending} onClick={submit}>
            Import
          </Button>
        </>
      }
    >
      {apply.error && (
        <Notice kind="error" role="alert" title={problemOf(apply.error).message}>
          {problemOf(apply.error).next}
        </Notice>
      )}
      <ul className={classes.entries}>
        {entries.map((entry) => (
          <EntryCard
            key={entry.relationship.id}
            entry={entry}
            connection={connections.find(({ id }) => id === entry.connectionId) ?? null}
            chosen={chosen.has(entry.relationship.id)}
            onChoose={(on) => choose(entry.relationship.id, on)}
          />
        ))}
      </ul>
    </Pane>
  )
}
