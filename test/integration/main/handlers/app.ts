// The whole main process without Electron, in a folder that goes away with the test.
import { type App, type AppOptions, startApp as start, valuesFor } from '../../../support/app.ts'
import { temporaryFolder } from '../store/fixtures.ts'
import type { RelationshipDraft } from '../../../../shared/relationship/draft.ts'

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

/** The API settings of another ConnectWise. */
export const otherOverride = {
  enabled: true,
  site: 'other.example.test',
  companyId: 'other',
  publicKey: 'p',
  clientId: 'c',
}

type Saved = { id: string; draft: RelationshipDraft; revision: { number: number } }

/** A saved relationship with an override, and its key. */
export const overridden = (
  app: App,
  { id, draft, revision }: Saved,
  apiOverride: RelationshipDraft['apiOverride'],
  overrideKey: string | null,
) =>
  app.value('relationships:save', {
    id,
    draft: { ...draft, apiOverride },
    baseRevision: revision.number,
    note: '',
    overrideKey,
  })
