// Saving a draft as a revision: with its note, after the production question, and with an eye on revisions in between.
import { useState } from 'react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { type RelationshipDraft, storedDraft } from '../../../shared/relationship/draft.ts'
import { problemOf, readAgain, useChange } from '../../state/queries.ts'
import type { DraftForm } from '../../settings/settingsFront.ts'
import { keepTestOfSavedKey } from '../../connections/connectionsFront.ts'
import { askBeforeProduction } from './askFirst.ts'

export function useSave(id: string, connection: ConnectionView, form: DraftForm) {
  const [note, setNote] = useState('')
  /** The revision that was saved here last. */
  const [stored, setStored] = useState<number | null>(null)
  const change = useChange('relationships:save')
  const write = (revision: { draft: RelationshipDraft; note: string; settled?: string[] }) =>
    change.mutate(
      {
        id,
        ...revision,
        baseRevision: form.base.revision.number,
        overrideKey: form.overrideKey === '' ? null : form.overrideKey,
      },
      {
        // Something else saved in between: reading it again brings up the question what to keep.
        onError: (error) => {
          if (problemOf(error).code === 'conflict') void readAgain('relationship')
        },
        onSuccess: ({ revision: { number }, overrideKeyId }) => {
          keepTestOfSavedKey({ connectionId: connection.id, overrideOf: id }, form.overrideKey, overrideKeyId)
          // Forgets what was sent, the override's key above all.
          change.reset()
          setNote('')
          setStored(number)
        },
      },
    )
  const store = () => {
    // As main will store it, so that the form shows what will be asked and knows its own revision again.
    const draft = storedDraft(form.draft)
    if (JSON.stringify(draft) !== JSON.stringify(form.draft)) form.replace(draft)
    write({ draft, note })
  }
  const asked = (then: () => void) => {
    if (change.isPending) return
    if (connection.environment === 'production') askBeforeProduction(id, connection.name, then)
    else then()
  }
  const save = () => {
    if (form.dirty) asked(store)
  }
  /** What was left open is meant to be empty: a revision that says so and changes nothing. */
  const settle = (settled: string[], words: string) =>
    asked(() => write({ draft: form.base.draft, note: words, settled }))
  return {
    note,
    setNote,
    stored,
    save,
    settle,
    saving: change.isPending,
    problem: change.error ? problemOf(change.error) : null,
    dismiss: change.reset,
  }
}
