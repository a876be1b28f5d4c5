// What this computer remembers of small choices; a lost memory costs a click and does no harm.

/** Storage may be full or switched off: then the choice is made again. */
export function rememberChoice(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Said above.
  }
}

export function rememberedChoice(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
