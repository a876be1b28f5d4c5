// The browser the tests drive, with nothing running in it but the page: what a person's Chrome prepares takes as long as the page itself.
import { findChromium } from '../../scripts/ensure-chromium.mjs'

/** Since the last `--disable-features` is the one that counts, with those that Playwright turns off itself (its `chromiumSwitches.ts`). */
const off = [
  // Each window would load the list below its address bar as two pages of their own.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  // A process kept ready for another site, which never comes; and the first page would change its process for the app's.
  'SpareRendererForSitePerProcess',
  'IsolateOrigins',
  'site-per-process',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

export const browserLaunch = () => {
  const executablePath = findChromium()
  return {
    ...(executablePath !== null && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-site-isolation-trials',
      `--disable-features=${off.join(',')}`,
    ],
  }
}
