// The sidebar: where to go, and every relationship grouped by its connection with its readiness.
import { ActionIcon, UnstyledButton } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import {
  IconFileImport,
  IconLayoutRows,
  IconPlug,
  IconPlus,
  IconSearch,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import type { RelationshipSummary } from '../../shared/ipc/relationshipCalls.ts'
import { useNavigation, type View } from '../state/navigation.tsx'
import { useConnections, useRelationships } from '../state/queries.ts'
import { Chip } from '../ui/Chip.tsx'
import { Key } from '../ui/Key.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { environmentLabels } from '../ui/environment.ts'
import { Logo } from './Logo.tsx'
import { readinessOf, staleWords } from '../ui/readinessWords.ts'
import classes from './Sidebar.module.css'

export function Sidebar() {
  const { view, go } = useNavigation()
  const connections = useConnections().data ?? []
  const relationships = useRelationships().data ?? []
  const used = connections.filter((each) =>
    relationships.some(({ connectionId }) => connectionId === each.id),
  )
  const detached = relationships.filter(
    ({ connectionId }) => !connections.some(({ id }) => id === connectionId),
  )
  return (
    <div className={classes.sidebar}>
      <div className={classes.brand}>
        <Logo />
        <span className={classes.name}>Syncwright</span>
        <ActionIcon
          className={classes.add ?? ''}
          variant="subtle"
          color="gray"
          aria-label="New relationship"
          title="New relationship"
          onClick={() => go({ name: 'newRelationship', connectionId: null })}
        >
          <IconPlus size={18} />
        </ActionIcon>
      </div>
      <UnstyledButton className={classes.search} onClick={spotlight.open}>
        <IconSearch size={15} aria-hidden />
        <span>Search or jump to</span>
        <Key>Ctrl K</Key>
      </UnstyledButton>
      <Entry
        icon={<IconLayoutRows size={17} />}
        to={{ name: relationships.length > 0 ? 'overview' : 'start' }}
        here={view}
        count={relationships.length}
      >
        Overview
      </Entry>
      <Entry
        icon={<IconPlug size={17} />}
        to={{ name: 'connections' }}
        here={view}
        also={view.name === 'connection'}
        count={connections.length}
      >
        Connections
      </Entry>
      <Entry icon={<IconFileImport size={17} />} to={{ name: 'files' }} here={view}>
        Files
      </Entry>
      <div className={classes.list}>
        {relationships.length === 0 && (
          <p className={classes.hint}>Relationships appear here, grouped by connection.</p>
        )}
        {used.map((connection) => (
          <Group
            key={connection.id}
            connection={connection}
            relationships={relationships.filter(({ connectionId }) => connectionId === connection.id)}
          />
        ))}
        {detached.length > 0 && <Group connection={null} relationships={detached} />}
      </div>
      <Entry icon={<IconTrash size={17} />} to={{ name: 'bin' }} here={view}>
        Bin
      </Entry>
    </div>
  )
}

type EntryProps = { icon: ReactNode; to: View; here: View; also?: boolean; count?: number; children: string }

function Entry({ icon, to, here, also = false, count, children }: EntryProps) {
  const { go } = useNavigation()
  return (
    <UnstyledButton
      className={classes.entry}
      aria-current={here.name === to.name || also ? 'page' : undefined}
      title={children}
      onClick={() => go(to)}
    >
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <span className={classes.words}>{children}</span>
      {count !== undefined && count > 0 && (
        <span className={classes.count} aria-hidden>
          {count}
        </span>
      )}
    </UnstyledButton>
  )
}

/** null: those whose connection was deleted. */
type GroupProps = { connection: ConnectionView | null; relationships: readonly RelationshipSummary[] }

function Group({ connection, relationships }: GroupProps) {
  const { view, go } = useNavigation()
  return (
    <div className={classes.group}>
      <div className={classes.groupHead}>
        <bdi className={classes.words}>{connection?.name ?? 'No connection'}</bdi>
        {connection && <EnvironmentChip environment={connection.environment} />}
      </div>
      {relationships.map((each) => {
        const { kind, word } = readinessOf(each.readiness)
        const { stale } = each.readiness
        return (
          <UnstyledButton
            key={each.id}
            className={classes.relationship}
            aria-current={view.name === 'relationship' && view.id === each.id ? 'page' : undefined}
            title={[`${each.contractName}: ${word}`, stale > 0 && staleWords(stale)]
              .filter(Boolean)
              .join('. ')}
            onClick={() => go({ name: 'relationship', id: each.id })}
          >
            <SeverityIcon kind={kind} />
            <span className={classes.initials} aria-hidden>
              {initials(each.contractName)}
            </span>
            <span className={classes.words}>
              <bdi className={classes.contract}>{each.contractName}</bdi>
              <small>
                {each.role === 'target' ? 'Target' : 'Source'} · <bdi>{each.partner}</bdi>
              </small>
            </span>
            {each.readiness.errors > 0 && (
              <span className={classes.errors} aria-hidden>
                {each.readiness.errors}
              </span>
            )}
          </UnstyledButton>
        )
      })}
    </div>
  )
}

function EnvironmentChip({ environment }: Pick<ConnectionView, 'environment'>) {
  const label = environmentLabels[environment]
  return (
    <Chip tone={environment}>
      <span className={classes.words}>{label}</span>
      <span className={classes.short}>{label.slice(0, 4)}</span>
    </Chip>
  )
}

const characters = new Intl.Segmenter()

const initials = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => characters.segment(word).containing(0)?.segment ?? '')
    .join('')
    .toUpperCase()
