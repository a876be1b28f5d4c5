// Gives the focus back to the page when a menu or dialog goes that was opened out of another one: what it remembers is gone by then.
import { useEffect } from 'react'

const overPage = '[role="menu"], [role="dialog"]'

export function useFocusBack(): void {
  useEffect(() => {
    let onPage: Element | null = null
    let above: Element | null = null
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      above = target.closest(overPage)
      // A box that a text is copied out of stands for a moment outside of everything.
      if (above === null && target.closest('nav, main, footer')) onPage = target
    }
    const giveBack = () => {
      if (above === null || above.isConnected || document.activeElement !== document.body) return
      above = null
      const heir = onPage?.isConnected ? onPage : document.querySelector('main')
      if (heir instanceof HTMLElement) heir.focus({ preventScroll: true })
    }
    document.addEventListener('focusin', remember)
    const watch = new MutationObserver(giveBack)
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      watch.disconnect()
    }
  }, [])
}
