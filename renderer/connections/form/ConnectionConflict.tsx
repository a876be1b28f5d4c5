// A connection was saved elsewhere while its form held changes: both sides, and one form out of both.
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { sidesOf } from '../../../shared/conflict.ts'
import { ConflictNotice } from '../../ui/screen/ConflictNotice.tsx'
import { type ConnectionForm, connectionLabels, formValuesOf } from './connectionForm.ts'

type ConnectionConflictProps = {
  /** What the form was filled from. */
  base: ConnectionView
  saved: ConnectionView
  form: ConnectionForm
  /** The form goes on from what is saved now. */
  onSettled: () => void
}

/** The typed private key is no side of it: it stays typed. */
type Path = keyof typeof connectionLabels
const paths = Object.keys(connectionLabels) as Path[]

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
      labelOf={(path) => connectionLabels[path]}
      wordsOf={(value) => (typeof value === 'string' && value !== '' ? value : 'empty')}
      onMerge={settle}
      onTakeTheirs={() => settle([])}
    >
      Nothing was overwritten; what both have changed is yours to choose.
    </ConflictNotice>
  )
}
