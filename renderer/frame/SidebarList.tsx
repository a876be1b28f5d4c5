// The relationships in the sidebar: a filter, groups by connection, the open one always in sight; only what is seen is drawn.
import { TextInput, UnstyledButton } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ComponentType, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'
import { useNavigation } from '../state/navigation.tsx'
import { useConnections, useRelationships } from '../state/queries.ts'
import { useRename } from '../ui/keyboard/renaming.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { answerRowKey, type MenuPlace, menuPlaceOf } from '../ui/screen/menuPlace.ts'
import { observeScroller } from '../ui/behaviour/laidOut.ts'
import { moveThroughRows } from '../ui/behaviour/rowHabits.ts'
import { Chip } from '../ui/Chip.tsx'
import { readinessOf, staleWords } from '../ui/words/readinessWords.ts'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import classes from './Sidebar.module.css'
import { initialsOf, sidebarLines } from './sidebarLines.ts'
import { environmentLabels } from '../../shared/connection/environments.ts'
import { roleWords } from '../../shared/relationship/roles.ts'

const typedFilter = windowState('')
const firstSize = { width: 252, height: 900 }

/** The menu of a relationship, which brings its code when it is first asked for. */
export type SidebarMenu = ComponentType<{
  relationship: RelationshipSummary
  place: MenuPlace
  onClose: () => void
}>

export default function SidebarList({ RowMenu }: { RowMenu: SidebarMenu }) {
  const [asked, setAsked] = useState<{ relationship: RelationshipSummary; place: MenuPlace } | null>(null)
  const { view } = useNavigation()
  const connections = useConnections().data ?? []
  const relationships = useRelationships().data ?? []
  const [filter, setFilter] = useWindowState(typedFilter)
  const scroller = useRef<HTMLDivElement>(null)
  const lines = sidebarLines(connections, relationships, filter)
  const open = view.name === 'relationship' ? view.id : null
  const openAt = lines.findIndex(({ key }) => key === open)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? 30 : 44),
    getItemKey: (index) => lines[index]?.key ?? index,
    initialRect: firstSize,
    overscan: 10,
    observeElementRect: observeScroller,
  })
  const nameOf = (index: number): string => {
    const line = lines[index]
    return line?.kind === 'relationship' ? line.relationship.contractName : ''
  }
  // Shown when another one is opened, not whenever the list is narrowed.
  const reveal = useEffectEvent(() => {
    if (openAt >= 0) virtual.scrollToIndex(openAt, { align: 'auto' })
  })
  useEffect(() => reveal(), [open])
  return (
    <>
      <TextInput
        type="search"
        size="xs"
        className={classes.filter ?? ''}
        aria-label="Filter this list"
        placeholder="Filter this list"
        leftSection={<IconFilter size={14} />}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
          event.preventDefault()
          scroller.current?.querySelector('button')?.focus()
        }}
      />
      <div ref={scroller} className={classes.list} onKeyDown={moveThroughRows(virtual, nameOf)}>
        {lines.length === 0 && <p className={classes.hint}>Nothing matches “{filter}”.</p>}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const line = lines[index]
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.place}
                style={{ top: start }}
              >
                {line?.kind === 'group' && <GroupHead connection={line.connection} />}
                {line?.kind === 'relationship' && (
                  <Relationship
                    relationship={line.relationship}
                    isOpen={line.key === open}
                    onMenu={(place) => {
                      if (place) setAsked({ relationship: line.relationship, place })
                    }}
                  />
                )}
              </div>
            )
          })}
        </div>
      </div>
      {asked && (
        <Suspense>
          <RowMenu {...asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  )
}

function GroupHead({ connection }: { connection: ConnectionView | null }) {
  const label = connection && environmentLabels[connection.environment]
  return (
    <div className={classes.groupHead}>
      <bdi className={classes.words}>{connection?.name ?? 'No connection'}</bdi>
      {connection && label && (
        <Chip tone={connection.environment}>
          <span className={classes.words}>{label}</span>
          <span className={classes.short}>{label.slice(0, 4)}</span>
        </Chip>
      )}
    </div>
  )
}

type RelationshipProps = {
  relationship: RelationshipSummary
  isOpen: boolean
  onMenu: (place: MenuPlace | null) => void
}

function Relationship({ relationship, isOpen, onMenu }: RelationshipProps) {
  const { go } = useNavigation()
  const rename = useRename()
  const { id, contractName, partner, role, readiness } = relationship
  const { kind, word } = readinessOf(readiness)
  const { errors, toChoose, stale } = readiness
  const count = kind === 'open' ? toChoose : errors - toChoose
  return (
    <UnstyledButton
      className={classes.relationship}
      aria-current={isOpen ? 'page' : undefined}
      title={[`${contractName}: ${word}`, stale > 0 && staleWords(stale)].filter(Boolean).join('. ')}
      onClick={() => go({ name: 'relationship', id })}
      onContextMenu={(event) => onMenu(menuPlaceOf(event))}
      onKeyDown={(event) => answerRowKey(event, { show: onMenu, rename: () => rename(id) })}
    >
      <SeverityIcon kind={kind} />
      <span className={classes.initials} aria-hidden>
        {initialsOf(contractName)}
      </span>
      <span className={classes.words}>
        <bdi className={classes.contract}>{contractName}</bdi>
        <small>
          {roleWords[role]} · <bdi>{partner}</bdi>
        </small>
      </span>
      {count > 0 && (
        <span className={classes.errors} data-kind={kind} aria-hidden>
          {count}
        </span>
      )}
    </UnstyledButton>
  )
}
