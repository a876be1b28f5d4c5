// Puts off what would move the screen while a mouse button is held: a click counts only where it was pressed and let go.

/** Runs `work` at once, or right after the button that is held now is let go and its click has been heard. */
export function afterPress(work: () => void): void {
  if (document.querySelector(':active') === null) return work()
  window.addEventListener('pointerup', () => setTimeout(work), { once: true })
}
