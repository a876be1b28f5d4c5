// The whole main process without Electron, in a folder that goes away with the test.
import { type App, type AppOptions, startApp as start, valuesFor } from '../../../support/app.ts'
import { temporaryFolder } from '../store/fixtures.ts'

export { type App, valuesFor }

/** Starts it once; starting it again on the same folder is a restart. */
export const startApp = ({ folder = temporaryFolder(), ...options }: Partial<AppOptions> = {}) =>
  start({ folder, ...options })

/** A saved connection to the demo ConnectWise, with its key. */
export async function connected(app: App, name?: string) {
  const { privateKey } = app.demo.credentials
  return app.value('connections:save', { id: null, values: valuesFor(app.demo, name), privateKey })
}

/** A new relationship on a connection. */
export const relationship = (app: App, connectionId: string, contractName = 'Contoso managed services') =>
  app.value('relationships:create', { contractName, partner: 'Contoso', role: 'target', connectionId })
