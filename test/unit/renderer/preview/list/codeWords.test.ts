// The words behind a code, and the settings that would change what it says.
import { describe, expect, it } from 'vitest'
import {
  besideSettings,
  fieldLinks,
  rowText,
  codeWords,
} from '../../../../../renderer/preview/list/codeWords.ts'
import { targetRelationship } from '../../../../support/relationships.ts'

describe('codes', () => {
  it.each([
    [[], [], ''],
    [['summary-missing'], ['summary-truncated'], 'The ticket has no title'],
    [[], ['summary-truncated', 'member-fallback'], 'Title cut · Default member used'],
    [['company-required', 'status-required', 'priority-required'], [], 'No company chosen · 2 more'],
  ] as const)('are said in a row as its reasons, else its warnings', (reasons, warnings, text) =>
    expect(rowText({ verdict: 'fail', reasons, warnings })).toBe(text),
  )

  it('keeps a code it has no words for', () => expect(codeWords('new-code').sentence).toBe('new-code'))

  it('links each setting once, and none that is linked already', () => {
    const links = fieldLinks(
      ['status-required', 'status-not-on-board'],
      targetRelationship(),
      new Set(['timeEntries.sync']),
    )
    expect(links.get('status-required')).toEqual([{ path: 'status', label: 'Status' }])
    expect(links.get('status-not-on-board')).toEqual([{ path: 'serviceBoard', label: 'Service board' }])
    expect(
      fieldLinks(['time-entries-off'], targetRelationship(), new Set(['timeEntries.sync'])).get(
        'time-entries-off',
      ),
    ).toEqual([])
  })
})

describe('what no setting changes', () => {
  it.each([
    ['not-changed-since-start', 'The start date above the list decides this.'],
    ['not-a-service-ticket', 'No setting changes this: the ticket itself would have to be different.'],
    ['company-required', ''],
    ['summary-truncated', ''],
  ])('%s says so', (code, text) => expect(besideSettings(code, targetRelationship())).toBe(text))
})
