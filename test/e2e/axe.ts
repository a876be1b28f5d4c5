// What axe finds in the window, once nothing fades or moves any more: half-faded text has half its contrast.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Lets what has just been asked for begin, and waits until it has ended. */
const settle = async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  const fading = () => document.getAnimations().filter((each) => each instanceof CSSTransition)
  while (fading().length > 0) await Promise.allSettled(fading().map(({ finished }) => finished))
}

/**
 * One line per element that breaks a rule, of the whole page or of a part of it. No frame of another origin is in the page, so
 * no second page need be opened to put the results of several together.
 */
export async function faults(page: Page, part?: string, rules: readonly string[] = []): Promise<string[]> {
  await page.evaluate(settle)
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (rules.length > 0) axe.withRules([...rules])
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${String(target)} ${html.slice(0, 200)}`),
  )
}

/** The rules of axe that look at colours, without those beyond AA. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** The same of the page in light, and of its colours in dark: nothing else of it is another then. */
export async function faultsInBoth(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faults(page, undefined, ofColours)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...dark.map((fault) => `dark: ${fault}`), ...(await faults(page))]
}
