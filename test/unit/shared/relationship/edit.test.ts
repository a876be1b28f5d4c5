// Changing a setting: what follows from it is visible and never silent.
import { describe, expect, it } from 'vitest'
import { type RelationshipDraft, emptyOverride } from '../../../../shared/relationship/draft.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'
import { editSetting } from '../../../../shared/relationship/edit.ts'
import { indexReference } from '../../../../shared/reference/lookup.ts'
import type { Collections, Snapshot } from '../../../../shared/reference/collections.ts'
import { snapshot } from '../../../support/relationships.ts'

const helpDesk = { id: 4, name: 'Help Desk' }
const escalations = { id: 7, name: 'Escalations' }
const listsOf = (statuses: Collections['statuses'], more: Partial<Snapshot> = {}) =>
  indexReference({ ...snapshot(), ...more, collections: { statuses } })
const rows = [
  { id: 31, name: 'New', board: { id: 4, name: 'Help Desk' } },
  { id: 32, name: 'Waiting', board: { id: 4, name: 'Help Desk' } },
  { id: 71, name: 'néw', board: { id: 7, name: 'Escalations' } },
  { id: 72, name: 'Waiting', board: { id: 7, name: 'Escalations' }, inactive: true },
]
const lists = listsOf(rows)

const draft = (
  role: 'source' | 'target',
  settings: Partial<RelationshipDraft['settings']>,
): RelationshipDraft => ({
  contractName: 'Contoso managed services',
  partner: 'Contoso',
  role,
  connectionId: 'c1',
  settings: { ...emptySettings(), ...settings },
  apiOverride: emptyOverride(),
})

const newOnHelpDesk = { id: 31, name: 'New', boardId: 4 }

describe('changing the landing board', () => {
  it('re-matches the status by name, whatever its case and accents, and says so', () => {
    const before = draft('target', { serviceBoard: helpDesk, status: newOnHelpDesk })
    const { draft: after, notes } = editSetting(before, 'serviceBoard', escalations, lists)
    expect(after.settings.status).toEqual({ id: 71, name: 'néw', boardId: 7 })
    expect(notes.status).toContain('Re-matched')
  })

  it('re-matches a renamed status by the name it has now', () => {
    const renamed = [
      { id: 31, name: 'Triage', board: { id: 4 } },
      { id: 73, name: 'Triage', board: { id: 7 } },
    ]
    const before = draft('target', { serviceBoard: helpDesk, status: newOnHelpDesk })
    const { draft: after } = editSetting(before, 'serviceBoard', escalations, listsOf(renamed))
    expect(after.settings.status).toEqual({ id: 73, name: 'Triage', boardId: 7 })
  })

  it('clears the status when the new board has no active one of that name, and says so', () => {
    const before = draft('target', {
      serviceBoard: helpDesk,
      status: { id: 32, name: 'Waiting', boardId: 4 },
    })
    const { draft: after, notes } = editSetting(before, 'serviceBoard', escalations, lists)
    expect(after.settings.status).toBeNull()
    expect(notes.status).toContain('Escalations has no active status named Waiting')
  })

  it('takes the one of the lowest id where the new board has the name twice', () => {
    const twice = [...rows, { id: 70, name: 'NEW', board: { id: 7 } }]
    const before = draft('target', { serviceBoard: helpDesk, status: newOnHelpDesk })
    const { draft: after } = editSetting(before, 'serviceBoard', escalations, listsOf(twice))
    expect(after.settings.status?.id).toBe(70)
  })

  it('says that the statuses of the new board were not read, and claims no more', () => {
    const before = draft('target', { serviceBoard: helpDesk, status: newOnHelpDesk })
    const unread = listsOf(rows.slice(0, 2), { unreadBoards: [escalations.id] })
    for (const given of [null, listsOf(undefined), listsOf([], { partial: ['statuses'] }), unread]) {
      const { draft: after, notes } = editSetting(before, 'serviceBoard', escalations, given)
      expect(after.settings.status).toBeNull()
      expect(notes.status).toContain('were not read completely')
    }
  })

  it('leaves the status alone when the board is chosen again', () => {
    const before = draft('target', { serviceBoard: helpDesk, status: newOnHelpDesk })
    const { draft: after, notes } = editSetting(before, 'serviceBoard', helpDesk, lists)
    expect(after.settings.status).toEqual(newOnHelpDesk)
    expect(notes).toEqual({})
  })

  it('does not touch the status when a target changes the boards of the other role', () => {
    const before = draft('target', { serviceBoard: helpDesk, status: newOnHelpDesk, boards: [escalations] })
    expect(editSetting(before, 'boards', [], lists).draft.settings.status).toEqual(newOnHelpDesk)
  })
})

describe('removing a board of a source', () => {
  it('clears the default board and its status visibly', () => {
    const before = draft('source', {
      boards: [helpDesk, escalations],
      defaultBoard: helpDesk,
      status: newOnHelpDesk,
    })
    const { draft: after, notes } = editSetting(before, 'boards', [escalations], lists)
    expect(after.settings.defaultBoard).toBeNull()
    expect(after.settings.status).toBeNull()
    expect(notes.defaultBoard).toContain('Help Desk')
    expect(notes.status).toContain('New')
  })

  it.each(['source', 'target'] as const)(
    'as %s, other changes keep a default board that never was one of them',
    (role) => {
      const before = draft(role, { boards: [helpDesk], defaultBoard: escalations })
      const { draft: after, notes } = editSetting(before, 'syncAttachments', true, lists)
      expect(after.settings.defaultBoard).toEqual(escalations)
      expect(notes).toEqual({})
    },
  )

  it('keeps the default board when another board is removed', () => {
    const before = draft('source', { boards: [helpDesk, escalations], defaultBoard: helpDesk })
    expect(editSetting(before, 'boards', [helpDesk], lists).draft.settings.defaultBoard).toEqual(helpDesk)
  })
})
