// What the last refresh found among the records that relationships use, with the way to where each is used.
import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { collectionWords } from '../../shared/reference/collectionNames.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { useNavigation } from '../state/navigation.tsx'
import { requestValue } from '../state/queries.ts'
import { queryKey } from '../state/queryKeys.ts'
import { countOf } from '../ui/words/counts.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import classes from './Overview.module.css'

type Changed = Output<'fleet:changed'>[number] & { connectionId: string }

const stateWords = {
  gone: 'is gone',
  inactive: 'is inactive',
  renamed: 'was renamed',
  moved: 'was moved',
} as const
/** Which findings of which refresh were put away. */
const putAwayState = windowState<readonly string[]>([])
const shown = 3

const relationshipsOf = (records: readonly Changed[]): number =>
  new Set(records.flatMap(({ relationships }) => relationships)).size

/** Nothing while all is well, and nothing after it was put away, until the next refresh finds something. */
export function ChangedRecords({ connections }: { connections: readonly ConnectionView[] }) {
  const { go } = useNavigation()
  const [open, setOpen] = useState(false)
  const [putAway, setPutAway] = useWindowState(putAwayState)
  const asked = connections.filter(
    ({ id, fetchedAt }) => fetchedAt !== null && !putAway.includes(`${id} ${fetchedAt}`),
  )
  const answers = useQueries({
    queries: asked.map(({ id, fetchedAt }) => ({
      queryKey: queryKey('fleet:changed', { id, fetchedAt }),
      queryFn: () => requestValue('fleet:changed', { connectionId: id }),
    })),
  })
  const records = answers.flatMap(({ data = [] }, index): Changed[] =>
    data.map((record) => ({ ...record, connectionId: asked[index]?.id ?? '' })),
  )
  if (records.length === 0) return null
  const used = relationshipsOf(records)
  const title = `${countOf(records.length, 'record')} used by ${countOf(used, 'relationship')} ${
    records.length === 1 ? 'is' : 'are'
  } gone, inactive or renamed`
  return (
    <Notice
      kind="warning"
      title={title}
      action={
        <span className={classes.line}>
          <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            Review
          </Button>
          <button
            type="button"
            className={classes.sort}
            aria-label="Put this notice away"
            onClick={() =>
              setPutAway((before) => [...before, ...asked.map(({ id, fetchedAt }) => `${id} ${fetchedAt}`)])
            }
          >
            <IconX size={15} aria-hidden />
          </button>
        </span>
      }
    >
      <ul className={classes.changed}>
        {(open ? records : records.slice(0, shown)).map((record) => (
          <li key={`${record.connectionId} ${record.collection}:${record.id}`}>
            <LinkButton
              onClick={() =>
                go({
                  name: 'whereUsed',
                  connectionId: record.connectionId,
                  record: { collection: record.collection, id: record.id, name: record.name },
                })
              }
            >
              {collectionWords[record.collection].record} <bdi>{record.name}</bdi>
            </LinkButton>{' '}
            {stateWords[record.state]}, used by {countOf(record.relationships.length, 'relationship')}
          </li>
        ))}
        {!open && records.length > shown && <li>and {records.length - shown} more</li>}
      </ul>
    </Notice>
  )
}
