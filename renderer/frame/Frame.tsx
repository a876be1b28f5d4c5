// The frame of the window: sidebar at the left, the open screen, the status bar below. Nothing of it ever scrolls away.
import { ActionIcon } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { KeptDraftStrip } from '../drafts/KeptDraftNotice.tsx'
import { useBreakpoint } from '../state/breakpoint.ts'
import { useNavigation } from '../state/navigation.tsx'
import classes from './Frame.module.css'
import { showHelp, showShortcuts } from '../help/showHelp.ts'
import { Sidebar } from './Sidebar.tsx'
import type { SidebarMenu } from './SidebarList.tsx'
import { StatusBar } from './StatusBar.tsx'
import { useFrameKeys } from './useFrameKeys.ts'
import { useFind } from './useFind.ts'
import { useIncomingFiles } from './useIncomingFiles.ts'
import { useLayer } from '../ui/behaviour/layers.ts'
import { usePaneWalk } from './usePaneWalk.ts'

export function Frame({ RowMenu, children }: { RowMenu: SidebarMenu; children: ReactNode }) {
  const { view } = useNavigation()
  const [menu, setMenu] = useState(false)
  const main = useRef<HTMLElement>(null)
  const opened = useRef(view)
  // What was pressed may have gone with its screen; the focus then enters the new one.
  useEffect(() => {
    if (opened.current === view) return
    opened.current = view
    if (document.activeElement === document.body) main.current?.focus()
  }, [view])
  usePaneWalk()
  useFind()
  useIncomingFiles()
  useFrameKeys({ showHelp, showShortcuts })
  const layout = useBreakpoint()
  useLayer(menu && layout === 'small', 'popup', () => setMenu(false))
  return (
    <div className={classes.frame} data-layout={layout} data-menu={menu || undefined}>
      <nav className={classes.sidebar} aria-label="Main" onClick={() => setMenu(false)}>
        <Sidebar RowMenu={RowMenu} />
      </nav>
      <main ref={main} className={classes.main} tabIndex={-1} onPointerDown={() => setMenu(false)}>
        <ActionIcon
          className={classes.menuButton ?? ''}
          variant="subtle"
          color="gray"
          size={24}
          aria-label="Menu"
          aria-expanded={menu}
          // A press beside the menu closes it; this one is no press beside it.
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => setMenu(!menu)}
        >
          <IconMenu2 size={16} />
        </ActionIcon>
        <KeptDraftStrip />
        {children}
      </main>
      <footer className={classes.status}>
        <StatusBar />
      </footer>
    </div>
  )
}
