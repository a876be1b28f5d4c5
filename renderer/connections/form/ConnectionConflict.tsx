// A connection was saved elsewhere while its form held changes: both sides, and one form out of both.
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { sidesOf } from '../../../shared/conflict.ts'
import { ConflictNotice } from '../../ui/screen/ConflictNotice.tsx'
import { type ConnectionForm, type ConnectionFormValues, formValuesOf } from './connectionForm.ts'

type ConnectionConflictProps = {
  /** What the form was filled from. */
  base: ConnectionView
  saved: ConnectionView
  form: ConnectionForm
  /** The form goes on from what is saved now. */
  onSettled: () => void
}

/** The typed private key is no side of it: it stays typed. */
const labels = {
  name: 'Name',
  environment: 'Environment',
  site: 'Site',
  companyId: 'Company ID',
  publicKey: 'Public key',
  clientId: 'Client ID',
} as const satisfies Partial<Record<keyof ConnectionFormValues, string>>
type Path = keyof typeof labels
const paths = Object.keys(labels) as Path[]

export function ConnectionConflict({ base, saved, form, onSettled }: ConnectionConflictProps) {
  const theirs = formValuesOf(saved)
  const settle = (mine: readonly Path[]) => {
    const { values } = form
    const kept = Object.fromEntries(mine.map((path) => [path, values[path]]))
    form.setInitialValues(theirs)
    form.setValues({ ...theirs, privateKey: values.privateKey, ...kept })
    onSettled()
  }
  return (
    <ConflictNotice
      title="This connection was saved elsewhere in the meantime"
      sides={sidesOf(
        paths,
        { base: formValuesOf(base), mine: form.values, theirs },
        (values, path) => values[path],
      )}
      labelOf={(path) => labels[path]}
      wordsOf={(value) => (typeof value === 'string' && value !== '' ? value : 'empty')}
      onMerge={settle}
      onTakeTheirs={() => settle([])}
    >
      Nothing was overwritten; what both have changed is yours to choose.
    </ConflictNotice>
  )
}
