// Arbitrary drafts: whatever a form can produce, both roles filled in at once, with extra names on references.
import * as fc from 'fast-check'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import type { ConnectionRef } from '../../shared/connection/connectionRef.ts'
import { environments } from '../../shared/connection/environments.ts'
import { commentTypes } from '../../shared/relationship/relationship.ts'
import { roles } from '../../shared/relationship/roles.ts'

const id = fc.nat({ max: 60 })
const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const named = { id, name: text }
const extraKey = fc
  .string({ maxLength: 6 })
  .filter((key) => !['id', 'name', 'caption', 'identifier', 'boardId'].includes(key))
const extras = fc.dictionary(extraKey, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2, noNullPrototype: true })

const withExtras = <T extends object>(base: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.tuple(extras, base).map(([extra, value]) => ({ ...extra, ...value }))

const ref = withExtras(fc.record(named))
const identified = withExtras(fc.record({ ...named, identifier: text }, { requiredKeys: ['id', 'name'] }))
const status = withExtras(fc.record({ ...named, boardId: id }, { requiredKeys: ['id', 'name'] }))
const field = withExtras(fc.record({ id, caption: text }))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const list = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 4 })

const settings = fc.record({
  company: maybe(identified),
  boards: list(ref),
  defaultBoard: maybe(ref),
  serviceBoard: maybe(ref),
  status: maybe(status),
  priority: maybe(ref),
  source: maybe(ref),
  owner: maybe(identified),
  commentTypes: fc.subarray([...commentTypes]),
  syncAttachments: fc.boolean(),
  timeEntries: fc.record({
    sync: fc.boolean(),
    defaultWorkRole: maybe(ref),
    defaultMember: maybe(identified),
    includeNotes: fc.boolean(),
  }),
  reverseSync: fc.record({
    enabled: fc.boolean(),
    filter: fc.record({
      boards: list(ref),
      companies: list(identified),
      statuses: list(status),
      priorities: list(ref),
    }),
    fieldFilter: maybe(field),
  }),
})

export const connectionRef: fc.Arbitrary<ConnectionRef> = fc.record({
  name: text,
  environment: fc.constantFrom(...environments),
  site: fc.constantFrom('na.myconnectwise.net', 'psa.example.test', ''),
  companyId: fc.constantFrom('acme', ''),
})

export const draft: fc.Arbitrary<RelationshipDraft> = fc.record({
  contractName: text,
  partner: text,
  role: fc.constantFrom(...roles),
  connectionId: fc.constant('connection'),
  settings,
  apiOverride: fc.record({
    enabled: fc.boolean(),
    site: fc.constantFrom('eu.myconnectwise.net', ''),
    companyId: fc.constantFrom('acme_eu', ''),
    publicKey: text,
    clientId: text,
  }),
})
