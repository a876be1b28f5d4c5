// Above the relationships of an import: which of them are shown, and taking all or none.
import type { ImportEntry } from '../../../shared/ipc/areas/fileCalls.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import classes from '../Files.module.css'
import { entryStates } from './EntryCard.tsx'
import { Segments } from '../../ui/screen/Segments.tsx'

const states = ['new', 'differs', 'same'] as const
export type ShownEntries = ImportEntry['state'] | 'all'

type ImportFilterProps = {
  entries: readonly ImportEntry[]
  shown: ShownEntries
  onShown: (shown: ShownEntries) => void
  onTakeAll: (on: boolean) => void
}

export function ImportFilter({ entries, shown, onShown, onTakeAll }: ImportFilterProps) {
  const countIn = (state: ImportEntry['state']) => entries.filter((entry) => entry.state === state).length
  return (
    <div className={classes.tools}>
      <Segments
        small
        aria-label="Which relationships"
        value={shown}
        onChange={onShown}
        data={[
          { value: 'all', label: `All ${entries.length}` },
          ...states.map((state) => ({ value: state, label: `${entryStates[state].word} ${countIn(state)}` })),
        ]}
      />
      <LinkButton onClick={() => onTakeAll(true)}>Take all</LinkButton>
      <LinkButton onClick={() => onTakeAll(false)}>Take none</LinkButton>
    </div>
  )
}
