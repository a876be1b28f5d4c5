// The last line of an open picker: how old the list is, whether it is whole, what is hidden and the switch to show it.
import { relativeTime } from '../ui/words/time.ts'
import type { ListState } from './listState.ts'
import classes from './Picker.module.css'

type PickerFootProps = {
  list: ListState
  /** "2 inactive, 1 project board"; empty when nothing is hidden. */
  hiddenWords: string
  showHidden: boolean
  onShowHidden: (show: boolean) => void
}

export function PickerFoot({ list, hiddenWords, showHidden, onShowHidden }: PickerFootProps) {
  const { chosen = [] } = list
  const age = list.asOf
    ? `List as of ${relativeTime(list.asOf)}${list.partial ? ', partial' : ''}`
    : 'no list read yet'
  return (
    <>
      <span className="tabular">{age}</span>
      {showHidden ? (
        <button type="button" onClick={() => onShowHidden(false)}>
          Hide them again
        </button>
      ) : (
        hiddenWords && (
          <button type="button" onClick={() => onShowHidden(true)}>
            {hiddenWords} hidden, show
          </button>
        )
      )}
      {chosen.length > 0 && (
        <span className={classes.uses}>
          {chosen.map(({ id, name, showUses }) => (
            <button key={id} type="button" title={`Where ${name} is used`} onClick={showUses}>
              Where used
              {chosen.length > 1 && (
                <>
                  : <bdi>{name}</bdi>
                </>
              )}
            </button>
          ))}
        </span>
      )}
    </>
  )
}
