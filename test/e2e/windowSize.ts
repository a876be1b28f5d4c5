// Gives the window another size, and waits until it is drawn in the layout of that size.
import type { Page } from '@playwright/test'

/** Until the page has heard of its new size, what stands there is still the former layout, which is about to go. */
export async function resizeWindow(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}
