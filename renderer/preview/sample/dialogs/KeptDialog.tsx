// The samples kept for a connection, with size and age: load one, or delete it after a second click.
import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArchive } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { KeptSample } from '../../../../shared/preview/sample/keptSample.ts'
import { problemOf, readAgain, readingQuery, useChange } from '../../../state/queries.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Message } from '../../../ui/Message.tsx'
import { fullTime, relativeTime } from '../../../ui/words/time.ts'
import classes from './Dialog.module.css'
import { sizeText, ticketsText } from '../keptWords.ts'
import { useFocusHeir } from '../../../ui/behaviour/useFocusHeir.ts'
import { flowLabels } from '../../judging/groups.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'

type KeptDialogProps = {
  opened: boolean
  onClose: () => void
  connectionId: string
  /** Why none can be loaded now, null when one can. */
  notLoaded: string | null
  onLoad: (kept: KeptSample) => void
}

type RowProps = {
  kept: KeptSample
  notLoaded: string | null
  onLoad: () => void
  onDelete: () => void
}

/** A deleted row leaves the focus to the first button of the dialog, which closes it. */
const closeOf = (row: HTMLElement): HTMLElement | null =>
  row.closest('[role="dialog"]')?.querySelector('button') ?? null

function KeptRow({ kept, notLoaded, onLoad, onDelete }: RowProps) {
  /** null before the first question; the buttons change places with every answer, and the focus follows. */
  const [asked, setAsked] = useState<boolean | null>(null)
  const row = useRef<HTMLLIElement>(null)
  useFocusHeir(row, closeOf)
  const { name, flow, rows, bytes, keptAt } = kept
  return (
    <li ref={row} className={classes.kept}>
      <div className={classes.keptWords}>
        <p className={classes.keptName} title={name}>
          <bdi>{name}</bdi>
        </p>
        <p className={classes.keptFacts}>
          {asked ? (
            'It cannot be brought back.'
          ) : (
            <>
              <Chip tone="info">{flowLabels[flow]}</Chip> {ticketsText(rows)} · {sizeText(bytes)} ·{' '}
              <time dateTime={keptAt} title={fullTime(keptAt)}>
                kept {relativeTime(keptAt)}
              </time>
            </>
          )}
        </p>
      </div>
      {asked ? (
        <>
          <Button variant="default" size="xs" autoFocus onClick={() => setAsked(false)}>
            Keep it
          </Button>
          <Button color="red" size="xs" aria-label={`Delete “${name}” for good`} onClick={onDelete}>
            Delete
          </Button>
        </>
      ) : (
        <>
          <Button
            variant="subtle"
            size="xs"
            autoFocus={asked === false}
            aria-label={`Delete “${name}”`}
            onClick={() => setAsked(true)}
          >
            Delete
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={notLoaded !== null}
            title={notLoaded ?? undefined}
            aria-label={`Load “${name}”`}
            onClick={onLoad}
          >
            Load
          </Button>
        </>
      )}
    </li>
  )
}

function KeptList({ onClose, connectionId, notLoaded, onLoad }: Omit<KeptDialogProps, 'opened'>) {
  // Read anew each time: samples come and go with bundles and connections too.
  const list = useQuery({
    ...readingQuery('samples:list', {}),
    refetchOnMount: 'always',
    select: (all) => all.filter((kept) => kept.connectionId === connectionId),
  })
  const remove = useChange('samples:remove')
  const problem = list.error ?? remove.error
  return (
    <div className={classes.form}>
      <ErrorNotice problem={problem && problemOf(problem)} />
      {list.data?.length === 0 && (
        <Message icon={<IconArchive size={26} />} title="No sample is kept">
          Tickets last until the window closes, unless you keep them. Keep sample is in the menu of samples.
        </Message>
      )}
      {list.data && list.data.length > 0 && (
        <ul className={classes.keptList} aria-label="Kept samples">
          {list.data.map((kept) => (
            <KeptRow
              key={kept.id}
              kept={kept}
              notLoaded={notLoaded}
              onLoad={() => {
                onClose()
                onLoad(kept)
              }}
              // Not disabled meanwhile: a disabled button loses the focus.
              onDelete={() => {
                if (!remove.isPending)
                  remove.mutate({ id: kept.id }, { onError: () => void readAgain('samples') })
              }}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

export function KeptDialog({ opened, ...list }: KeptDialogProps) {
  return (
    <Modal opened={opened} onClose={list.onClose} title="Kept samples" size={560}>
      <KeptList {...list} />
    </Modal>
  )
}
