// The form of a connection until it is saved or discarded: its values, the revision they began with, and what saving brings along.
import { schemaResolver, useForm } from '@mantine/form'
import { type FormEvent, useState } from 'react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { useNavigation } from '../state/navigation.tsx'
import { problemOf, readAgain, useChange } from '../state/queries.ts'
import { sayDiscarded, useDiscarded } from '../ui/behaviour/undoNotice.tsx'
import { keepNeeds } from './ConnectionSide.tsx'
import type { TestRun } from './connectionTest/testRun.ts'
import { keepTestOfSavedKey, rememberTest } from './connectionTest/useTest.ts'
import {
  changedIn,
  connectionFormSchema,
  type ConnectionFormValues,
  connectionValuesOf,
  formValuesOf,
  typedKeyOf,
} from './form/connectionForm.ts'
import { useTypedConnection } from './form/typedConnection.ts'

/** `run`: the last test on this page, which a new connection takes along. */
export function useConnectionForm(connection: ConnectionView | null, run: TestRun | null) {
  const { go, goFromHere, setUnsaved } = useNavigation()
  const save = useChange('connections:save')
  /** Counts saves and discards, after which the private key field starts afresh. */
  const [round, setRound] = useState(0)
  /** What the form was filled from; null for a new connection. */
  const [base, setBase] = useState(connection)
  const form = useForm<ConnectionFormValues>({
    initialValues: formValuesOf(connection),
    validate: schemaResolver(connectionFormSchema, { sync: true }),
  })
  const comesBack = useTypedConnection(form, connection === null)
  const dirty = form.isDirty()
  const changes = dirty ? changedIn(form.values, formValuesOf(base)) : 0
  useDiscarded(changes)

  const adopt = (values: ConnectionFormValues) => {
    form.setInitialValues(values)
    form.setValues(values)
    form.clearErrors()
    setRound(round + 1)
  }
  const store = (values: ConnectionFormValues) => {
    const goOn = goFromHere()
    save.mutate(
      {
        id: connection?.id ?? null,
        values: connectionValuesOf(values),
        baseRevision: base?.revision ?? null,
        privateKey: typedKeyOf(values),
      },
      {
        // Something else saved in between: reading it again brings up the question what to keep.
        onError: (error) => {
          const { code, message, next = '' } = problemOf(error)
          if (code === 'key-needed') form.setFieldError('privateKey', `${message} ${next}`)
          if (code === 'conflict') void readAgain('connections')
        },
        onSuccess: (saved) => {
          // Forgets what was sent, the private key above all.
          save.reset()
          adopt(formValuesOf(saved))
          setBase(saved)
          const of = { connectionId: saved.id, overrideOf: null }
          // A test of another address says nothing about this connection.
          if (!connection && run && !run.running && run.about.credentials.site === saved.site)
            rememberTest(of, run)
          keepTestOfSavedKey(of, typedKeyOf(values), saved.keyId)
          if (connection) return
          keepNeeds(saved.id)
          setUnsaved(false)
          goOn({ name: 'connection', id: saved.id })
        },
      },
    )
  }
  /** Takes the swapped keys into the form; what else was changed there stays unsaved. */
  const adoptKeys = (saved: ConnectionView) => {
    const { publicKey, privateKey, clientId } = formValuesOf(saved)
    setBase(saved)
    form.setInitialValues(formValuesOf(saved))
    form.setValues({ publicKey, privateKey, clientId })
    setRound(round + 1)
  }
  const submit = (event?: FormEvent<HTMLFormElement>) =>
    form.onSubmit(store, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())(event)
  const cancel = () => {
    if (!connection) return go({ name: 'start' })
    const discarded = form.getValues()
    adopt(formValuesOf(connection))
    sayDiscarded(changes, () => {
      form.setValues(discarded)
      // A key that was typed stands in its field again.
      setRound(round + 2)
    })
  }
  return {
    form,
    /** What was typed before the window went stands in it again, without the keys. */
    comesBack,
    base,
    dirty,
    round,
    /** Something else saved meanwhile. */
    moved: connection !== null && base !== null && connection.revision !== base.revision,
    saving: save.isPending,
    problem: save.error && problemOf(save.error),
    submit,
    cancel,
    adoptKeys,
    /** The form goes on from the other revision. */
    settle: () => {
      save.reset()
      setBase(connection)
    },
  }
}
