// What a person decides in the review of an import, and storing it.
import { useWindowEvent } from '@mantine/hooks'
import { openIn } from '../../../shared/files/match/matchRecords.ts'
import type { ImportEntry } from '../../../shared/ipc/areas/fileCalls.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useChange, useConnections } from '../../state/queries.ts'
import { askBeforeLoss } from '../../ui/behaviour/askOnce.ts'
import { useLayer } from '../../ui/behaviour/layers.ts'
import { useSelectAllRows } from '../../ui/keyboard/selectRows.ts'
import type { Imported, ReviewedFile } from './imported.ts'
import { carriedWords, createdConnections, nothingCarried, resultWords } from './importWords.ts'
import { useWindowState, windowState } from '../../state/windowState.ts'
import { useImportPlan } from './useImportPlan.ts'

/** By import, as the other decisions. */
const refusedOnes = windowState<ReadonlySet<string>>(new Set())
const listsToReplace = windowState(false)

export function useImportReview(
  review: ReviewedFile,
  anew: boolean,
  on: { onCancel: () => void; onImported: (imported: Imported) => void },
) {
  const { importId, carries } = review
  const plan = useImportPlan(review, anew)
  const { entries, decisions } = plan
  const [refused, setRefused] = useWindowState(refusedOnes, importId)
  const [replaceLists, setReplaceLists] = useWindowState(listsToReplace, importId)
  const apply = useChange('files:applyImport')
  const connections = useConnections().data ?? []
  const decided = decisions.length > 0 || refused.size > 0 || replaceLists
  // Another screen costs nothing, the end of the window all of it.
  useWindowEvent('beforeunload', (event) => decided && event.preventDefault())
  const leave = () => {
    if (!decided) return on.onCancel()
    askBeforeLoss({
      title: 'Leave the import?',
      text: 'What was chosen here is lost. Nothing has been stored.',
      confirm: 'Leave the import',
      cancel: 'Stay',
      onConfirm: on.onCancel,
    })
  }
  useLayer(true, 'page', leave)

  const isTaken = ({ state, relationship }: ImportEntry) => state !== 'same' && !refused.has(relationship.id)
  const taken = entries.filter(isTaken)
  const take = (id: string, on: boolean) =>
    setRefused(new Set(on ? [...refused].filter((other) => other !== id) : [...refused, id]))
  const takeAll = (on: boolean) =>
    setRefused(new Set(on ? [] : entries.map(({ relationship }) => relationship.id)))

  useSelectAllRows(() => takeAll(true))
  const finish = ({ stored, newIds, carried }: Output<'files:applyImport'>) => {
    const idHere = new Map(Object.entries(newIds))
    on.onImported({
      importId,
      carried: carriedWords(carried),
      message: resultWords(stored.length, entries, carried),
      stored: entries
        .filter(({ relationship }) => stored.includes(relationship.id))
        .map(({ relationship, connectionId, matches }) => ({
          id: idHere.get(relationship.id) ?? relationship.id,
          name: relationship.contractName,
          connection: connections.find(({ id }) => id === connectionId)?.name ?? relationship.connection.name,
          leftOpen: openIn(matches),
        })),
      connections: createdConnections(taken),
      undone: false,
    })
  }
  const submit = () => {
    if (taken.length === 0 && !carries) return finish({ stored: [], newIds: {}, carried: nothingCarried })
    apply.mutate(
      {
        importId,
        ids: taken.map(({ relationship }) => relationship.id),
        decisions: [...decisions],
        replaceLists,
      },
      { onSuccess: finish },
    )
  }

  return {
    plan,
    taken,
    isTaken,
    take,
    takeAll,
    replaceLists,
    setReplaceLists,
    leave,
    submit,
    storing: apply.isPending,
    failed: apply.error ?? plan.error,
  }
}
