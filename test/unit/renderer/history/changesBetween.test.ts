// The differences of two drafts, field by field.
import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../../../renderer/history/changesBetween.ts'
import { emptyOverride, type RelationshipDraft } from '../../../../shared/relationship/draft.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'

const named = (id: string) => `Connection ${id}`

describe('the differences of two drafts', () => {
  const before: RelationshipDraft = {
    contractName: 'Contoso',
    partner: 'Contoso',
    role: 'target',
    connectionId: 'one',
    settings: emptySettings(),
    apiOverride: emptyOverride(),
  }

  it('are none between equal ones', () => expect(changesBetween(before, before, named)).toEqual([]))

  it('name a connection instead of its id', () =>
    expect(changesBetween(before, { ...before, connectionId: 'other' }, named)).toEqual([
      {
        key: 'connectionId',
        label: 'Connection',
        before: named(before.connectionId),
        after: 'Connection other',
      },
    ]))

  it('tell two records of the same name apart by their ids', () => {
    const company = (id: number) => ({
      ...before,
      settings: { ...before.settings, company: { id, name: 'Contoso', identifier: 'Contoso' } },
    })
    expect(changesBetween(company(1), company(2), named)).toMatchObject([
      { label: 'Company', before: 'Contoso (1)', after: 'Contoso (2)' },
    ])
  })
})
