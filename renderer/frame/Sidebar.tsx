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
import { lazy, type ReactNode, Suspense } from 'react'
import { useBinItems } from '../bin/useBinItems.ts'
import { holdTypingUntilFocus } from '../state/kept/typedAhead.ts'
import { useNavigation, type View } from '../state/navigation.tsx'
import { useConnections, useRelationships } from '../state/queries.ts'
import { Key } from '../ui/Key.tsx'
import { Logo } from '../ui/Logo.tsx'
import classes from './Sidebar.module.css'
import type { SidebarMenu } from './SidebarList.tsx'
import { formatCount } from '../../shared/text/counts.ts'

// The very first screen has nothing to list, so it does not wait for what draws long lists.
const SidebarList = lazy(() => import('./SidebarList.tsx'))

const openPalette = () => {
  holdTypingUntilFocus()
  spotlight.open()
}

export function Sidebar({ RowMenu }: { RowMenu: SidebarMenu }) {
  const { view, go } = useNavigation()
  const connections = useConnections().data ?? []
  const relationships = useRelationships().data ?? []
  const deleted = useBinItems().data ?? []
  return (
    <div className={classes.sidebar}>
      <div className={classes.brand}>
        <Logo />
        <span className={classes.name}>Syncwright</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="New relationship"
          title="New relationship"
          onClick={() => go({ name: 'newRelationship', connectionId: null })}
        >
          <IconPlus size={18} />
        </ActionIcon>
      </div>
      <UnstyledButton className={classes.search} onClick={openPalette}>
        <IconSearch size={15} aria-hidden />
        <span>Search or jump to</span>
        <Key>Ctrl K</Key>
      </UnstyledButton>
      <Entry
        icon={<IconLayoutRows size={17} />}
        to={{ name: 'start' }}
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
      {relationships.length === 0 ? (
        <div className={classes.list}>
          <p className={classes.hint}>Relationships appear here, grouped by connection.</p>
        </div>
      ) : (
        <Suspense fallback={<div className={classes.list} />}>
          <SidebarList RowMenu={RowMenu} />
        </Suspense>
      )}
      <Entry icon={<IconTrash size={17} />} to={{ name: 'bin' }} here={view} count={deleted.length}>
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
          {formatCount(count)}
        </span>
      )}
    </UnstyledButton>
  )
}
