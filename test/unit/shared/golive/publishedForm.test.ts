// What stands beside a value of the published form tells two records of one name apart; what a tick is for stays as it is kept.
import { expect, test } from 'vitest'
import { publishedForm } from '../../../../shared/golive/publishedForm.ts'
import { draftOf } from '../../../../shared/relationship/effective.ts'
import { sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

test('a record has its identifier and id beside its name, its tick is for name and id', () => {
  const saved = targetRelationship({ company: { id: 256, name: 'Contoso Ltd', identifier: 'ContosoUK' } })
  const company = publishedForm(saved.role, draftOf(saved, 'c')).find(({ path }) => path === 'company')
  expect(company).toMatchObject({
    value: 'Contoso Ltd',
    ids: 'ContosoUK · 256',
    identity: 'Contoso Ltd (256)',
  })
})

test('what is chosen one after the other stands there one by one, each name whole', () => {
  const boards = [
    { id: 4, name: 'Help Desk' },
    { id: 9, name: 'Adds, moves, changes' },
  ]
  const saved = sourceRelationship({ boards, commentTypes: ['internal', 'discussion'] })
  const form = publishedForm(saved.role, draftOf(saved, 'c'))
  const choicesOf = (of: string) => form.find(({ path }) => path === of)?.choices
  expect(choicesOf('boards')).toEqual([
    { value: 'Help Desk', ids: '4' },
    { value: 'Adds, moves, changes', ids: '9' },
  ])
  expect(choicesOf('commentTypes')).toEqual([{ value: 'Internal, Discussion', ids: '' }])
})
