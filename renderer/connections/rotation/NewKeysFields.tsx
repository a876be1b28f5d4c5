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

export function NewKeysFields({ form, readOnly }: { form: NewKeysForm; readOnly: boolean }) {
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
