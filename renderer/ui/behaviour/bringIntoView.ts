// Brings a setting into view, focuses its control and flashes the row once.
import { fieldPathOf } from '../../../shared/relationship/fields.ts'

/** `path` is a finding's field (a settings path, `connection`, `apiOverride`, `snapshot`) or `connectionTest`. */
export function bringIntoView(path: string): void {
  const field = fieldPathOf(path) ?? path
  // The preview may just have given way to the form, so the row is looked for after the next paint.
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(field)}"]`)
    if (!row) return
    row.scrollIntoView({ block: 'center' })
    const control = 'input, button, [tabindex]'
    const box = row.matches(control) ? row : row.querySelector<HTMLElement>(control)
    box?.focus({ preventScroll: true })
    row.dataset.flash = ''
    setTimeout(() => delete row.dataset.flash, 700)
  })
}
