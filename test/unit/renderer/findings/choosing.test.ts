// What is still to be chosen: what holds the preview back, and what waits for another setting.
import { expect, test } from 'vitest'
import { choosingSteps, firstToChoose } from '../../../../renderer/findings/choosing.ts'
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

test('what waits for another setting says for which, as long as that is open', () => {
  const open = toChoose('boards', 'defaultBoard', 'status')
  const waits = (toChoose: Finding[]) =>
    choosingSteps({ ...saved(), role: 'source' }, { toChoose, said: [] }).flatMap(({ path, after }) =>
      after === null ? [] : [[path, after]],
    )
  expect(waits(open)).toEqual([
    ['defaultBoard', 'Boards'],
    ['status', 'Default board'],
  ])
  expect(waits(open.slice(1))).toEqual([['status', 'Default board']])
})
