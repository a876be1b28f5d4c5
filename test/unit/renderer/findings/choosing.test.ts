// What holds the preview back: required defaults that a relationship never had.
import { expect, test } from 'vitest'
import { firstToChoose } from '../../../../renderer/findings/choosing.ts'
import type { Finding } from '../../../../shared/findings/findingSeverities.ts'
import { emptyOverride, type RelationshipDraft } from '../../../../shared/relationship/draft.ts'
import { emptySettings } from '../../../../shared/relationship/relationship.ts'

const saved = (settings: Partial<RelationshipDraft['settings']> = {}): RelationshipDraft => ({
  contractName: 'Network care',
  partner: 'Fabrikam',
  role: 'target',
  connectionId: 'c',
  settings: { ...emptySettings(), ...settings },
  apiOverride: emptyOverride(),
})
const toChoose = (...fields: string[]): Finding[] =>
  fields.map((field) => ({ code: 'status-required', severity: 'error', field, message: 'm', next: 'n' }))

test('a new relationship has its company and board to choose before tickets can differ', () =>
  expect(firstToChoose(toChoose('company', 'serviceBoard'), saved())).toEqual(['company', 'serviceBoard']))

test('parts of a ticket hold nothing back', () =>
  expect(firstToChoose(toChoose('commentTypes', 'timeEntries.defaultMember'), saved())).toEqual([]))

test('a value that was saved and is gone shows in the preview what that does', () => {
  const settings = { status: { id: 3, name: 'New', boardId: 1 }, boards: [{ id: 1, name: 'Help Desk' }] }
  expect(firstToChoose(toChoose('status', 'boards', 'priority'), saved(settings))).toEqual(['priority'])
})
