// The administrator's policy: which sites it allows, and what it does to a draft.
import { describe, expect, test } from 'vitest'
import { emptyOverride } from '../../../../shared/relationship/draft.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'
import {
  allowsSite,
  lockReason,
  narrowPolicy,
  policyFileSchema,
  policySchema,
  withLocks,
} from '../../../../shared/relationship/policy.ts'

const policy = (content: unknown) => policySchema.parse(content)

describe('allowed sites', () => {
  test.each([
    [undefined, 'anything.example.test', true],
    [[], 'na.myconnectwise.net', false],
    [['na.myconnectwise.net'], 'https://api-na.myconnectwise.net/v4_6_release/apis/3.0/', true],
    [['https://API-NA.myconnectwise.net'], ' na.myconnectwise.net ', true],
    [['na.myconnectwise.net'], 'eu.myconnectwise.net', false],
    [['na.myconnectwise.net'], 'na.myconnectwise.net.example.test', false],
    [['*.example.test'], 'psa.example.test', true],
    [['*.example.test'], 'example.test', false],
    [['*.example.test'], 'notexample.test', false],
    [['na.myconnectwise.net'], '', false],
    [['psa.example.test'], 'psa.example.test:8443', false],
    [['psa.example.test:8443'], 'https://psa.example.test:8443/v4_6_release', true],
    [['psa.example.test:8443'], 'psa.example.test', false],
    [['psa.example.test:443'], 'psa.example.test', true],
    [['*.example.test:8443'], 'psa.example.test:8443', true],
    [['*.example.test'], 'psa.example.test:8443', false],
    [['*.example.test'], 'psa.example.test.evil.test', false],
    [['psa.example.test'], 'api-psa.example.test', false],
    [['127.0.0.1:3000'], 'http://127.0.0.1:3000', true],
    [['127.0.0.1'], 'http://127.0.0.1:3000', false],
  ])('%j allow %j: %s', (allowedSites, site, allowed) => {
    expect(allowsSite(policy({ allowedSites }), site)).toBe(allowed)
  })
})

test.each([
  [undefined, ['a.example.test'], ['a.example.test']],
  [['a.example.test'], undefined, ['a.example.test']],
  [['a.example.test'], ['b.example.test'], []],
  [['*.example.test'], ['a.example.test', 'other.test'], ['a.example.test']],
  [['a.b.example.test'], ['*.example.test'], ['a.b.example.test']],
  [['*.b.example.test'], ['*.example.test'], ['*.b.example.test']],
  [['a.example.test'], ['a.example.test:8443'], []],
])('of %j and %j both allow %j', (one, other, both) => {
  const narrowed = narrowPolicy(policy({ allowedSites: one }), policy({ allowedSites: other }))
  expect(narrowed.allowedSites).toEqual(both)
})

test('a second policy adds locks and takes none away', () => {
  const [yes, no] = [true, false].map((value) => ({ value, reason: 'Because.' }))
  const { locked, updateCheck } = narrowPolicy(
    policy({ locked: { syncAttachments: no }, updateCheck: false }),
    policy({ locked: { syncAttachments: yes, 'timeEntries.sync': no } }),
  )
  expect({ locked, updateCheck }).toEqual({
    locked: { syncAttachments: no, 'timeEntries.sync': no },
    updateCheck: false,
  })
})

const draft = {
  contractName: 'a',
  partner: 'b',
  role: 'target' as const,
  connectionId: 'c',
  settings: { ...emptySettings(), syncAttachments: true, commentTypes: ['internal' as const] },
  apiOverride: { ...emptyOverride(), enabled: true },
}

test('locked settings get their values, everything else stays', () => {
  const { locked } = policy({
    locked: {
      syncAttachments: { value: false, reason: 'Attachments stay in the house.' },
      commentTypes: { value: ['resolution', 'discussion'], reason: 'No internal notes.' },
      'apiOverride.enabled': { value: false, reason: 'One API member only.' },
    },
  })
  expect(withLocks(draft, locked)).toEqual({
    ...draft,
    settings: { ...draft.settings, syncAttachments: false, commentTypes: ['discussion', 'resolution'] },
    apiOverride: { ...draft.apiOverride, enabled: false },
  })
  expect(lockReason(locked, 'syncAttachments')).toBe('Attachments stay in the house.')
  expect(lockReason(locked, 'timeEntries.sync')).toBeUndefined()
  expect(lockReason(locked, 'toString')).toBeUndefined()
})

test.each([
  [{}, true],
  [{ version: 1, $schema: 'https://example.test/policy.json' }, true],
  [{ somethingNew: 1 }, false],
  [{ version: 2 }, false],
  [{ allowedsites: [] }, false],
  [{ allowedSites: ['*'] }, false],
  [{ allowedSites: ['na.myconnectwise.net', 'two words'] }, false],
  [{ locked: { syncAttachment: { value: false, reason: 'x' } } }, false],
  [{ locked: { syncAttachments: { value: false, reason: 'x', until: 1 } } }, false],
  [{ locked: { syncAttachments: { value: 'no', reason: 'x' } } }, false],
  [{ locked: { syncAttachments: { value: false } } }, false],
  [{ allowedSites: 'na.myconnectwise.net' }, false],
  [[], false],
])('%j is a policy: %s', (content, valid) => expect(policyFileSchema.safeParse(content).success).toBe(valid))
