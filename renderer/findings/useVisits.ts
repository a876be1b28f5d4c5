// Where somebody has been in the form of a relationship, remembered until the window closes.
import { type FocusEvent, useEffect, useRef } from 'react'
import { fieldPathOf, type FieldPath } from '../../shared/relationship/fields.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { afterPress } from '../ui/behaviour/afterPress.ts'
import { bringIntoView } from '../ui/behaviour/bringIntoView.ts'
import { noVisits, type Visits } from './choosing.ts'
import { settingPathAt } from './useFieldInFocus.ts'

const visitsOf = windowState<Visits>(noVisits)

const pathAt = (target: EventTarget | null): FieldPath | null => {
  const field = settingPathAt(target)
  return field === undefined ? null : fieldPathOf(field)
}

/** `startAt`: the setting the cursor is put into; going on from there is no visit to it. */
export function useVisits(relationshipId: string, startAt: FieldPath | undefined) {
  const [visits, setVisits] = useWindowState(visitsOf, relationshipId)
  // Who comes back to the form has been elsewhere in it.
  const given = useRef(visits.touched.length === 0 ? startAt : undefined)
  useEffect(() => {
    if (given.current) bringIntoView(given.current)
  }, [])
  const touch = (path: FieldPath) =>
    setVisits((before) =>
      before.touched.includes(path) ? before : { ...before, touched: [...before.touched, path] },
    )
  return {
    visits,
    check: () => setVisits((before) => ({ ...before, checked: true })),
    /** For the form as a whole: a setting was visited once the focus goes on to something else. */
    onBlur: ({ target, relatedTarget }: FocusEvent) => {
      const path = pathAt(target)
      const staysInList =
        relatedTarget instanceof Element && relatedTarget.closest('[role="region"]') !== null
      // The window itself may have lost the focus, and comes back to the same field.
      if (path === null || path === pathAt(relatedTarget) || staysInList || !document.hasFocus()) return
      const isGiven = path === given.current
      given.current = undefined
      if (isGiven) return
      // Its findings push down what stands below, perhaps the very thing that is being clicked.
      afterPress(() => touch(path))
    },
  }
}
