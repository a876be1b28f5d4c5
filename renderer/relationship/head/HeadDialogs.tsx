// The two dialogs of a relationship's head: other names, and another role with what that role will not use.
import { Modal, Text, TextInput } from '@mantine/core'
import { keptButUnused, valueAt } from '../../../shared/relationship/fieldAccess.ts'
import type { RelationshipDraft } from '../../../shared/relationship/draft.ts'
import { type Role, roleWords } from '../../../shared/relationship/roles.ts'
import { typedName } from '../../../shared/text/typedName.ts'
import { useRelationships } from '../../state/queries.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'
import { sameName, unseenSigns } from '../../ui/words/sameName.ts'
import type { Head } from '../../settings/settingsFront.ts'
import { settingWords } from '../../ui/words/settingWords.ts'
import { DialogForm } from '../../ui/screen/DialogForm.tsx'

type DialogProps = {
  /** Of the relationship. */
  id: string
  draft: RelationshipDraft
  onChange: (head: Partial<Head>) => void
  onClose: () => void
}

/** What is typed over the head of each relationship. */
const typedHeads = windowState<Partial<Head>>({})

/** Changes contract name and partner in the draft. */
export function RenameDialog({ id, draft, onChange, onClose }: DialogProps) {
  // A click beside the dialog closes it, and what was typed is there when it is opened again.
  const [typed, setTyped] = useWindowState(typedHeads, id)
  const { contractName, partner } = { ...draft, ...typed }
  const others = (useRelationships().data ?? []).flatMap((each) =>
    each.id === id ? [] : [each.contractName],
  )
  const [said] = [...unseenSigns(contractName), ...sameName(contractName, others, 'relationship')]
  const kept = { contractName: typedName(contractName), partner: typedName(partner) }
  const forget = () => {
    setTyped({})
    onClose()
  }
  const complete = kept.contractName !== '' && kept.partner !== ''
  return (
    <Modal opened onClose={onClose} title="Rename the relationship">
      <DialogForm
        cancel="Keep the names"
        onCancel={forget}
        submit="Rename"
        disabled={!complete}
        onSubmit={() => {
          onChange(kept)
          forget()
        }}
      >
        <TextInput
          label="Contract name"
          value={contractName}
          description={said?.message}
          error={kept.contractName === '' && 'A relationship needs a contract name.'}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          onChange={(event) => setTyped({ ...typed, contractName: event.currentTarget.value })}
          data-autofocus
        />
        <TextInput
          label="Partner"
          value={partner}
          description={unseenSigns(partner)[0]?.message}
          error={kept.partner === '' && 'Name the partner organisation.'}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          onChange={(event) => setTyped({ ...typed, partner: event.currentTarget.value })}
        />
      </DialogForm>
    </Modal>
  )
}

const otherRole: Record<Role, Role> = { source: 'target', target: 'source' }

/** Shows what the other role will not use before the draft takes it. */
export function SwitchRoleDialog({ draft, onChange, onClose }: DialogProps) {
  const to = otherRole[draft.role]
  const unusedNow = new Set(keptButUnused(draft.role, draft).map(({ path }) => path))
  const loss = keptButUnused(to, draft).filter(({ path }) => !unusedNow.has(path))
  return (
    <Modal opened onClose={onClose} title={`Switch the role to ${roleWords[to]}?`}>
      <DialogForm
        cancel={`Stay ${roleWords[draft.role]}`}
        onCancel={onClose}
        submit={`Switch to ${roleWords[to]}`}
        onSubmit={() => {
          onChange({ role: to })
          onClose()
        }}
      >
        {loss.length === 0 ? (
          <Text size="md">Nothing that is filled in now goes unused.</Text>
        ) : (
          <>
            <Text size="md">
              As {roleWords[to]} these values are kept but not used, and not exported. They come back when you
              switch back.
            </Text>
            <ul style={{ margin: 0, paddingLeft: 20 }}>
              {loss.map(({ path, label }) => (
                <li key={path}>
                  <b>{label}</b>: {settingWords(valueAt(draft, path))}
                </li>
              ))}
            </ul>
          </>
        )}
      </DialogForm>
    </Modal>
  )
}
