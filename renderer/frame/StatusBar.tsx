// The status bar: which connection, that the app only reads, background work, and whether there is a network.
import {
  IconHelpCircle,
  IconKeyboard,
  IconLock,
  IconPlug,
  IconSettings,
  IconShieldOff,
  IconWifi,
  IconWifiOff,
  type TablerIcon,
} from '@tabler/icons-react'
import { RefreshStatus } from '../connections/refresh/RefreshStatus.tsx'
import { useNavigation } from '../state/navigation.tsx'
import { useNetworkState } from '../state/networkState.ts'
import { useAppInfo, useConnections, useRelationships } from '../state/queries.ts'
import { showAppSettings, showHelp, showShortcuts } from '../help/showHelp.ts'
import { Key } from '../ui/Key.tsx'
import classes from './StatusBar.module.css'
import { countOf } from '../../shared/text/counts.ts'

export function StatusBar() {
  const { view } = useNavigation()
  const network = useNetworkState()
  const online = network === 'online'
  const app = useAppInfo().data
  const connections = useConnections().data ?? []
  const relationships = useRelationships().data ?? []
  const connectionId =
    view.name === 'connection'
      ? view.id
      : view.name === 'relationship'
        ? relationships.find(({ id }) => id === view.id)?.connectionId
        : null
  const connection = connections.find(({ id }) => id === connectionId)
  return (
    <div className={classes.bar}>
      <span className={classes.item} title={connection && `${connection.name}, ${connection.site}`}>
        <IconPlug size={14} aria-hidden />
        {connection ? (
          <>
            <bdi>{connection.name}</bdi> <span className={classes.grey}>{connection.site}</span>
          </>
        ) : connections.length === 0 ? (
          'No connection yet'
        ) : (
          countOf(connections.length, 'connection')
        )}
      </span>
      <span className={classes.item}>
        <IconLock size={14} aria-hidden />
        Read-only
      </span>
      {app?.keystore === 'memory' && (
        <span
          className={classes.item}
          title="This computer offers no keystore. Keys are kept in memory until you quit."
        >
          <IconShieldOff size={14} aria-hidden />
          Keys in memory only
        </span>
      )}
      <span className={classes.work}>
        <RefreshStatus />
      </span>
      <span
        className={classes.item}
        title={network === 'lost' ? 'ConnectWise could not be reached. Refresh tries again.' : undefined}
      >
        {online ? (
          <IconWifi size={14} color="var(--sw-ok)" aria-hidden />
        ) : (
          <IconWifiOff size={14} aria-hidden />
        )}
        {online ? 'Online' : 'Offline'}
      </span>
      <IconAction
        label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        Icon={IconKeyboard}
        onClick={showShortcuts}
      />
      <IconAction
        label="Settings of the app"
        title="Settings of the app: theme, text size, dates"
        Icon={IconSettings}
        onClick={showAppSettings}
      />
      <button
        type="button"
        className={`${classes.item} ${classes.shortcuts}`}
        title="Help (F1)"
        onClick={showHelp}
      >
        <IconHelpCircle size={15} aria-hidden />
        Help <Key>F1</Key>
      </button>
    </div>
  )
}

type IconActionProps = { label: string; title: string; Icon: TablerIcon; onClick: () => void }

const IconAction = ({ label, title, Icon, onClick }: IconActionProps) => (
  <button
    type="button"
    className={`${classes.item} ${classes.shortcuts}`}
    aria-label={label}
    title={title}
    onClick={onClick}
  >
    <Icon size={15} aria-hidden />
  </button>
)
