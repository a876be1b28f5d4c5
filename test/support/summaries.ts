// Relationships and connections as the window's lists know them: tests change the one thing they are about.
import type { ConnectionView } from '../../shared/connection/connection.ts'
import type { RelationshipSummary } from '../../shared/ipc/areas/relationshipCalls.ts'

export const summary = (
  id: string,
  contractName: string,
  more: Partial<RelationshipSummary> = {},
): RelationshipSummary => ({
  id,
  contractName,
  partner: `${contractName} partner`,
  role: 'target',
  connectionId: 'acme',
  readiness: { ready: true, errors: 0, warnings: 0, stale: 0, toChoose: 0 },
  internalNotes: false,
  goLive: 'not begun',
  company: null,
  landsOn: null,
  boards: 0,
  owner: null,
  commentTypes: [],
  reverseSync: null,
  savedAt: '2026-11-01T00:00:00Z',
  savedBy: 'dana',
  ...more,
})

export const connectionView = (id: string, environment: ConnectionView['environment']): ConnectionView => ({
  id,
  name: `Connection ${id}`,
  environment,
  site: 'na.example.test',
  companyId: 'acme',
  publicKey: '',
  clientId: '',
  key: 'saved',
  revision: 1,
  fetchedAt: null,
  demo: false,
})
