// Ctrl F goes to the search of the open screen, and where it has none to the filter of the sidebar.
import { useShortcuts } from '../ui/shortcuts.ts'

/** What the open screen opens for the same key is on the screen by the next frame. */
const goToSearch = (): void =>
  void requestAnimationFrame(() => {
    const searches = document.querySelectorAll<HTMLInputElement>(
      'main input[type="search"], nav input[type="search"]',
    )
    const search = [...searches].find((each) => each.checkVisibility())
    search?.focus()
    search?.select()
  })

export const useFind = (): void =>
  useShortcuts([
    [
      'mod+F',
      () => {
        if (!document.querySelector('[aria-modal="true"]')) goToSearch()
      },
    ],
  ])
