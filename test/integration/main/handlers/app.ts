// The whole main process without Electron, in a folder that goes away with the test.
import { type AppOptions, startApp as start } from '../../../support/app.ts'
import { temporaryFolder } from '../store/fixtures.ts'

export { type App, valuesFor } from '../../../support/app.ts'

/** Starts it once; starting it again on the same folder is a restart. */
export const startApp = ({ folder = temporaryFolder(), ...options }: Partial<AppOptions> = {}) =>
  start({ folder, ...options })
