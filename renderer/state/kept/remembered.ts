// What this computer remembers of small choices; a lost memory costs a click and does no harm.
import type { z } from '../../../shared/zod.ts'

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

/** What was remembered as JSON; null where nothing was, or where it does not fit (any more). */
export function rememberedValue<T>(key: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(rememberedChoice(key) ?? '')).data ?? null
  } catch {
    return null
  }
}
