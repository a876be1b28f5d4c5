// The templates by name: what each is for, and the way to get rid of one.
import { ActionIcon, Modal, Table } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { problemOf, useChange, useTemplates } from '../state/queries.ts'
import { Notice } from '../ui/Notice.tsx'
import { fullTime, relativeTime } from '../ui/words/time.ts'

export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const templates = useTemplates().data ?? []
  const remove = useChange('templates:remove')
  return (
    <Modal opened onClose={onClose} size="lg" title="Templates">
      {remove.error && (
        <Notice kind="error" role="alert" title="Not deleted">
          {problemOf(remove.error).message}
        </Notice>
      )}
      {templates.length === 0 ? (
        <p>No template yet. “Save as a template” in the menu of a relationship makes one.</p>
      ) : (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Role</Table.Th>
              <Table.Th>Made for</Table.Th>
              <Table.Th>Saved</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {templates.map(({ id, name, role, origin, savedAt }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <bdi>{name}</bdi>
                </Table.Td>
                <Table.Td>{role === 'target' ? 'Target' : 'Source'}</Table.Td>
                <Table.Td>
                  <bdi>{origin.site}</bdi> <bdi>{origin.companyId}</bdi>
                </Table.Td>
                <Table.Td title={fullTime(savedAt)}>{relativeTime(savedAt)}</Table.Td>
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Delete template ${name}`}
                    onClick={() => remove.mutate({ id })}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Modal>
  )
}
