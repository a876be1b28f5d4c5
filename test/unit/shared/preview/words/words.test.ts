// Words and ways out: every code has both, and nothing claims to be the sync service.
import { describe, expect, test } from 'vitest'
import {
  type SkipReason,
  failReasons,
  skipReasons,
  stayReasons,
} from '../../../../../shared/preview/result/previewResult.ts'
import { settingsBehind } from '../../../../../shared/preview/words/whyNot.ts'
import {
  assumptions,
  audienceWords,
  itemVerdictWords,
  reasonWords,
  verdictWords,
  warningWords,
} from '../../../../../shared/preview/words/previewWords.ts'
import { fields as settings } from '../../../../../shared/relationship/fields.ts'
import { reverseSyncOn, sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'

const tables = { ...verdictWords, ...itemVerdictWords, ...reasonWords, ...warningWords, ...audienceWords }

describe('every code', () => {
  test.each(Object.entries(tables))('%s has a short form and a whole sentence', (_, { short, sentence }) => {
    expect(short).toMatch(/^[A-Z].*[^.]$/)
    expect(short.length).toBeLessThanOrEqual(34)
    expect(sentence).toMatch(/^[A-Z{].*\.$/)
  })

  test('speaks plainly, without promises', () => {
    const everything = [...Object.values(tables).map(({ sentence }) => sentence), ...assumptions].join(' ')
    expect(everything).not.toMatch(/!|please|oops|successfully|\bwill\b/i)
    expect(everything).toContain('is not the sync service')
  })
})

describe('the settings behind a reason', () => {
  const target = targetRelationship()
  const byCompany = targetRelationship({
    reverseSync: { ...reverseSyncOn, filter: { ...reverseSyncOn.filter, companies: [{ id: 1, name: 'A' }] } },
  })

  test.each([
    ['board-not-selected', sourceRelationship(), ['boards']],
    ['board-not-selected', target, ['reverseSync.filter.boards']],
    ['company-mismatch', sourceRelationship(), ['company']],
    ['company-mismatch', target, ['company', 'reverseSync.filter.companies']],
    ['company-mismatch', byCompany, ['reverseSync.filter.companies']],
    ['status-not-on-board', sourceRelationship(), ['status', 'defaultBoard']],
    ['status-not-on-board', target, ['status', 'serviceBoard']],
    ['time-entry-not-allowed', target, ['status', 'timeEntries.sync']],
    ['reverse-sync-off', target, ['reverseSync.enabled']],
    ['summary-missing', target, []],
  ] as const)('%s', (reason, relationship, fields) => {
    expect(settingsBehind(reason, relationship)).toEqual(fields)
  })

  const ofReverseSync: SkipReason[] = [
    'reverse-sync-off',
    'status-filtered',
    'priority-filtered',
    'field-filter-off',
  ]

  test.each([sourceRelationship(), target])('are settings of the role ($role)', (relationship) => {
    const reasons = [...skipReasons, ...failReasons, ...stayReasons].filter(
      (reason) =>
        reason !== (relationship.role === 'source' ? 'service-board-required' : 'default-board-required') &&
        (relationship.role === 'target' || !ofReverseSync.some((other) => other === reason)),
    )
    for (const path of reasons.flatMap((reason) => settingsBehind(reason, relationship)))
      expect(settings[path].roles).toContain(relationship.role)
  })
})
