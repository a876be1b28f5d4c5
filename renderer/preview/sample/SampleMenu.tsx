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
import type { useSampleActions } from './useSampleActions.ts'

/** What the menu opens. */
export type SampleDialog = 'read' | 'type' | 'keep' | 'kept'

type SampleMenuProps = {
  actions: ReturnType<typeof useSampleActions>
  /** Why ConnectWise cannot be read now, null when it can. */
  notRead: string | null
  onDialog: (dialog: SampleDialog) => void
}

/** Why the sample in use is not offered to be kept. */
function whyNotKept({ sample, underway }: SampleMenuProps['actions']): string | null {
  if (underway !== null) return underway
  if (sample.origin.kind === 'library') return 'The sample library is always at hand.'
  return sample.entries.length === 0 ? 'The sample holds no tickets.' : null
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

export function SampleMenu({ actions, notRead, onDialog }: SampleMenuProps) {
  const input = useRef<HTMLInputElement>(null)
  const name = originName(actions.sample.origin)
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
          <Item
            Icon={IconCloudDownload}
            label="Read from ConnectWise"
            not={notRead}
            onClick={() => onDialog('read')}
          />
          <Item
            Icon={IconFileImport}
            label="Import file"
            not={actions.underway}
            onClick={() => input.current?.click()}
          />
          <Item Icon={IconPencil} label="Type one" onClick={() => onDialog('type')} />
          <Item Icon={IconBooks} label="Sample library" onClick={actions.useLibrary} />
          <Menu.Divider />
          <Item
            Icon={IconDeviceFloppy}
            label="Keep sample"
            not={whyNotKept(actions)}
            onClick={() => onDialog('keep')}
          />
          <Item Icon={IconArchive} label="Kept samples" onClick={() => onDialog('kept')} />
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
          if (file) void actions.importFile(file)
        }}
      />
    </>
  )
}
