// The administrator's policy: which sites it allows, and what it does to a draft.
import { describe, expect, test } from 'vitest'
import { emptyOverride, emptySettings } from '../../../../shared/relationship/draft.ts'
import { allowsSite, lockReason, policySchema, withLocks } from '../../../../shared/relationship/policy.ts'

const policy = (content: unknown) => policySchema.parse(content)

describe('allowed sites', () => {
  test.each([
    [undefined, 'anything.example.test', true],
    [null, 'anything.example.test', true],
    [[], 'na.myconnectwise.net', false],
    [['na.myconnectwise.net'], 'https://api-na.myconnectwise.net/v4_6_release/apis/3.0/', true],
    [['https://API-NA.myconnectwise.net'], ' na.myconnectwise.net ', true],
    [['na.myconnectwise.net'], 'eu.myconnectwise.net', false],
    [['na.myconnectwise.net'], 'na.myconnectwise.net.example.test', false],
    [['*.example.test'], 'psa.example.test', true],
    [['*.example.test'], 'example.test', false],
    [['*.example.test'], 'notexample.test', false],
    [['na.myconnectwise.net'], '', false],
  ])('%j allow %j: %s', (allowedSites, site, allowed) => {
    expect(allowsSite(policy({ allowedSites }), site)).toBe(allowed)
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
  [{ somethingNew: 1 }, true],
  [{ locked: { syncAttachments: { value: 'no', reason: 'x' } } }, false],
  [{ locked: { syncAttachments: { value: false } } }, false],
  [{ allowedSites: 'na.myconnectwise.net' }, false],
  [[], false],
])('%j is a policy: %s', (content, valid) => expect(policySchema.safeParse(content).success).toBe(valid))
