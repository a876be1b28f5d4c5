// The bin: what was deleted, what is soonest gone first, with the way back.
import { Button, Table } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { askBeforeLoss } from '../ui/behaviour/askOnce.ts'
import { moveFocus } from '../ui/behaviour/rowHabits.ts'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import type { BinItem } from '../../shared/ipc/areas/binCalls.ts'
import { daysInBin } from '../../shared/ipc/daysInBin.ts'
import { Pane } from '../ui/screen/Pane.tsx'
import { problemOf } from '../state/queries.ts'
import { type MenuEntry, useContextMenu } from '../ui/screen/ContextMenu.tsx'
import { Message } from '../ui/Message.tsx'
import { fullTime, relativeTime } from '../ui/words/time.ts'
import classes from './Bin.module.css'
import { useBin } from './useBin.tsx'
import { useBinItems } from './useBinItems.ts'
import { TableHead } from '../ui/screen/TableHead.tsx'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

const kinds: Record<BinItem['kind'], string> = { relationship: 'Relationship', connection: 'Connection' }
const columns = ['Name', 'Kind', 'Deleted', 'Days left']

/** To the same button of another row. */
const toOtherRow = (event: KeyboardEvent<HTMLElement>): void => {
  const { activeElement } = document
  const isSecond = activeElement?.previousElementSibling?.matches('button')
  void moveFocus(event, isSecond ? 'td button + button' : 'td button:first-child')
}

export default function BinPage() {
  const { data: items, error } = useBinItems()
  const { bringBack, deleteNow } = useBin()
  const { show, menu } = useContextMenu()
  const askDelete = (item: BinItem) =>
    askBeforeLoss({
      title: `Delete ${item.name} for good?`,
      text:
        item.kind === 'connection'
          ? 'Its lists, its samples and its history go with it. Nothing in ConnectWise changes.'
          : 'Its whole history goes with it. Nothing in ConnectWise changes.',
      confirm: 'Delete for good',
      cancel: 'Keep it',
      onConfirm: () => void deleteNow(item),
    })
  const entriesOf = (item: BinItem): MenuEntry[] => [
    { label: 'Bring back', icon: <IconArrowBackUp size={16} />, run: () => void bringBack(item) },
    { label: 'Delete now', icon: <IconTrash size={16} />, danger: true, run: () => askDelete(item) },
  ]
  return (
    <Pane
      head={
        <header className={classes.head}>
          <h1>Bin</h1>
          <p>Kept for {daysInBin} days. Histories come back, keys do not: they are entered again.</p>
        </header>
      }
    >
      <ErrorNotice title="The bin cannot be read" problem={error && problemOf(error)} />
      {items?.length === 0 && (
        <Message icon={<IconTrash size={26} />} title="Nothing in the bin">
          What is deleted can be brought back from here.
        </Message>
      )}
      {items && items.length > 0 && (
        <div className={classes.scroll}>
          <Table verticalSpacing={6} highlightOnHover aria-label="Bin">
            <TableHead titles={columns}>
              <Table.Td />
            </TableHead>
            <Table.Tbody onKeyDown={toOtherRow}>
              {items.map((item) => (
                <Table.Tr
                  key={`${item.kind} ${item.id}`}
                  onContextMenu={(event) => show(event, entriesOf(item))}
                >
                  <Table.Td>
                    <bdi className={classes.name}>{item.name}</bdi>{' '}
                    <small className={classes.about}>
                      <bdi>{item.about}</bdi>
                      {item.connection && (
                        <>
                          {' '}
                          under <bdi>{item.connection}</bdi>
                        </>
                      )}
                    </small>
                  </Table.Td>
                  <Table.Td>{kinds[item.kind]}</Table.Td>
                  <Table.Td className="tabular" title={fullTime(item.deletedAt)}>
                    {relativeTime(item.deletedAt)}
                  </Table.Td>
                  <Table.Td className="tabular">{item.daysLeft}</Table.Td>
                  <Table.Td className={classes.actions}>
                    <Button size="xs" variant="default" onClick={() => void bringBack(item)}>
                      Bring back
                    </Button>
                    <Button size="xs" variant="subtle" color="red" onClick={() => askDelete(item)}>
                      Delete now
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {menu}
        </div>
      )}
    </Pane>
  )
}
