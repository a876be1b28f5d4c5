// Ctrl F goes to the search of the open screen, and where it has none to the filter of the sidebar.
import { useShortcuts } from '../ui/behaviour/shortcuts.ts'

const searchIn = (place: string): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>(`${place} input[type="search"]`)].find((each) =>
    each.checkVisibility(),
  )

/** What the open screen opens for the same key is on the screen by the next frame. */
const goToSearch = (): void =>
  void requestAnimationFrame(() => {
    const search = searchIn('main') ?? searchIn('nav')
    search?.focus()
    search?.select()
  })

export const useFind = (): void => useShortcuts([['mod+F', goToSearch]])
