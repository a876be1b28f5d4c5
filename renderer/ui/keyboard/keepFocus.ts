// A focus on nothing is lost to the keyboard and to screen readers: what goes away, or waits, while it holds the focus hands it on.

/** They lie over the page, and what they were opened from may be one of them that has gone. */
const overPage = '[role="menu"], [role="dialog"]'

const isThere = (element: Element): boolean =>
  element.isConnected &&
  !element.matches(':disabled') &&
  element.checkVisibility({ visibilityProperty: true })

/** A button that works is disabled until it is done: then the focus comes back, unless it has gone on from `heir`. */
function giveBack(button: HTMLElement, heir: HTMLElement): void {
  const enabled = new MutationObserver(() => {
    if (button.matches(':disabled')) return
    enabled.disconnect()
    if (document.activeElement === heir) button.focus({ preventScroll: true })
  })
  enabled.observe(button, { attributeFilter: ['disabled'] })
}

/** Whoever lost the focus, the dialog around has it next, else what had it last on the page, else the screen. */
export function keepFocus(): void {
  let onPage: HTMLElement | null = null
  document.addEventListener('focusin', ({ target }) => {
    // A box that a text is copied out of stands for a moment outside of everything.
    if (target instanceof HTMLElement && !target.closest(overPage) && target.closest('nav, main, footer'))
      onPage = target
  })
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return
    // Asked now: what is taken out of the page is still in it, and what waits may be done by the next frame.
    const waits = target.matches(':disabled')
    const around = target.closest<HTMLElement>('[role="dialog"]')
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      if (isThere(target)) return waits ? target.focus({ preventScroll: true }) : undefined
      const dialogs = [...document.querySelectorAll<HTMLElement>('[role="dialog"]')]
      const heirs = [around, dialogs.at(-1), onPage, document.querySelector<HTMLElement>('main')]
      const heir = heirs.find((each) => each && isThere(each))
      if (!heir) return
      heir.focus({ preventScroll: true })
      if (target.isConnected) giveBack(target, heir)
    })
  })
}
