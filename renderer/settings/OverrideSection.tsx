// The override's credentials: while off the connection's values, read-only with their origin; while on its own.
import { TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { settingAccess } from '../../shared/relationship/fieldAccess.ts'
import { type PlacedField as FieldRules, fieldsOf } from '../../shared/relationship/fields.ts'
import { type Pasted, usePasted } from '../ui/usePasted.ts'
import { Field, type FieldIds } from '../ui/Field.tsx'
import { PrivateKeyInput } from '../ui/screen/PrivateKeyInput.tsx'
import type { SettingContext } from './settingContext.ts'
import { SettingField } from './SettingField.tsx'
import classes from './SettingsForm.module.css'
import { settingWords } from '../ui/words/settingWords.ts'
import { overrideTexts } from './useDraft.ts'

const pastedFields = [...overrideTexts, 'privateKey'] as const
type CredentialName = (typeof pastedFields)[number]

type OverrideSectionProps = SettingContext & {
  connection: ConnectionView
  /** Whether the override's private key is in the keystore. */
  savedKey: 'saved' | 'needed'
}

/** What the connection holds at an override field; the private key only as a state. */
const inherited: Partial<Record<FieldRules['path'], (connection: ConnectionView) => string>> = {
  'apiOverride.site': ({ site }) => site,
  'apiOverride.companyId': ({ companyId }) => companyId,
  'apiOverride.publicKey': ({ publicKey }) => publicKey,
  'apiOverride.privateKey': ({ key, demo }) =>
    demo ? 'Not needed' : key === 'saved' ? 'Saved' : 'Keys needed',
  'apiOverride.clientId': ({ clientId }) => clientId,
}

export function OverrideSection({ connection, savedKey, ...context }: OverrideSectionProps) {
  const { form } = context
  const [gate, ...credentials] = fieldsOf('override')
  const { site, companyId, publicKey, clientId } = form.draft.apiOverride
  const pasted = usePasted({
    fields: pastedFields,
    values: { site, companyId, publicKey, clientId, privateKey: form.overrideKey },
    setValues: ({ privateKey, ...texts }) => {
      form.setOverride(texts)
      if (privateKey !== undefined) form.setOverrideKey(privateKey)
    },
  })
  return (
    <>
      {gate && <SettingField field={gate} {...context} />}
      {credentials.map((field) => {
        const { mode } = settingAccess(form.draft.role, field.path, form.draft)
        return mode === 'edit' ? (
          <CredentialField
            key={field.path}
            field={field}
            savedKey={savedKey}
            form={form}
            pasted={pasted}
            connection={connection}
          />
        ) : (
          <Field key={field.path} label={field.label} nested>
            {(ids) => (
              <Inherited
                ids={ids}
                value={inherited[field.path]?.(connection) ?? ''}
                origin={connection.name}
              />
            )}
          </Field>
        )
      })}
    </>
  )
}

function Inherited({ ids, value, origin }: { ids: FieldIds; value: string; origin: string }) {
  return (
    <TextInput
      {...ids}
      readOnly
      value={value}
      classNames={{ input: classes.inherited ?? '' }}
      rightSectionWidth="auto"
      rightSection={
        <span className={classes.origin}>
          <IconLock size={13} aria-hidden /> <bdi>{origin}</bdi>
        </span>
      }
    />
  )
}

type CredentialFieldProps = Pick<SettingContext, 'form'> & {
  field: FieldRules
  pasted: Pasted<CredentialName>
  savedKey: 'saved' | 'needed'
  connection: ConnectionView
}

/** Where a typed value stands against the connection's: overridden, or needlessly the same. */
function standing(value: string, inheritedValue: string, origin: string): string | undefined {
  if (value.trim() === '') return undefined
  return value.trim() === inheritedValue.trim() ? `The same as ${origin}.` : `Overrides ${origin}.`
}

function CredentialField({ field, savedKey, form, connection, pasted }: CredentialFieldProps) {
  const { path } = field
  const name = pastedFields.find((each) => path === `apiOverride.${each}`)
  if (!name) return null
  // Said for as long as the cleaned value stands.
  const cleaned = form.changed.has(path) ? pasted.noteOf(name) : undefined
  const problems = name === 'site' ? [] : pasted.oddIn(name)
  if (name === 'privateKey') {
    return (
      <Field
        label={field.label}
        path={path}
        nested
        problems={problems}
        note={cleaned}
        required={savedKey === 'needed'}
        help={savedKey === 'saved' ? 'Saved. It cannot be shown again; type here to replace it.' : field.help}
        changedFrom={
          form.changed.has(path) ? (savedKey === 'saved' ? 'the saved key' : 'not entered') : undefined
        }
        onReset={() => form.reset(path)}
      >
        {(ids) => (
          <PrivateKeyInput
            {...ids}
            placeholder={savedKey === 'saved' ? 'Saved' : ''}
            value={form.overrideKey}
            {...pasted.handlersOf(name)}
          />
        )}
      </Field>
    )
  }
  const { [name]: value } = form.draft.apiOverride
  return (
    <Field
      label={field.label}
      path={path}
      nested
      problems={problems}
      required
      help={field.help}
      changedFrom={form.changed.has(path) ? settingWords(form.base.draft.apiOverride[name]) : undefined}
      onReset={() => form.reset(path)}
      note={[cleaned, standing(value, inherited[path]?.(connection) ?? '', connection.name)]
        .filter(Boolean)
        .join(' ')}
    >
      {(ids) => (
        <TextInput
          {...ids}
          spellCheck={false}
          autoComplete="off"
          value={value}
          {...pasted.handlersOf(name)}
        />
      )}
    </Field>
  )
}
