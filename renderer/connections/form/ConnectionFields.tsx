// The seven fields of a connection, with the base URL that the typed site leads to.
import { TextInput } from '@mantine/core'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import type { PastedField } from '../../../shared/connection/pastedText.ts'
import { environments, environmentLabels } from '../../../shared/connection/environments.ts'
import { typedName } from '../../../shared/text/typedName.ts'
import { useConnections } from '../../state/queries.ts'
import { sameName, unseenSigns } from '../../ui/words/sameName.ts'
import { Field, type FieldProblem } from '../../ui/Field.tsx'
import { readAddress } from './typedAddress.ts'
import classes from './ConnectionFields.module.css'
import { type ConnectionForm, type ConnectionFormValues, environmentOf } from './connectionForm.ts'
import { PrivateKeyField } from './PrivateKeyField.tsx'
import { mayBeKey } from '../../state/kept/mayBeKey.ts'
import { usePasted } from '../../ui/usePasted.ts'
import { Segments } from '../../ui/screen/Segments.tsx'

type ConnectionFieldsProps = {
  form: ConnectionForm
  connection: ConnectionView | null
  /** The base URL that a test of these very values arrived at. */
  testedBaseUrl: string | null
}

const pastedFields = ['site', 'companyId', 'publicKey', 'privateKey', 'clientId'] as const

const texts = [
  {
    name: 'companyId',
    label: 'Company ID',
    required: true,
    help: 'The company you sign in to ConnectWise with.',
  },
  { name: 'publicKey', label: 'Public key', required: false, help: 'From the API keys of the API member.' },
] as const

/** Every message the form's rules have for a field, as the field row shows it. */
const problemsIn = (form: ConnectionForm, name: keyof ConnectionFormValues): FieldProblem[] => {
  const message = form.errors[name]
  return typeof message === 'string' ? [{ severity: 'error', message }] : []
}

/** What is no secret stands in exports and on screens: a key that was pasted into the wrong field would go with it. */
const keyIn = (text: string): FieldProblem[] =>
  mayBeKey(text)
    ? [{ severity: 'warning', message: 'This looks like a key. What stands here is shown and exported.' }]
    : []

/** What every text box of the form has: its problems stand in the field row. */
const plainText = (readOnly: boolean) =>
  ({ error: null, readOnly, spellCheck: false, autoComplete: 'off' }) as const

export function ConnectionFields({ form, connection, testedBaseUrl }: ConnectionFieldsProps) {
  const locked = connection?.demo ?? false
  const pasted = usePasted({
    fields: pastedFields,
    values: form.values,
    setValues: (values) => form.setValues(values),
  })
  const text = (name: Exclude<PastedField, 'privateKey'>) => ({
    ...form.getInputProps(name),
    ...pasted.handlersOf(name),
    ...plainText(locked),
  })
  return (
    <>
      <NameField form={form} connection={connection} takeMail={pasted.takeMail} />
      <EnvironmentField form={form} readOnly={locked} />
      <Field
        label="Site"
        required
        problems={problemsIn(form, 'site')}
        note={pasted.noteOf('site')}
        help={<Resolved site={form.values.site} tested={testedBaseUrl} />}
      >
        {(ids) => <TextInput {...ids} {...text('site')} />}
      </Field>
      {texts.map(({ name, label, required, help }) => (
        <Field
          key={name}
          label={label}
          required={required}
          problems={[
            ...problemsIn(form, name),
            ...pasted.oddIn(name),
            ...(name === 'companyId' ? keyIn(form.values.companyId) : []),
          ]}
          note={pasted.noteOf(name)}
          help={help}
        >
          {(ids) => <TextInput {...ids} {...text(name)} classNames={{ input: inputClass(name) }} />}
        </Field>
      ))}
      <PrivateKeyField
        form={form}
        connection={connection}
        problems={[...problemsIn(form, 'privateKey'), ...pasted.oddIn('privateKey')]}
        note={pasted.noteOf('privateKey')}
        handlers={pasted.handlersOf('privateKey')}
      />
      <Field
        label="Client ID"
        problems={[...problemsIn(form, 'clientId'), ...pasted.oddIn('clientId')]}
        note={pasted.noteOf('clientId')}
        help="From developer.connectwise.com."
      >
        {(ids) => <TextInput {...ids} {...text('clientId')} classNames={{ input: inputClass('clientId') }} />}
      </Field>
    </>
  )
}

type NameFieldProps = Pick<ConnectionFieldsProps, 'form' | 'connection'> & {
  /** A mail pasted here goes to the fields it names. */
  takeMail: (text: string) => boolean
}

function NameField({ form, connection, takeMail }: NameFieldProps) {
  const { name, companyId } = form.values
  const others = (useConnections().data ?? []).flatMap((other) =>
    other.id === connection?.id ? [] : [other.name],
  )
  return (
    <Field
      label="Name"
      problems={[
        ...problemsIn(form, 'name'),
        ...keyIn(name),
        ...unseenSigns(name),
        ...sameName(typedName(name) || companyId, others, 'connection'),
      ]}
      help="What your team calls it. Left empty, it is the company ID."
    >
      {(ids) => (
        <TextInput
          {...ids}
          {...form.getInputProps('name')}
          {...plainText(connection?.demo ?? false)}
          onPaste={(event) => {
            if (takeMail(event.clipboardData.getData('text/plain'))) event.preventDefault()
          }}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (!takeMail(value)) form.setFieldValue('name', value)
          }}
          placeholder={companyId}
          autoFocus={connection === null}
        />
      )}
    </Field>
  )
}

function EnvironmentField({ form, readOnly }: { form: ConnectionForm; readOnly: boolean }) {
  return (
    <Field
      label="Environment"
      group
      help={form.values.environment === null && 'Follows the site until you choose one.'}
    >
      {(ids) => (
        <Segments
          aria-labelledby={ids['aria-labelledby']}
          fullWidth
          readOnly={readOnly}
          data={environments.map((environment) => ({
            value: environment,
            label: (
              <span className={classes.environment}>
                <i data-environment={environment} aria-hidden />
                {environmentLabels[environment]}
              </span>
            ),
          }))}
          value={environmentOf(form.values)}
          // What is shown already may be chosen too, and then no site guesses it away.
          onChange={(environment) => form.setFieldValue('environment', environment)}
        />
      )}
    </Field>
  )
}

/** Keys and ids are read character by character, so they are set in the mono face. */
const inputClass = (name: string): string => (name === 'companyId' ? '' : (classes.mono ?? ''))

function Resolved({ site, tested }: { site: string; tested: string | null }) {
  const baseUrl = tested ?? readAddress(site).baseUrl
  if (!baseUrl) return <>Paste what the browser shows, for example na.myconnectwise.net.</>
  return (
    <>
      Resolved base URL
      <code className={classes.baseUrl}>{baseUrl}</code>
    </>
  )
}
