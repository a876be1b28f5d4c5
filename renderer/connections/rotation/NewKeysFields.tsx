// The fields of the new keys.
import { TextInput } from '@mantine/core'
import { Field } from '../../ui/Field.tsx'
import { PrivateKeyInput } from '../../ui/screen/PrivateKeyInput.tsx'
import { usePasted } from '../../ui/usePasted.ts'
import { MemoryNotice } from '../form/PrivateKeyField.tsx'
import classes from './RehearsalPanel.module.css'
import type { NewKeysForm } from './useKeySwap.ts'

const pastedFields = ['publicKey', 'privateKey', 'clientId'] as const

const fields = [
  { name: 'publicKey', label: 'New public key', help: 'From the API keys of the API member.' },
  { name: 'privateKey', label: 'New private key', help: 'ConnectWise shows it only once.' },
  { name: 'clientId', label: 'New client ID', help: 'The saved one, unless the integration changes too.' },
] as const

/** Each pair of keys has a public one of its own. */
const isSaved = {
  severity: 'info',
  message: 'This is the saved public key: these keys are not new.',
} as const

type NewKeysFieldsProps = {
  form: NewKeysForm
  /** The public key that is to be replaced. */
  savedKey: string
  readOnly: boolean
}

export function NewKeysFields({ form, savedKey, readOnly }: NewKeysFieldsProps) {
  const pasted = usePasted({
    fields: pastedFields,
    values: form.values,
    setValues: (values) => form.setValues(values),
  })
  return (
    <div className={classes.fields}>
      {fields.map(({ name, label, help }, index) => {
        const problem = form.errors[name]
        const Control = name === 'privateKey' ? PrivateKeyInput : TextInput
        return (
          <Field
            key={name}
            label={label}
            required
            help={help}
            note={pasted.noteOf(name)}
            problems={[
              ...(typeof problem === 'string' ? [{ severity: 'error' as const, message: problem }] : []),
              ...pasted.oddIn(name),
              ...(name === 'publicKey' && form.values.publicKey === savedKey && savedKey !== ''
                ? [isSaved]
                : []),
            ]}
          >
            {(ids) => (
              <Control
                {...ids}
                {...form.getInputProps(name)}
                {...pasted.handlersOf(name)}
                error={null}
                autoFocus={index === 0}
                autoComplete="off"
                spellCheck={false}
                readOnly={readOnly}
                classNames={{ input: classes.mono ?? '' }}
              />
            )}
          </Field>
        )
      })}
      <MemoryNotice />
    </div>
  )
}
