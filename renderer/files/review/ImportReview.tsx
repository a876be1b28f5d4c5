// An import before it happens: each relationship of the file beside what is here, and which of them to take.
import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { askBeforeLoss } from '../../ui/behaviour/askOnce.ts'
import { IconFile } from '@tabler/icons-react'
import { useState } from 'react'
import { openIn } from '../../../shared/files/match/matchRecords.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { ImportEntry } from '../../../shared/ipc/areas/fileCalls.ts'
import { EnvironmentBand, Pane } from '../../ui/screen/Pane.tsx'
import { useUnsaved } from '../../state/navigation.tsx'
import { problemOf, useChange, useConnections } from '../../state/queries.ts'
import { useLayer } from '../../ui/behaviour/layers.ts'
import { useSelectAllRows } from '../../ui/keyboard/selectRows.ts'
import { Key } from '../../ui/Key.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { connectionOf, openCount, originsOf } from './decisions.ts'
import { Destination } from './Destination.tsx'
import { EntryCard, entryStates } from './EntryCard.tsx'
import classes from '../Files.module.css'
import type { Imported, ReviewedFile } from './imported.ts'
import {
  carriedWords,
  carriesWords,
  createdConnections,
  importLabel,
  nothingCarried,
  replaceListsLabel,
  resultWords,
  reviewWords,
  shownNotices,
  waitingWords,
} from './importWords.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { useImportPlan } from './useImportPlan.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

const states = ['new', 'differs', 'same'] as const
/** A few are shown with their tables; of many, one at a time. */
const openedAtOnce = 5

type ImportReviewProps = {
  review: ReviewedFile
  /** Somebody comes back to it: lists may have been read and connections made meanwhile. */
  anew?: boolean
  /** Names of the files that are looked at after this one. */
  waiting?: readonly string[]
  onCancel: () => void
  onImported: (imported: Imported) => void
}

export function ImportReview({ review, anew = false, waiting = [], ...on }: ImportReviewProps) {
  const { onCancel, onImported } = on
  const { importId, carries, notices } = review
  const { entries, decisions, working, error, into, setMode, choose } = useImportPlan(review, anew)
  const connections = useConnections().data ?? []
  const [shown, setShown] = useState<ImportEntry['state'] | 'all'>('all')
  /** The one that is looked into; null while a person has opened and closed none. */
  const [opened, setOpened] = useState<string | null>(null)
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const [replaceLists, setReplaceLists] = useState(false)
  const replaceLabel = carries && replaceListsLabel(carries)
  const decided = decisions.length > 0 || refused.size > 0 || replaceLists
  useUnsaved(decided)
  const leave = () => {
    if (!decided) return onCancel()
    askBeforeLoss({
      title: 'Leave the import?',
      text: 'What was chosen here is lost. Nothing has been stored.',
      confirm: 'Leave the import',
      cancel: 'Stay',
      onConfirm: onCancel,
    })
  }
  useLayer(true, 'page', leave)
  useSelectAllRows(() => setRefused(new Set()))
  const countIn = (state: ImportEntry['state']) => entries.filter((entry) => entry.state === state).length
  const apply = useChange('files:applyImport')
  const failed = apply.error ?? error
  const isTaken = ({ state, relationship }: ImportEntry) => state !== 'same' && !refused.has(relationship.id)
  const taken = entries.filter(isTaken)
  const destination = connections.find(({ id }) => id === connectionOf(taken))

  const take = (id: string, on: boolean) =>
    setRefused(new Set(on ? [...refused].filter((other) => other !== id) : [...refused, id]))
  const finish = ({ stored, newIds, carried }: Output<'files:applyImport'>) => {
    const idHere = new Map(Object.entries(newIds))
    onImported({
      importId,
      carried: carriedWords(carried),
      message: resultWords(stored.length, entries, carried),
      stored: entries
        .filter(({ relationship }) => stored.includes(relationship.id))
        .map(({ relationship, connectionId, matches }) => ({
          id: idHere.get(relationship.id) ?? relationship.id,
          name: relationship.contractName,
          connection: connections.find(({ id }) => id === connectionId)?.name ?? relationship.connection.name,
          leftOpen: openIn(matches),
        })),
      connections: createdConnections(taken),
      undone: false,
    })
  }
  const submit = () => {
    if (taken.length === 0 && !carries) return finish({ stored: [], newIds: {}, carried: nothingCarried })
    apply.mutate(
      {
        importId,
        ids: taken.map(({ relationship }) => relationship.id),
        decisions: [...decisions],
        replaceLists,
      },
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
            <h1>{carries && entries.length === 0 ? 'Import reference data' : 'Import configuration'}</h1>
            <p>
              <IconFile size={14} aria-hidden /> <span className="mono">{review.fileName}</span>
              {waiting.length > 0 && <span role="status"> {waitingWords(waiting)}</span>}
            </p>
          </header>
        }
        footer={
          <>
            <p className={classes.state} role="status">
              {reviewWords(entries)} Nothing is stored yet.
            </p>
            <Button variant="default" rightSection={<Key>Esc</Key>} onClick={leave}>
              Cancel
            </Button>
            <Button
              variant={taken.length > 0 || carries ? 'filled' : 'default'}
              loading={apply.isPending}
              disabled={working || error !== null}
              onClick={submit}
            >
              {importLabel(openCount(taken))}
            </Button>
          </>
        }
      >
        <ErrorNotice problem={failed && problemOf(failed)} />
        {carries && <Notice kind="info">{carriesWords(carries, entries.length === 0)}</Notice>}
        {replaceLabel && (
          <Checkbox
            label={replaceLabel}
            description="A file can be older or other than it says. Without this tick the lists read here stay."
            checked={replaceLists}
            onChange={({ currentTarget }) => setReplaceLists(currentTarget.checked)}
          />
        )}
        {notices.length > 0 && (
          <Notice kind="warning" title="Not everything in the file was taken">
            <ul className={classes.rules}>
              {shownNotices(notices).map((notice) => (
                <li key={notice}>
                  <bdi>{notice}</bdi>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {originsOf(entries).map((origin) => (
          <Destination
            key={JSON.stringify(origin.connection)}
            origin={origin}
            connections={connections}
            onInto={into}
          />
        ))}
        {entries.length > 1 && entries.some(({ state }) => state !== 'same') && (
          <div className={classes.tools}>
            <SegmentedControl
              size="xs"
              aria-label="Which relationships"
              value={shown}
              onChange={(value) =>
                setShown(value === 'all' ? 'all' : (states.find((each) => each === value) ?? 'all'))
              }
              data={[
                { value: 'all', label: `All ${entries.length}` },
                ...states.map((state) => ({
                  value: state,
                  label: `${entryStates[state].word} ${countIn(state)}`,
                })),
              ]}
            />
            <LinkButton onClick={() => setRefused(new Set())}>Take all</LinkButton>
            <LinkButton
              onClick={() => setRefused(new Set(entries.map(({ relationship }) => relationship.id)))}
            >
              Take none
            </LinkButton>
          </div>
        )}
        <ul className={classes.entries}>
          {entries
            .filter(({ state }) => shown === 'all' || state === shown)
            .map((entry) => (
              <EntryCard
                key={entry.relationship.id}
                entry={entry}
                connection={connections.find(({ id }) => id === entry.connectionId) ?? null}
                chosen={isTaken(entry)}
                open={opened ? opened === entry.relationship.id : entries.length <= openedAtOnce}
                onOpen={(open) => setOpened(open ? entry.relationship.id : 'none')}
                onMode={(mode) => setMode(entry.relationship.id, mode)}
                onChoose={(on) => take(entry.relationship.id, on)}
                onMatch={(field, record) => choose(entry.relationship.id, field, record)}
              />
            ))}
        </ul>
      </Pane>
    </>
  )
}
