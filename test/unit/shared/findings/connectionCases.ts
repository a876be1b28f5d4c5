// Cases of the rules about the override, the snapshot and the rights.
import type { Permission } from '../../../../shared/connection/connection.ts'
import { connection, reference, targetRelationship } from '../../../support/relationships.ts'
import { type Case, row } from './cases.ts'

const override = (site: string, companyId: string) =>
  targetRelationship({}, { apiOverride: { site, companyId } })
const other = { site: 'eu.myconnectwise.net', companyId: 'acme_eu' }
const same = override('https://API-NA.myconnectwise.net/v4_6_release/apis/3.0/', 'ACME')
const ofOther = reference({}, { connection: { ...connection, ...other } })

const right = (state: Permission['state']): Permission => ({
  right: 'Service Desk > Service Tickets > Add',
  state,
  neededFor: 'created tickets',
})

export const connectionCases: Case[] = [
  row('override-incomplete', 'the site is blank', override(' ', 'acme'), ['apiOverride']),
  row('override-incomplete', 'the company is blank', override('na.myconnectwise.net', ''), ['apiOverride']),
  row(
    'override-incomplete',
    'the app knows no keys',
    override(other.site, other.companyId),
    ['apiOverride'],
    {
      app: { overrideKey: 'needed' },
    },
  ),
  row('override-incomplete', 'a file says nothing of keys', override(other.site, other.companyId), []),
  row('override-incomplete', 'there is no override', targetRelationship(), [], {
    app: { overrideKey: 'needed' },
  }),
  row('override-same-as-connection', 'the address is only written differently', same, ['apiOverride']),
  row('override-same-as-connection', 'the app knows the keys are the same', same, ['apiOverride'], {
    app: { overrideKey: 'saved', sameKeys: true },
  }),
  row('override-same-as-connection', 'the app knows other keys', same, [], {
    app: { overrideKey: 'saved', sameKeys: false },
  }),
  row(
    'override-same-as-connection',
    'the company differs',
    override('na.myconnectwise.net', 'acme_test'),
    [],
  ),
  row('snapshot-missing', 'there is none', targetRelationship(), ['snapshot'], { reference: null }),
  row('snapshot-missing', 'it is of another site', targetRelationship(), ['snapshot'], {
    reference: ofOther,
  }),
  row('snapshot-missing', 'the override points elsewhere', override(other.site, other.companyId), [
    'snapshot',
  ]),
  row('snapshot-missing', "it is the override's", override(other.site, other.companyId), [], {
    reference: ofOther,
  }),
  row('snapshot-missing', 'the address is only written differently', same, []),
  row('snapshot-stale', 'it is older than 30 days', targetRelationship(), ['snapshot'], {
    reference: reference({}, { fetchedAt: '2026-10-24T09:59:59Z' }),
  }),
  row('snapshot-stale', 'it is 30 days old', targetRelationship(), [], {
    reference: reference({}, { fetchedAt: '2026-10-24T10:00:00Z' }),
  }),
  row('snapshot-stale', 'it is of another site, which is said instead', targetRelationship(), [], {
    reference: reference({}, { fetchedAt: '2020-01-01T00:00:00Z', connection: { ...connection, ...other } }),
  }),
  row('permission-missing', 'a right is missing', targetRelationship(), ['connection'], {
    app: { permissions: [right('missing')] },
  }),
  row('permission-missing', 'rights are granted or untested', targetRelationship(), [], {
    app: { permissions: [right('granted'), right('untested')] },
  }),
]
