// What was left open stays said until its setting is changed, whatever else is saved.
import { expect, test } from 'vitest'
import { emptyOverride, type RelationshipDraft } from '../../../../shared/relationship/draft.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'
import { leftOpenWords, openAfter } from '../../../../shared/relationship/leftOpen.ts'

const draft: RelationshipDraft = {
  contractName: 'Fabrikam care',
  partner: 'Fabrikam',
  role: 'target',
  connectionId: 'c1',
  settings: emptySettings(),
  apiOverride: emptyOverride(),
}
const owner = { field: 'owner', name: 'Kai Lind' }
const board = { field: 'reverseSync.filter.boards[1]', name: 'Field Service' }
const before = { draft, leftOpen: [owner, board] }
const withSettings = (settings: Partial<RelationshipDraft['settings']>) => ({
  ...draft,
  settings: { ...draft.settings, ...settings },
})

test('a revision that changes something else keeps both', () => {
  expect(openAfter(before, { draft: withSettings({ syncAttachments: true }), leftOpen: [] })).toEqual([
    owner,
    board,
  ])
})

test('a chosen owner is decided, the list beside it is not', () => {
  const chosen = withSettings({ owner: { id: 7, name: 'Mara Voss', identifier: 'mvoss' } })
  expect(openAfter(before, { draft: chosen, leftOpen: [] })).toEqual([board])
})

test('what a second import leaves open stands once', () => {
  const again = { field: 'owner', name: 'Nils Berg' }
  expect(openAfter(before, { draft, leftOpen: [again] })).toEqual([board, again])
})

test('says each by its label and the record it was', () => {
  expect(leftOpenWords([owner, board])).toBe('Owner (Kai Lind), Reverse sync filter (Field Service)')
})
