// What the last refresh found among the records that relationships use, with the way to where each is used.
import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { collectionWords } from '../../../shared/reference/collectionNames.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useNavigation } from '../../state/navigation.tsx'
import { requestValue } from '../../state/queries.ts'
import { queryKey } from '../../state/queryKeys.ts'
import { countOf, formatCount } from '../../../shared/text/counts.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import classes from './ChangedRecords.module.css'

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

const keyOfRecord = ({ connectionId, collection, id }: Changed): string =>
  `${connectionId} ${collection}:${id}`

const What = ({ collection, name }: Pick<Changed, 'collection' | 'name'>) => (
  <>
    {collectionWords[collection].record}{' '}
    <bdi className={classes.name} title={name}>
      {name}
    </bdi>
  </>
)

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
  const only = records.length === 1 ? records[0] : undefined
  const look = ({ connectionId, collection, id, name }: Changed) =>
    go({ name: 'whereUsed', target: { connectionId, overrideOf: null }, record: { collection, id, name } })
  const title = `${countOf(records.length, 'record')} used by ${countOf(used, 'relationship')} ${
    records.length === 1 ? 'is' : 'are'
  } gone, inactive or renamed`
  return (
    <Notice
      kind="warning"
      title={title}
      action={
        <span className={classes.buttons}>
          <Button
            size="xs"
            variant="default"
            {...(only
              ? { onClick: () => look(only) }
              : { 'aria-expanded': open, onClick: () => setOpen(!open) })}
          >
            Review
          </Button>
          <button
            type="button"
            className={classes.putAway}
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
      {open ? (
        <ul className={classes.records}>
          {records.map((record) => (
            <li key={keyOfRecord(record)}>
              <LinkButton onClick={() => look(record)}>
                <What {...record} />
              </LinkButton>{' '}
              {stateWords[record.state]}, used by {countOf(record.relationships.length, 'relationship')}
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.summary}>
          {records.slice(0, shown).map((record, index) => (
            <Fragment key={keyOfRecord(record)}>
              {index > 0 && '; '}
              <What {...record} /> {stateWords[record.state]}
            </Fragment>
          ))}
          {records.length > shown && `; and ${formatCount(records.length - shown)} more`}.
        </p>
      )}
    </Notice>
  )
}
