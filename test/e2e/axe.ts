// What axe finds in the window, once nothing fades or moves any more: half-faded text has half its contrast.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Lets what has just been asked for begin, and waits until it has ended. */
const settle = async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  const fading = () => document.getAnimations().filter((each) => each instanceof CSSTransition)
  while (fading().length > 0) await Promise.allSettled(fading().map(({ finished }) => finished))
}

/** One line per element that breaks a rule, of the whole page or of a part of it. */
export async function faults(page: Page, part?: string): Promise<string[]> {
  await page.evaluate(settle)
  const axe = new AxeBuilder({ page })
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${String(target)} ${html.slice(0, 200)}`),
  )
}
