// The frame of the window: sidebar at the left, the open screen, the status bar below. Nothing of it ever scrolls away.
import { ActionIcon } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconMenu2 } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import classes from './Frame.module.css'
import { showShortcuts } from './Shortcuts.tsx'
import { Sidebar } from './Sidebar.tsx'
import { StatusBar } from './StatusBar.tsx'
import { usePaneWalk } from './usePaneWalk.ts'

export function Frame({ children }: { children: ReactNode }) {
  const [menu, setMenu] = useState(false)
  usePaneWalk()
  // By what the key types, wherever the layout has it; in a text field it is a question mark.
  useWindowEvent('keydown', (event) => {
    if (event.key !== '?' || document.querySelector('[aria-modal="true"]')) return
    const typing = event.target instanceof Element && event.target.matches('input, textarea, select')
    if (!typing) showShortcuts()
  })
  return (
    <div className={classes.frame} data-menu={menu || undefined}>
      <nav className={classes.sidebar} aria-label="Main" onClick={() => setMenu(false)}>
        <Sidebar />
      </nav>
      <main className={classes.main}>
        <ActionIcon
          className={classes.menuButton ?? ''}
          variant="default"
          aria-label="Menu"
          aria-expanded={menu}
          onClick={() => setMenu(!menu)}
        >
          <IconMenu2 size={16} />
        </ActionIcon>
        {children}
      </main>
      <footer className={classes.status}>
        <StatusBar />
      </footer>
    </div>
  )
}
