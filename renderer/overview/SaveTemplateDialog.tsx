// Saves a relationship's settings as a template, under a name.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { problemOf, useChange, useTemplates } from '../state/queries.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { Notice } from '../ui/Notice.tsx'

type SaveTemplateDialogProps = {
  relationship: { id: string; contractName: string }
  onClose: () => void
}

/** Names as typed, by relationship; null while nothing was. */
const typedNames = windowState<string | null>(null)

export function SaveTemplateDialog({ relationship, onClose }: SaveTemplateDialogProps) {
  const { id, contractName } = relationship
  const templates = useTemplates().data ?? []
  const save = useChange('templates:save')
  const [typed, setName] = useWindowState(typedNames, id)
  const name = typed ?? contractName
  const replaces = templates.some((template) => template.name === name.trim())
  return (
    <Modal opened onClose={onClose} title="Save as a template">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(
            { relationshipId: id, name: name.trim() },
            {
              onSuccess: (template) => {
                notifications.show({ message: `Template “${template.name}” is saved.` })
                onClose()
              },
            },
          )
        }}
      >
        <Stack>
          <Text size="md">
            New relationships can begin with these settings. Company and owner differ per customer, so they
            stay out; what is not saved yet stays out as well.
          </Text>
          {save.error && (
            <Notice kind="error" role="alert" title="Not saved">
              {problemOf(save.error).message} {problemOf(save.error).next}
            </Notice>
          )}
          <TextInput
            label="Template name"
            value={name}
            maxLength={200}
            description={replaces ? 'A template of this name is replaced.' : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
              Save template
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
