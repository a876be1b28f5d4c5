// The app's own settings: theme, size of the text and language of dates, remembered on this computer alone.
import { createSharedValue, useSharedValue } from './sharedValue.ts'

export const textSizes = [90, 100, 110, 125, 150] as const

/** As people call them; the value is the locale that writes the dates. */
export const dateLanguages = {
  'en-GB': 'English (United Kingdom)',
  'en-US': 'English (United States)',
  'de-DE': 'Deutsch',
  'es-ES': 'Español',
  'fr-FR': 'Français',
  'it-IT': 'Italiano',
  'nl-NL': 'Nederlands',
  'pl-PL': 'Polski',
  'sv-SE': 'Svenska',
} as const

export const themes = ['auto', 'light', 'dark'] as const

export type AppSettings = {
  theme: (typeof themes)[number]
  /** Percent. */
  textSize: (typeof textSizes)[number]
  dates: keyof typeof dateLanguages
}

const place = 'app-settings'

export const isDateLanguage = (value: unknown): value is AppSettings['dates'] =>
  typeof value === 'string' && value in dateLanguages

/** What cannot be read, or is not offered any more, counts as not set. Checked by hand: the first paint waits for it. */
function remembered(): AppSettings {
  let found: Partial<Record<keyof AppSettings, unknown>> = {}
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    if (typeof read === 'object' && read !== null) found = read
  } catch {
    // Not ours: as if nothing was set.
  }
  return {
    theme: themes.find((each) => each === found.theme) ?? 'auto',
    textSize: textSizes.find((each) => each === found.textSize) ?? 100,
    dates: isDateLanguage(found.dates) ? found.dates : 'en-GB',
  }
}

const settings = createSharedValue(remembered())

export const appSettings = settings.get

export const useAppSettings = (): AppSettings => useSharedValue(settings)

/** The size of the text is the size of everything, so that nothing is cut. */
export const applyTextSize = (): void => {
  const { style } = document.documentElement
  const { textSize } = settings.get()
  style.zoom = String(textSize / 100)
  // A `vh` grows with everything else, the window does not: a hundredth of its height.
  style.setProperty('--sw-vh', `${100 / textSize}vh`)
}

export function changeAppSettings(change: Partial<AppSettings>): void {
  settings.set((before) => ({ ...before, ...change }))
  applyTextSize()
  try {
    localStorage.setItem(place, JSON.stringify(settings.get()))
  } catch {
    // Storage may be full or switched off: then the choice lasts until the window closes.
  }
}
