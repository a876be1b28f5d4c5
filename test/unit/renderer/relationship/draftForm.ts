// A saved relationship as a form begins with it: everything that is required is chosen.
import type { RelationshipDetail } from '../../../../shared/ipc/areas/relationshipCalls.ts'
import { emptyOverride } from '../../../../shared/relationship/draft.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'

export const detail: RelationshipDetail = {
  id: 'r1',
  draft: {
    contractName: 'Contoso managed services',
    partner: 'Contoso',
    role: 'target',
    connectionId: 'c1',
    settings: {
      ...emptySettings(),
      owner: { id: 42, name: 'Dana Reyes' },
      commentTypes: ['discussion'],
    },
    apiOverride: emptyOverride(),
  },
  revision: { number: 1, savedAt: '2026-11-23T10:00:00Z', user: 'someone', note: '', hash: 'h' },
  overrideKey: 'needed',
  origin: null,
  leftOpen: [],
}
