// Ctrl F goes to the search of the open screen, and where it has none to the filter of the sidebar.
import { holdTypingUntilFocus } from '../state/kept/typedAhead.ts'
import { useShortcuts } from '../ui/behaviour/shortcuts.ts'

const searchIn = (place: string): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>(`${place} input[type="search"]`)].find((each) =>
    each.checkVisibility(),
  )

const search = (): HTMLInputElement | undefined => searchIn('main') ?? searchIn('nav')

/** What the open screen opens for the same key is on the screen by the next frame. */
function goToSearch(): void {
  const isThere = document.activeElement === search()
  if (!isThere) holdTypingUntilFocus()
  requestAnimationFrame(() => {
    const box = search()
    // Before it has the focus: what is typed meanwhile takes the place of what was searched last.
    if (isThere || document.activeElement !== box) box?.select()
    box?.focus()
  })
}

export const useFind = (): void => useShortcuts([['mod+F', goToSearch]])
