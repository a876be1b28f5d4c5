// Saves a relationship's settings as a template, under a name.
import { Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { typedName } from '../../../shared/text/typedName.ts'
import { unseenSigns } from '../../ui/words/sameName.ts'
import { problemOf, useChange, useTemplates } from '../../state/queries.ts'
import { holdTypingUntilFocus } from '../../state/kept/typedAhead.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'
import { DialogForm } from '../../ui/screen/DialogForm.tsx'
import { closeDialog, openDialog } from '../../openDialog.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

type Saved = { id: string; contractName: string }

/** Names as typed, by relationship; null while nothing was. */
const typedNames = windowState<string | null>(null)

const title = 'Save as a template'

export function showSaveTemplate(relationship: Saved): void {
  holdTypingUntilFocus()
  openDialog({
    title,
    children: <SaveTemplate relationship={relationship} onClose={() => closeDialog(title)} />,
  })
}

function SaveTemplate({ relationship, onClose }: { relationship: Saved; onClose: () => void }) {
  const { id, contractName } = relationship
  const templates = useTemplates().data ?? []
  const save = useChange('templates:save')
  const [typed, setName] = useWindowState(typedNames, id)
  const name = typed ?? contractName
  const kept = typedName(name)
  const replaces = templates.some((template) => template.name === kept)
  return (
    <DialogForm
      cancel="Cancel"
      onCancel={onClose}
      submit="Save template"
      disabled={kept === ''}
      loading={save.isPending}
      onSubmit={() =>
        save.mutate(
          { relationshipId: id, name: kept },
          {
            onSuccess: (template) => {
              notifications.show({ message: `Template “${template.name}” is saved.` })
              onClose()
            },
          },
        )
      }
    >
      <Text size="md">
        New relationships can begin with these settings. Company and owner differ per customer, so they stay
        out; what is not saved yet stays out as well.
      </Text>
      <ErrorNotice title="Not saved" problem={save.error && problemOf(save.error)} />
      <TextInput
        label="Template name"
        value={name}
        maxLength={200}
        description={replaces ? 'A template of this name is replaced.' : unseenSigns(name)[0]?.message}
        error={kept === '' && 'A template needs a name.'}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </DialogForm>
  )
}
