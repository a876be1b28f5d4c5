// The setting one is in: what is said of it is marked beside the form.
import { useWindowEvent } from '@mantine/hooks'
import { useState } from 'react'

/** The path of the setting that an element stands in. */
export const settingPathAt = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-path]')?.dataset['path'] : undefined

/** The path of the setting that holds the focus; the last one that did while it is elsewhere. */
export function useFieldInFocus(): string | undefined {
  const [path, setPath] = useState<string>()
  useWindowEvent('focusin', ({ target }) => {
    const field = settingPathAt(target)
    if (field !== undefined) setPath(field)
  })
  return path
}
