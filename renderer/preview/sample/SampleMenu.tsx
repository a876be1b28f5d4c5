// Where the tickets of the preview come from: read, imported, typed, kept, or the sample library.
import { Button, Menu } from '@mantine/core'
import {
  IconArchive,
  IconBooks,
  IconDeviceFloppy,
  IconChevronDown,
  IconCloudDownload,
  IconFileImport,
  IconPencil,
  type TablerIcon,
} from '@tabler/icons-react'
import { useRef } from 'react'
import classes from '../Preview.module.css'
import type { SampleOrigin } from '../judging/heldSample.ts'

type SampleMenuProps = {
  origin: SampleOrigin
  /** Why ConnectWise cannot be read now, null when it can. */
  notRead: string | null
  /** Why nothing can be imported now, null when it can. */
  notImported: string | null
  onRead: () => void
  onFile: (file: File) => void
  onType: () => void
  onLibrary: () => void
  /** Why the sample cannot be kept now, null when it can. */
  notKept: string | null
  onKeep: () => void
  onKept: () => void
}

/** The button says what is in use, as short as it can. */
function originName(origin: SampleOrigin): string {
  switch (origin.kind) {
    case 'library':
      return 'Sample library'
    case 'read':
      return 'From ConnectWise'
    case 'file':
      return origin.name
    case 'typed':
      return 'Typed'
    case 'kept':
      return origin.name
  }
}

type ItemProps = {
  Icon: TablerIcon
  label: string
  /** Why it has to wait, said below its name; null when it does not. */
  not?: string | null
  onClick: () => void
}

function Item({ Icon, label, not = null, onClick }: ItemProps) {
  return (
    <Menu.Item leftSection={<Icon size={16} aria-hidden />} disabled={not !== null} onClick={onClick}>
      {label}
      {not !== null && <span className={classes.itemWhy}>{not}</span>}
    </Menu.Item>
  )
}

export function SampleMenu(props: SampleMenuProps) {
  const { origin, notRead, notImported, onRead, onFile, onType, onLibrary, notKept, onKeep, onKept } = props
  const input = useRef<HTMLInputElement>(null)
  const name = originName(origin)
  return (
    <>
      <Menu
        position="bottom-end"
        width={260}
        shadow="sm"
        transitionProps={{ duration: 120 }}
        // Inside the pane: what stands outside every landmark is missed by those who walk them.
        portalProps={{ target: '[data-preview]' }}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            className={classes.sampleButton}
            data-sample-menu
            title={`Tickets in use: ${name}`}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            <bdi className={classes.sampleName}>{name}</bdi>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Item Icon={IconCloudDownload} label="Read from ConnectWise" not={notRead} onClick={onRead} />
          <Item
            Icon={IconFileImport}
            label="Import file"
            not={notImported}
            onClick={() => input.current?.click()}
          />
          <Item Icon={IconPencil} label="Type one" onClick={onType} />
          <Item Icon={IconBooks} label="Sample library" onClick={onLibrary} />
          <Menu.Divider />
          <Item Icon={IconDeviceFloppy} label="Keep sample" not={notKept} onClick={onKeep} />
          <Item Icon={IconArchive} label="Kept samples" onClick={onKept} />
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/plain"
        aria-label="Sample file"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // Emptied, so that choosing the same file again is a change.
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
