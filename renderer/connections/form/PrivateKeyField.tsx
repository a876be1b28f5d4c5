// The private key: typed once, shown only while it is typed, afterwards just a word that it is there.
import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { type ComponentProps, useState } from 'react'
import { sameDestination } from '../../../shared/connection/destination.ts'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { useAppInfo } from '../../state/queries.ts'
import { Field, type FieldIds, type FieldProblem } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { ConnectionForm } from './connectionForm.ts'
import classes from './ConnectionFields.module.css'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { PrivateKeyInput } from '../../ui/screen/PrivateKeyInput.tsx'

type PrivateKeyFieldProps = {
  form: ConnectionForm
  connection: ConnectionView | null
  problems: readonly FieldProblem[]
  /** What was taken off the pasted key. */
  note: string | undefined
  handlers: Pick<ComponentProps<'input'>, 'onPaste' | 'onChange' | 'onBlur'>
}

export function PrivateKeyField(props: PrivateKeyFieldProps) {
  const { form, connection, problems, note, handlers } = props
  const app = useAppInfo().data
  const [replacing, setReplacing] = useState(form.values.privateKey !== '')
  const memory = app?.keystore === 'memory'
  // A key goes nowhere but where it was entered for.
  const { site } = form.values
  const elsewhere =
    connection?.key === 'saved' && site.trim() !== '' && !sameDestination(connection.site, site)
  if (connection?.demo)
    return (
      <Field label="Private key" group>
        {(ids) => <Held ids={ids}>Not needed</Held>}
      </Field>
    )
  if (connection?.key === 'saved' && !replacing && !elsewhere && problems.length === 0)
    return (
      <Field
        label="Private key"
        group
        help={
          memory
            ? 'It cannot be shown again.'
            : `Protected by ${app?.keystoreName ?? 'the keystore'}. It cannot be shown again.`
        }
      >
        {(ids) => (
          <div className={classes.held}>
            <Held ids={ids}>{memory ? 'In memory until you quit' : 'Saved on this PC'}</Held>
            <Button variant="default" onClick={() => setReplacing(true)}>
              Replace
            </Button>
          </div>
        )}
      </Field>
    )
  return (
    <>
      {connection?.key === 'needed' && !replacing && (
        <div className={classes.notice}>
          <Notice kind="info" title="The private key is not on this PC.">
            {memory
              ? 'This computer keeps keys in memory only, until you quit. Enter it again; everything else is in place.'
              : 'Keys never travel in files. Enter it once; everything else is in place.'}
          </Notice>
        </div>
      )}
      <Field
        label="Private key"
        problems={problems}
        note={note}
        help={
          elsewhere && connection ? (
            `The saved key was entered for ${connection.site}. It is not sent to another host before it is entered for that one too.`
          ) : replacing ? (
            <>
              Replaces the saved one when you save.{' '}
              <LinkButton
                onClick={() => {
                  form.setFieldValue('privateKey', '')
                  setReplacing(false)
                }}
              >
                Keep the saved one
              </LinkButton>
            </>
          ) : (
            'ConnectWise shows it only once, when the keys are made.'
          )
        }
      >
        {(ids) => (
          <PrivateKeyInput
            {...ids}
            {...form.getInputProps('privateKey')}
            {...handlers}
            autoFocus={replacing}
          />
        )}
      </Field>
      <MemoryNotice />
    </>
  )
}

/** Said before a key is saved: here it lasts only until quit. */
export function MemoryNotice() {
  if (useAppInfo().data?.keystore !== 'memory') return null
  return (
    <div className={classes.notice}>
      <Notice kind="warning" title="This computer has no keystore.">
        The private key stays in memory until you quit, then it has to be entered again. Everything else is
        stored.
      </Notice>
    </div>
  )
}

function Held({ ids, children }: { ids: FieldIds; children: string }) {
  return (
    <div
      className={classes.heldKey}
      role="group"
      id={ids.id}
      aria-labelledby={ids['aria-labelledby']}
      aria-describedby={ids['aria-describedby']}
    >
      <IconLock size={15} aria-hidden /> {children}
    </div>
  )
}
