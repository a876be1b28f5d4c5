// The templates by name: what each is for, the comparison with a relationship, and the way to get rid of one.
import { ActionIcon, Group, Table } from '@mantine/core'
import { askBeforeLoss } from '../ui/behaviour/askOnce.ts'
import { IconArrowsDiff, IconTrash } from '@tabler/icons-react'
import { showCompare } from '../history/showCompare.ts'
import { problemOf, useChange, useTemplates } from '../state/queries.ts'
import { fullTime, relativeTime } from '../ui/words/time.ts'
import { openDialog } from '../openDialog.ts'
import { TableHead } from '../ui/screen/TableHead.tsx'
import { roleWords } from '../../shared/relationship/roles.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

/** One of the stack of dialogs: what it asks lies above it, and Escape closes that alone. */
export const openTemplates = (): void => {
  openDialog({ title: 'Templates', size: 'lg', children: <Templates /> })
}

function Templates() {
  const templates = useTemplates().data ?? []
  const remove = useChange('templates:remove')
  // No bin keeps it, so it is asked first.
  const askRemove = (id: string, name: string) =>
    askBeforeLoss({
      title: `Delete template ${name}?`,
      text: 'Relationships that began with it stay as they are.',
      confirm: 'Delete template',
      cancel: 'Keep it',
      onConfirm: () => remove.mutate({ id }),
    })
  return (
    <>
      <ErrorNotice title="Not deleted" problem={remove.error && problemOf(remove.error)} />
      {templates.length === 0 ? (
        <p>No template yet. “Save as a template” in the menu of a relationship makes one.</p>
      ) : (
        <Table verticalSpacing={6} aria-label="Templates">
          <TableHead titles={['Name', 'Role', 'Made for', 'Saved']}>
            <Table.Td />
          </TableHead>
          <Table.Tbody>
            {templates.map(({ id, name, role, origin, savedAt }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <bdi>{name}</bdi>
                </Table.Td>
                <Table.Td>{roleWords[role]}</Table.Td>
                <Table.Td>
                  <bdi>{origin.site}</bdi> <bdi>{origin.companyId}</bdi>
                </Table.Td>
                <Table.Td title={fullTime(savedAt)}>{relativeTime(savedAt)}</Table.Td>
                <Table.Td>
                  <Group gap={4} wrap="nowrap" justify="flex-end">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Compare template ${name}`}
                      onClick={() => showCompare({ second: id })}
                    >
                      <IconArrowsDiff size={16} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Delete template ${name}`}
                      onClick={() => askRemove(id, name)}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}
