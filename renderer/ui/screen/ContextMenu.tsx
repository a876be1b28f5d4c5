// The menu of a row where the pointer is: on a right click, by the menu key or Shift F10.
import { Menu } from '@mantine/core'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { Key } from '../Key.tsx'
import { type MenuPlace, menuPlaceOf } from './menuPlace.ts'

export type MenuEntry = {
  label: string
  icon: ReactNode
  run: () => void
  /** The key that does the same while its screen is open. */
  keys?: string
  /** It takes something away. */
  danger?: boolean
  disabled?: boolean
}

type ContextMenuProps = { place: MenuPlace; entries: readonly MenuEntry[]; onClose: () => void }

export function ContextMenu({ place, entries, onClose }: ContextMenuProps) {
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={2}
      portalProps={{ target: 'main' }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: place.x, top: place.y, width: 0, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ label, icon, run, danger, disabled, keys }) => (
          <Menu.Item
            key={label}
            leftSection={icon}
            rightSection={keys && <Key>{keys}</Key>}
            disabled={disabled}
            {...(danger && { color: 'red' })}
            data-autofocus={(danger && place.toDelete) || undefined}
            onClick={run}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** For the rows of one list: `show` opens the menu of a row, `menu` is drawn once beside them. */
export function useContextMenu() {
  const [shown, setShown] = useState<{ place: MenuPlace; entries: readonly MenuEntry[] } | null>(null)
  return {
    show: (event: MouseEvent, entries: readonly MenuEntry[], anchor?: Element | null) => {
      const place = menuPlaceOf(event, anchor)
      if (place) setShown({ place, entries })
    },
    menu: shown && <ContextMenu {...shown} onClose={() => setShown(null)} />,
  }
}
