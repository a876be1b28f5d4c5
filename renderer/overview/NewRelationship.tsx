// A new pairing: contract name, partner, what my organisation is in it, and the connection it uses.
import { Button, NativeSelect, Radio, Stack, TextInput } from '@mantine/core'
import { IconPlug } from '@tabler/icons-react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { type Role, roleWords } from '../../shared/relationship/roles.ts'
import { Pane } from '../ui/screen/Pane.tsx'
import { useNavigation } from '../state/navigation.tsx'
import { problemOf, useConnections, useRelationships, useTemplates } from '../state/queries.ts'
import { Field, type FieldProblem } from '../ui/Field.tsx'
import { Key } from '../ui/Key.tsx'
import { Message } from '../ui/Message.tsx'
import { sameName, unseenSigns } from '../ui/words/sameName.ts'
import classes from './Overview.module.css'
import { type NewRelationshipFields, useNewRelationship } from './useNewRelationship.ts'
import { environmentLabels } from '../../shared/connection/environments.ts'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'

const head = (
  <header className={classes.head}>
    <h1>New relationship</h1>
  </header>
)

export default function NewRelationship({ connectionId }: { connectionId: string | null }) {
  const { go } = useNavigation()
  const connections = useConnections().data
  if (!connections) return <Pane head={head}>{null}</Pane>
  if (connections.length === 0)
    return (
      <Pane head={head}>
        <Message
          icon={<IconPlug size={26} />}
          title="No connection yet"
          actions={
            <Button onClick={() => go({ name: 'connection', id: null })}>Connect to ConnectWise</Button>
          }
        >
          A relationship reads its lists through a connection. Set one up first.
        </Message>
      </Pane>
    )
  return <NewRelationshipForm connections={connections} preferred={connectionId} />
}

type FormProps = { connections: readonly ConnectionView[]; preferred: string | null }

function NewRelationshipForm({ connections, preferred }: FormProps) {
  const { form, create, submit, leave, problem } = useNewRelationship(connections, preferred)
  const contracts = (useRelationships().data ?? []).map(({ contractName }) => contractName)

  return (
    <form onSubmit={submit} style={{ display: 'contents' }} noValidate>
      <Pane
        head={head}
        footer={
          <>
            <span style={{ flex: 1 }} />
            <Button variant="default" rightSection={<Key>Esc</Key>} onClick={leave}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending} rightSection={<Key dark>Ctrl S</Key>}>
              Create relationship
            </Button>
          </>
        }
      >
        <ErrorNotice title="Not created" problem={create.error && problemOf(create.error)} />
        <Field
          label="Contract name"
          required
          problems={[
            ...problem('contractName'),
            ...unseenSigns(form.values.contractName),
            ...sameName(form.values.contractName, contracts, 'relationship'),
          ]}
          help="What your team calls this pairing."
        >
          {(ids) => <TextInput {...ids} {...form.getInputProps('contractName')} error={null} autoFocus />}
        </Field>
        <Field
          label="Partner"
          required
          problems={[...problem('partner'), ...unseenSigns(form.values.partner)]}
          help="The organisation at the other end."
        >
          {(ids) => <TextInput {...ids} {...form.getInputProps('partner')} error={null} />}
        </Field>
        <RoleField form={form} problems={problem('role')} />
        <Field
          label="Connection"
          required
          problems={problem('connectionId')}
          help="Whose ConnectWise this is about."
        >
          {(ids) => (
            <NativeSelect
              {...ids}
              {...form.getInputProps('connectionId')}
              error={null}
              data={[
                { value: '', label: 'Choose…', disabled: true },
                ...connections.map((each) => ({
                  value: each.id,
                  label: `${each.name} (${environmentLabels[each.environment]})`,
                })),
              ]}
            />
          )}
        </Field>
        <TemplateField form={form} />
      </Pane>
    </form>
  )
}

function RoleField({ form, problems }: { form: NewRelationshipFields; problems: readonly FieldProblem[] }) {
  const radioOf = (role: Role) => ({
    name: 'role',
    checked: form.values.role === role,
    onChange: () => form.setFieldValue('role', role),
  })
  return (
    <Field label="Role" required group problems={problems}>
      {(ids) => (
        <div {...ids} role="radiogroup">
          <Stack gap="sm" pt={6}>
            <Radio
              {...radioOf('source')}
              size="sm"
              classNames={{ label: classes.radioLabel ?? '', description: classes.radioAbout ?? '' }}
              label="Source"
              description="Tickets start in my ConnectWise and go to the partner."
            />
            <Radio
              {...radioOf('target')}
              size="sm"
              classNames={{ label: classes.radioLabel ?? '', description: classes.radioAbout ?? '' }}
              label="Target"
              description="The partner's tickets are created in my ConnectWise."
            />
          </Stack>
        </div>
      )}
    </Field>
  )
}

/** A template is for one role; choosing it chooses the role. */
function TemplateField({ form }: { form: NewRelationshipFields }) {
  const templates = useTemplates().data ?? []
  if (templates.length === 0) return null
  return (
    <Field
      label="Template"
      help="Settings to begin with. Company and owner are chosen afterwards; in another ConnectWise records are matched by name."
    >
      {(ids) => (
        <NativeSelect
          {...ids}
          {...form.getInputProps('templateId')}
          error={null}
          data={[
            { value: '', label: 'None' },
            ...templates.map(({ id, name, role }) => ({
              value: id,
              label: `${name} (${roleWords[role]})`,
            })),
          ]}
          onChange={(event) => {
            const id = event.currentTarget.value
            form.setFieldValue('templateId', id)
            const template = templates.find((each) => each.id === id)
            if (template) form.setFieldValue('role', template.role)
          }}
        />
      )}
    </Field>
  )
}
