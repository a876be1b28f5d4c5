// Where the relationships of one connection of the file go: that connection here, another one, or a new one without keys.
import { Select } from '@mantine/core'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { Chip } from '../../ui/Chip.tsx'
import { connectionOf, type ImportOrigin } from './decisions.ts'
import classes from '../Files.module.css'
import { environmentLabels } from '../../../shared/connection/environments.ts'

type DestinationProps = {
  origin: ImportOrigin
  connections: readonly ConnectionView[]
  onInto: (ids: readonly string[], connectionId: string) => void
}

const asNew = 'new'

export function Destination({ origin: { connection, entries }, connections, onInto }: DestinationProps) {
  const { name, environment, site, companyId } = connection
  const into = connectionOf(entries)
  const options = [
    ...(into === null ? [{ value: asNew, label: `${name} (new, without keys)` }] : []),
    ...connections.map((each) => ({
      value: each.id,
      label: `${each.name} · ${environmentLabels[each.environment]}`,
    })),
  ]
  return (
    <div className={classes.destination}>
      <span>
        From <bdi className={classes.value}>{name}</bdi>{' '}
        <Chip tone={environment}>{environmentLabels[environment]}</Chip>{' '}
        <small className={classes.id}>
          <bdi>{[site, companyId].filter(Boolean).join(', ')}</bdi>
        </small>
      </span>
      <Select
        label="Import into"
        classNames={{ root: classes.into ?? '', label: classes.intoLabel ?? '' }}
        allowDeselect={false}
        data={options}
        value={into === undefined ? null : (into ?? asNew)}
        placeholder="Several connections"
        onChange={(value) => {
          if (value !== null && value !== asNew)
            onInto(
              entries.map(({ relationship }) => relationship.id),
              value,
            )
        }}
      />
    </div>
  )
}
