// What the handlers work with: built once at boot, handed to every area.
import type { RunJob } from '../background/jobs.ts'
import type { Calls } from './runningCalls.ts'
import type { Fetch } from '../connectwise/transport/exchange.ts'
import type { Journal } from '../disk/journal.ts'
import type { DemoOrganisation } from './demo/demoOrganisation.ts'
import type { ReadPolicy } from './policy/policyFile.ts'
import type { VersionNotice } from './policy/versionNotice.ts'
import type { ProxyLogins } from './proxyLogins.ts'
import type { StartWishes } from './startWishes.ts'
import type { KeysTested } from './keysTested.ts'
import type { ReadinessService } from './readiness.ts'
import type { Stores } from '../store/stores.ts'
import type { WrittenFiles } from './writtenFiles.ts'
import type { Removals } from './removals.ts'

/** The narrow window beside the browser in which the published form is filled in. */
export type CompanionWindow = {
  /** Opens it, or turns to another relationship; `onTop` keeps it above all other windows, and false is answered where the desktop cannot. */
  readonly show: (id: string, onTop: boolean) => boolean
  /** Closes it and goes back to the main window. */
  readonly close: () => void
}

export type AppServices = Stores & {
  readonly about: { readonly version: string; readonly dataFolder: string; readonly userName: string }
  /** What the administrator allows and locks. */
  readonly policy: ReadPolicy
  /** Sentences about what was found on disk. */
  readonly notices: () => string[]
  readonly now: () => Date
  /** Does beside main what would hold the window up. */
  readonly run: RunJob
  /** What is wanted from outside the window. */
  readonly wishes: StartWishes
  readonly proxyLogins: ProxyLogins
  readonly versions: VersionNotice
  readonly calls: Calls
  /** Many writes as one. */
  readonly journal: Journal
  readonly readiness: ReadinessService
  readonly keysTested: KeysTested
  /** Deleting, the bin, and the way back. */
  readonly removals: Removals
  readonly demo: DemoOrganisation
  readonly companion: CompanionWindow
  /** Reaches ConnectWise, or the demo organisation inside the app. */
  readonly fetch: Fetch
  /** Whether `http://127.0.0.1` is a site: only in runs that are not packaged. */
  readonly allowLoopbackHttp: boolean
  /** Makes a value unspeakable in the log. */
  readonly hide: (secret: string) => void
  /** The last lines of the log, secrets masked. */
  readonly recentLog: () => readonly string[]
  /** One page of HTML as PDF. Throws where that does not work. */
  readonly printSheet: (html: string) => Promise<Uint8Array>
  /** What was written where a person said. */
  readonly written: WrittenFiles
  /** Asks where to save; undefined when the person cancels. */
  readonly askSavePath: (suggestedName: string) => Promise<string | undefined>
}
