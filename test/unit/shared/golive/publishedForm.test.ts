// What stands beside a value of the published form tells two records of one name apart; what a tick is for stays as it is kept.
import { expect, test } from 'vitest'
import { publishedForm } from '../../../../shared/golive/publishedForm.ts'
import { draftOf } from '../../../../shared/relationship/effective.ts'
import { targetRelationship } from '../../../support/relationships.ts'

test('a record has its identifier and id beside its name, its tick is for name and id', () => {
  const saved = targetRelationship({ company: { id: 256, name: 'Contoso Ltd', identifier: 'ContosoUK' } })
  const company = publishedForm(saved.role, draftOf(saved, 'c')).find(({ path }) => path === 'company')
  expect(company).toMatchObject({
    value: 'Contoso Ltd',
    ids: 'ContosoUK · 256',
    identity: 'Contoso Ltd (256)',
  })
})
