// An import before it happens: each relationship of the file beside what is here, and which of them to take.
import { Button, Checkbox } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { EnvironmentBand, Pane } from '../../ui/screen/Pane.tsx'
import { problemOf, useConnections } from '../../state/queries.ts'
import { Key } from '../../ui/Key.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { connectionOf, openCount, originsOf } from './decisions.ts'
import { Destination } from './Destination.tsx'
import { EntryCard } from './EntryCard.tsx'
import classes from '../Files.module.css'
import type { Imported, ReviewedFile, UnreadableFile } from './imported.ts'
import {
  carriesWords,
  fileNamesWords,
  importLabel,
  replaceListsLabel,
  reviewWords,
  shownNotices,
  waitingWords,
} from './importWords.ts'
import { ImportFilter, type ShownEntries } from './ImportFilter.tsx'
import { UnreadableFiles } from './UnreadableFiles.tsx'
import { useImportReview } from './useImportReview.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

/** More than is in sight: the rest is drawn while one reads. */
const drawnAtOnce = 30
/** A few are shown with their tables; of many, one at a time. */
const openedAtOnce = 5

type ImportReviewProps = {
  review: ReviewedFile
  /** Somebody comes back to it: lists may have been read and connections made meanwhile. */
  anew?: boolean
  /** Names of the files that are looked at after this one. */
  waiting?: readonly string[]
  /** What came with it and could not be taken. */
  unreadable?: readonly UnreadableFile[]
  onCancel: () => void
  onImported: (imported: Imported) => void
}

export function ImportReview({
  review,
  anew = false,
  waiting = [],
  unreadable = [],
  ...on
}: ImportReviewProps) {
  const { carries, notices } = review
  const { plan, taken, leave, storing, failed, ...decide } = useImportReview(review, anew, on)
  const { entries } = plan
  const connections = useConnections().data ?? []
  const [shown, setShown] = useState<ShownEntries>('all')
  /** The one that is looked into; null while a person has opened and closed none. */
  const [opened, setOpened] = useState<string | null>(null)
  const drawn = useDeferredValue(entries.length, drawnAtOnce)
  const replaceLabel = carries && replaceListsLabel(carries)
  const destination = connections.find(({ id }) => id === connectionOf(taken))

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
              <IconFile size={14} aria-hidden />{' '}
              <span className="mono" title={review.fileNames.join(', ')}>
                {fileNamesWords(review.fileNames)}
              </span>
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
              loading={storing}
              disabled={plan.working || plan.error !== null}
              onClick={decide.submit}
            >
              {importLabel(openCount(taken))}
            </Button>
          </>
        }
      >
        <ErrorNotice problem={failed && problemOf(failed)} />
        <UnreadableFiles files={unreadable} />
        {carries && <Notice kind="info">{carriesWords(carries, entries.length === 0)}</Notice>}
        {replaceLabel && (
          <Checkbox
            label={replaceLabel}
            description="A file can be older or other than it says. Without this tick the lists read here stay."
            checked={decide.replaceLists}
            onChange={({ currentTarget }) => decide.setReplaceLists(currentTarget.checked)}
          />
        )}
        <NotTakenNotice notices={notices} />
        {originsOf(entries).map((origin) => (
          <Destination
            key={JSON.stringify(origin.connection)}
            origin={origin}
            connections={connections}
            onInto={plan.into}
          />
        ))}
        {entries.length > 1 && entries.some(({ state }) => state !== 'same') && (
          <ImportFilter entries={entries} shown={shown} onShown={setShown} onTakeAll={decide.takeAll} />
        )}
        <ul className={classes.entries}>
          {entries
            .filter(({ state }) => shown === 'all' || state === shown)
            .slice(0, drawn)
            .map((entry) => (
              <EntryCard
                key={entry.relationship.id}
                entry={entry}
                connection={connections.find(({ id }) => id === entry.connectionId) ?? null}
                chosen={decide.isTaken(entry)}
                open={opened ? opened === entry.relationship.id : entries.length <= openedAtOnce}
                onOpen={(open) => setOpened(open ? entry.relationship.id : 'none')}
                onMode={(mode) => plan.setMode(entry.relationship.id, mode)}
                onChoose={(on) => decide.take(entry.relationship.id, on)}
                onMatch={(field, record) => plan.choose(entry.relationship.id, field, record)}
              />
            ))}
        </ul>
      </Pane>
    </>
  )
}

function NotTakenNotice({ notices }: Pick<ReviewedFile, 'notices'>) {
  if (notices.length === 0) return null
  return (
    <Notice kind="warning" title="Not everything in the file was taken">
      <ul className={classes.rules}>
        {shownNotices(notices).map((notice) => (
          <li key={notice}>
            <bdi>{notice}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
