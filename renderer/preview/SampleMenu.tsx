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
} from '@tabler/icons-react'
import { useRef } from 'react'
import classes from './Preview.module.css'
import type { Origin } from './samples.ts'

type SampleMenuProps = {
  origin: Origin
  reading: boolean
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
function originName(origin: Origin): string {
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

export function SampleMenu(props: SampleMenuProps) {
  const { origin, reading, onRead, onFile, onType, onLibrary, notKept, onKeep, onKept } = props
  const input = useRef<HTMLInputElement>(null)
  const name = originName(origin)
  return (
    <>
      <Menu position="bottom-end" width={230} shadow="sm" transitionProps={{ duration: 120 }}>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            className={classes.sampleButton}
            title={`Tickets in use: ${name}`}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            <bdi className={classes.sampleName}>{name}</bdi>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCloudDownload size={16} />} disabled={reading} onClick={onRead}>
            Read from ConnectWise
          </Menu.Item>
          <Menu.Item leftSection={<IconFileImport size={16} />} onClick={() => input.current?.click()}>
            Import file
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onType}>
            Type one
          </Menu.Item>
          <Menu.Item leftSection={<IconBooks size={16} />} onClick={onLibrary}>
            Sample library
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconDeviceFloppy size={16} />}
            disabled={notKept !== null}
            title={notKept ?? undefined}
            onClick={onKeep}
          >
            Keep sample
          </Menu.Item>
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={onKept}>
            Kept samples
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        accept=".json,.csv,application/json,text/csv"
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
