// The way in: where files are dropped or chosen, what could not be taken of them, and what was imported.
import '@mantine/dropzone/styles.css'
import { Button } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileImport } from '@tabler/icons-react'
import { leftOpenWords } from '../../shared/relationship/leftOpen.ts'
import { useNavigation } from '../state/navigation.tsx'
import { problemOf, useChange, useConnections } from '../state/queries.ts'
import { Notice } from '../ui/Notice.tsx'
import { countOf } from '../../shared/text/counts.ts'
import classes from './Files.module.css'
import { type Imported, importedFiles } from './review/imported.ts'
import { addIncomingFiles, fileIntake } from './incomingFiles.ts'
import { UnreadableFiles } from './review/UnreadableFiles.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { closeLocked, showRead, type useFileIntake } from './readIncoming.ts'
import { droppedFiles } from './readText.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

type ImportSectionProps = {
  intake: ReturnType<typeof useFileIntake>
  /** What was imported since the screen was opened, the last one first. */
  imported: readonly Imported[]
}

export function ImportSection({ intake: { problems, locked, reading }, imported }: ImportSectionProps) {
  return (
    <section className={classes.section}>
      <h2>Import</h2>
      <UnreadableFiles files={problems} />
      {imported.map((each, index) => (
        <ImportedNotice key={each.importId} imported={each} isLast={index === 0} />
      ))}
      {locked && (
        <PassphraseDialog
          {...locked}
          onClose={closeLocked}
          onRead={(review) => {
            // Cancelled while it was opened, it is not looked at.
            if (fileIntake.get().locked === locked) showRead(locked.fileName, { ok: true, value: review })
          }}
        />
      )}
      <Dropzone
        className={classes.zone ?? ''}
        multiple
        loading={reading}
        activateOnKeyboard={false}
        // What is dropped beside the zone is opened by the window, as on every other page.
        preventDropOnDocument={false}
        enablePointerEvents
        inputProps={{ 'aria-label': 'Import file', 'aria-hidden': true }}
        getFilesFromEvent={droppedFiles}
        onDrop={addIncomingFiles}
      >
        <div className={classes.zoneWords}>
          <IconFileImport size={26} color="var(--sw-text-3)" aria-hidden />
          <b>Drop a configuration here</b>
          <p>
            A <span className="mono">.syncwright.json</span>, <span className="mono">.syncwright-bundle</span>{' '}
            or <span className="mono">.reference.json</span> file, or several of them. What each would change
            is shown before anything is stored.
          </p>
          {/* The click reaches the zone around it, which opens the dialog. */}
          <Button variant="default" disabled={reading}>
            Import file
          </Button>
        </div>
      </Dropzone>
    </section>
  )
}

const markUndone = (importId: string): void =>
  importedFiles.set((before) =>
    before.map((each) => (each.importId === importId ? { ...each, undone: true } : each)),
  )

/** What an import did, with the way on; the last one can be taken back. */
function ImportedNotice({ imported, isLast }: { imported: Imported; isLast: boolean }) {
  const { importId, message, carried, stored, connections, undone } = imported
  const { go } = useNavigation()
  const undo = useChange('files:undoImport')
  const needing = (useConnections().data ?? []).filter(
    ({ name, key, demo }) => key === 'needed' && !demo && connections.includes(name),
  )
  if (undone)
    return (
      <Notice kind="info" role="status" title="The import was taken back.">
        Everything is as it was before it.
      </Notice>
    )
  return (
    <>
      <ErrorNotice problem={undo.error && problemOf(undo.error)} />
      <Notice
        kind={stored.length > 0 || carried ? 'ok' : 'info'}
        role="status"
        title={message}
        action={
          isLast &&
          (stored.length > 0 || carried) && (
            <Button
              size="xs"
              variant="default"
              loading={undo.isPending}
              onClick={() => undo.mutate({ importId }, { onSuccess: () => markUndone(importId) })}
            >
              Undo
            </Button>
          )
        }
      >
        {carried}
        {stored.length > 0 && (
          <span className={classes.links}>
            {stored.slice(0, 10).map(({ id, name, connection }) => (
              <span key={id}>
                <LinkButton onClick={() => go({ name: 'relationship', id })}>
                  <bdi>{name}</bdi>
                </LinkButton>{' '}
                under <bdi>{connection}</bdi>
              </span>
            ))}
            {stored.length > 10 && `and ${stored.length - 10} more`}
          </span>
        )}
      </Notice>
      <LeftOpenByImport stored={stored} />
      {needing.map(({ id, name }) => (
        <Notice
          key={id}
          kind="warning"
          title={
            <>
              Keys needed: <bdi>{name}</bdi>
            </>
          }
          action={
            <Button size="xs" variant="default" onClick={() => go({ name: 'connection', id })}>
              Enter the keys
            </Button>
          }
        >
          The file brought none for this connection. Enter them once; everything else is in place.
        </Notice>
      ))}
    </>
  )
}

const mostNamed = 10

/** What could not be matched, by name: each relationship says it too, until it is decided there. */
function LeftOpenByImport({ stored }: Pick<Imported, 'stored'>) {
  const { go } = useNavigation()
  const open = stored.filter(({ leftOpen }) => leftOpen.length > 0)
  if (open.length === 0) return null
  return (
    <Notice
      kind="warning"
      role="status"
      title={`Left open: ${countOf(open.flatMap(({ leftOpen }) => leftOpen).length, 'setting')}`}
    >
      {open.slice(0, mostNamed).map(({ id, name, leftOpen }) => (
        <div key={id}>
          <LinkButton onClick={() => go({ name: 'relationship', id })}>
            <bdi>{name}</bdi>
          </LinkButton>
          : {leftOpenWords(leftOpen)}
        </div>
      ))}
      {open.length > mostNamed && `and ${open.length - mostNamed} more`}
    </Notice>
  )
}
