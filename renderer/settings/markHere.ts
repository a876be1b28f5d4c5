// Marks the setting one is in, whose help then shows although it is filled.
import type { FocusEvent } from 'react'
import { afterPress } from '../ui/behaviour/afterPress.ts'

/** As long as the second click of a double click may take: until then nothing moves from under the pointer. */
const settling = 400

/** For the form as a whole. The last setting stays marked while the focus is elsewhere: nothing jumps for looking away. */
export function markHere({ target, currentTarget }: FocusEvent): void {
  const row = target.closest<HTMLElement>('[data-path]')
  if (!row || !currentTarget.contains(row)) return
  const move = () => {
    if (!row.contains(document.activeElement)) return
    for (const other of currentTarget.querySelectorAll<HTMLElement>('[data-here]')) delete other.dataset.here
    row.dataset.here = ''
  }
  if (document.querySelector(':active') === null) move()
  else setTimeout(() => afterPress(move), settling)
}
