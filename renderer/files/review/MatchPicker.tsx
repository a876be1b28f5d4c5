// Chooses the record a reference of a file means, out of the lists of the connection it is imported into.
import { useId } from 'react'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import type { RecordMatch } from '../../../shared/files/match/matchRecords.ts'
import type { ReferenceView } from '../../../shared/ipc/areas/referenceCalls.ts'
import { RecordPicker } from '../../pickers/pickersFront.ts'

type MatchPickerProps = {
  match: RecordMatch
  /** The id of the row's title, which names the box. */
  labelledBy: string
  target: ApiTarget
  view: ReferenceView
  onChoose: (id: number | null) => void
}

export function MatchPicker({ match, labelledBy, target, view, onChoose }: MatchPickerProps) {
  const id = useId()
  const { collection, chosen, closest, onBoard } = match
  return (
    <RecordPicker
      ids={{ id, 'aria-labelledby': labelledBy, 'aria-describedby': undefined, 'aria-invalid': false }}
      collection={collection}
      onBoard={onBoard}
      target={target}
      view={view}
      value={chosen}
      placeholder={closest ? `Choose… (closest: ${closest.name})` : 'Choose…'}
      onChoose={onChoose}
    />
  )
}
