// Tasks that hold up the page's thread, as the browser reports them: from 50 ms on.
import type { Page } from '@playwright/test'

const longest = '__longestTask'

/** Starts to listen; the answer tells the longest task since then in milliseconds, 0 when none was long. */
export async function watchLongTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate((name) => {
    Reflect.set(globalThis, name, 0)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        Reflect.set(globalThis, name, Math.max(duration, Reflect.get(globalThis, name)))
    }).observe({ type: 'longtask' })
  }, longest)
  return () => page.evaluate((name): number => Reflect.get(globalThis, name), longest)
}
