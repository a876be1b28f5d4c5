// Random configurations for the second reading: small pools, so that things meet, miss and are sparse.
import * as fc from 'fast-check'
import type { CommentType, Relationship } from '../../../shared/relationship/relationship.ts'
import { sourceRelationship, targetRelationship } from '../relationships.ts'
import { board, called, list, maybe, pick } from './arbitraries.ts'

const ref = (...ids: number[]) => fc.record({ id: pick(...ids), name: called })
const memberRef = fc.record(
  { id: pick(42, 43, 44), name: called, identifier: pick('dreyes', 'zadmin', '') },
  { requiredKeys: ['id', 'name'] },
)
const statusRef = fc.record(
  { id: pick(31, 32, 51, 99), name: called, boardId: board },
  { requiredKeys: ['id', 'name'] },
)
const commentTypes = fc.subarray<CommentType>(['internal', 'discussion', 'resolution'])
const timeEntries = fc.oneof(
  fc.constant({ sync: false as const }),
  fc.record({
    sync: fc.constant(true as const),
    defaultWorkRole: maybe(ref(11, 12, 13)),
    defaultMember: maybe(memberRef),
    includeNotes: fc.boolean(),
  }),
)
const reverseSync = fc.oneof(
  fc.constant({ enabled: false as const }),
  fc.record({
    enabled: fc.constant(true as const),
    filter: fc.record({
      boards: list(ref(4, 5, 6, 900), 2),
      companies: list(ref(250, 251), 1),
      statuses: list(statusRef, 1),
      priorities: list(ref(6, 7), 1),
    }),
    fieldFilter: maybe(fc.record({ id: pick(28, 29), caption: pick('Sync', 'Other') })),
  }),
)
const common = {
  company: maybe(ref(250, 251)),
  status: maybe(statusRef),
  priority: maybe(ref(6, 7)),
  source: maybe(ref(3, 4)),
  owner: maybe(memberRef),
  commentTypes,
  syncAttachments: fc.boolean(),
  timeEntries,
}

export const relationships: fc.Arbitrary<Relationship> = fc.oneof(
  fc
    .record({ ...common, boards: list(ref(4, 5, 6, 900), 3), defaultBoard: maybe(ref(4, 5, 900)) })
    .map((settings) => sourceRelationship(settings)),
  fc
    .record({ ...common, serviceBoard: maybe(ref(4, 5, 900)), reverseSync })
    .map((settings) => targetRelationship(settings)),
)
