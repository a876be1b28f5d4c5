// Connections and overrides of their API settings, as the attacks on saved keys begin.
import { type App, valuesFor } from '../integration/main/handlers/app.ts'

export async function connected(app: App, changes: Partial<ReturnType<typeof valuesFor>> = {}) {
  const { privateKey } = app.demo.credentials
  const values = { ...valuesFor(app.demo), site: 'acme.example.test', ...changes }
  const { id } = await app.value('connections:save', { id: null, values, privateKey })
  return { id, values, target: { connectionId: id, overrideOf: null } }
}

/** What the form sends for an override of the demo ConnectWise at a site. */
export const overrideAt = (app: App, site: string) => ({
  enabled: true,
  site,
  companyId: app.demo.credentials.companyId,
  publicKey: app.demo.credentials.publicKey,
  clientId: app.demo.credentials.clientId,
})

export async function withOverride(app: App, site = 'override.example.test') {
  const { id: connectionId } = await connected(app)
  const create = { contractName: 'Contoso', partner: 'Contoso', role: 'target', connectionId } as const
  const { id, draft, revision } = await app.value('relationships:create', create)
  await app.value('relationships:save', {
    id,
    draft: { ...draft, apiOverride: overrideAt(app, site) },
    baseRevision: revision.number,
    note: '',
    overrideKey: app.demo.credentials.privateKey,
  })
  return { id, connectionId, target: { connectionId, overrideOf: id } }
}

export async function saveOverride(app: App, id: string, site: string) {
  const { draft, revision } = await app.value('relationships:get', { id })
  return app.value('relationships:save', {
    id,
    draft: { ...draft, apiOverride: overrideAt(app, site) },
    baseRevision: revision.number,
    note: '',
    overrideKey: null,
  })
}
