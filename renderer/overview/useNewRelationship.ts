// What a new relationship begins with: its fields, what is wrong with them, and creating it.
import { schemaResolver, useForm } from '@mantine/form'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { roleSchema } from '../../shared/relationship/relationship.ts'
import { typedName } from '../../shared/text/typedName.ts'
import { z } from '../../shared/zod.ts'
import { useNavigation, useUnsaved } from '../state/navigation.tsx'
import { useChange } from '../state/queries.ts'
import { keyless } from '../state/kept/mayBeKey.ts'
import { useTypedForm } from '../state/kept/typedForm.ts'
import type { FieldProblem } from '../ui/Field.tsx'
import { useLayer } from '../ui/behaviour/layers.ts'
import { useScreenActions } from '../ui/screen/screenActions.tsx'

const newRelationshipSchema = z.object({
  contractName: z
    .string()
    .overwrite(typedName)
    .min(1, 'A relationship needs a contract name.')
    .max(200, 'At most 200 characters.'),
  partner: z
    .string()
    .overwrite(typedName)
    .min(1, 'Name the partner organisation.')
    .max(200, 'At most 200 characters.'),
  role: roleSchema.nullable().refine((role) => role !== null, 'Choose what your organisation is.'),
  connectionId: z.string().min(1, 'Choose a connection.'),
  templateId: z.string(),
})

/** As it is typed, half of it too; never what may be a key. */
const keptRelationship = z.object({
  contractName: keyless.catch(''),
  partner: keyless.catch(''),
  role: roleSchema.nullable().catch(null),
  connectionId: z.string().catch(''),
  templateId: z.string().catch(''),
})

export type NewRelationshipFields = ReturnType<typeof useNewRelationship>['form']

export function useNewRelationship(connections: readonly ConnectionView[], preferred: string | null) {
  const { go, goFromHere, setUnsaved } = useNavigation()
  const create = useChange('relationships:create')
  const only = connections.length === 1 ? connections[0]?.id : undefined
  const form = useForm<z.input<typeof newRelationshipSchema>>({
    initialValues: {
      contractName: '',
      partner: '',
      role: null,
      connectionId: preferred ?? only ?? '',
      templateId: '',
    },
    validate: schemaResolver(newRelationshipSchema, { sync: true }),
  })
  useTypedForm('newRelationship', form, keptRelationship)
  useUnsaved(form.isDirty())
  const leave = () => go({ name: 'start' })
  useLayer(true, 'page', leave)
  const focusFirst = (errors: Readonly<Record<string, unknown>>) => {
    const [first = ''] = Object.keys(errors)
    const field = form.getInputNode(first) ?? document.querySelector<HTMLElement>(`input[name="${first}"]`)
    field?.focus()
  }
  const submit = form.onSubmit((values) => {
    const { role } = values
    if (role === null) return
    const goOn = goFromHere()
    create.mutate(
      { ...values, role, templateId: values.templateId === '' ? null : values.templateId },
      {
        onSuccess: ({ id }) => {
          setUnsaved(false)
          goOn({ name: 'relationship', id, startAt: 'company' })
        },
      },
    )
  }, focusFirst)
  useScreenActions([{ label: 'Create relationship', keys: ['mod+S'], run: () => submit() }])
  const problem = (field: keyof typeof form.values): FieldProblem[] => {
    const message = form.errors[field]
    return typeof message === 'string' ? [{ severity: 'error', message }] : []
  }
  return { form, create, submit, leave, problem }
}
