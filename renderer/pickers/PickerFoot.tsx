// The last line of an open picker: how old the list is, whether it is whole, what is hidden and the switch to show it.
import { LinkButton } from '../ui/LinkButton.tsx'
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
        <LinkButton onClick={() => onShowHidden(false)}>Hide them again</LinkButton>
      ) : (
        hiddenWords && <LinkButton onClick={() => onShowHidden(true)}>{hiddenWords} hidden, show</LinkButton>
      )}
      {chosen.length > 0 && (
        <span className={classes.uses}>
          {chosen.map(({ id, name, showUses }) => (
            <LinkButton key={id} title={`Where ${name} is used`} onClick={showUses}>
              Where used
              {chosen.length > 1 && (
                <>
                  : <bdi>{name}</bdi>
                </>
              )}
            </LinkButton>
          ))}
        </span>
      )}
    </>
  )
}
