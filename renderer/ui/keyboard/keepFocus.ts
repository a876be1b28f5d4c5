// A focus on nothing is lost to the keyboard and to screen readers: what goes away, or waits, while it holds the focus hands it on.

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

/** Whoever lost the focus, its dialog has it next; with the dialog gone what had opened that, else the screen. */
export function keepFocus(): void {
  const openers = new WeakMap<Element, HTMLElement>()
  const dialogOf = (element: Element) => element.closest<HTMLElement>('[role="dialog"]')
  window.addEventListener('focusin', ({ target, relatedTarget }) => {
    const dialog = target instanceof Element ? dialogOf(target) : null
    if (dialog && relatedTarget instanceof HTMLElement && !openers.has(dialog))
      openers.set(dialog, relatedTarget)
  })
  window.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return
    // Asked now: what is taken out of the page is still in it.
    const dialog = dialogOf(target)
    const around = [dialog, dialog && openers.get(dialog)]
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body || isThere(target)) return
      const heirs = [...around, document.querySelector<HTMLElement>('main')]
      const heir = heirs.find((each) => each && isThere(each))
      if (!heir) return
      heir.focus({ preventScroll: true })
      if (target.isConnected) giveBack(target, heir)
    })
  })
}
