// Who hands over what: the head of the handover sheet, from the window and from a file.
import { expect, test } from 'vitest'
import { handoverOf, handoverText } from '../../../../main/files/handoverSheet.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const now = new Date('2026-11-23T10:00:00Z')
const tickets = { flow: 'inbound' as const, tickets: [{ key: 'A', summary: 'Printer' }] }
const samples = [{ name: '“Monday”', tickets, notRead: 3 }]

type Known = NonNullable<Parameters<typeof handoverOf>[0]['known']>
const sheet = (
  known: Known,
  format: 'markdown' | 'html' = 'markdown',
  relationship: Relationship = targetRelationship(),
) =>
  handoverText(format, [
    handoverOf({ relationship, reference: reference(), samples, known, now, zone: 'Europe/Lisbon' }),
  ])

test('says who prepared it from which revision, and how many rows were not read', () => {
  const text = sheet({ preparedBy: 'dreyes', revision: { number: 8, at: '2026-11-26T10:12:00Z' } })
  expect(text).toContain('| Prepared by | dreyes |')
  expect(text).toContain('| Revision | 8 – of 26 Nov 2026, 10:12 |')
  expect(text).toContain('1 ticket. 3 rows were not read.')
  expect(text).not.toContain('| Exported |')
})

test('of a file says when that was exported', () => {
  expect(sheet({ exportedAt: '2026-11-23T10:00:00Z' })).toContain('| Exported | 23 Nov 2026, 10:00 |')
})

test.each(['markdown', 'html'] as const)('names its time zone once, as %s', (format) => {
  const text = sheet({ revision: { number: 8, at: '2026-11-26T10:12:00Z' } }, format)
  const seen = text.replace(/<style>[^]*<\/style>/, '')
  expect(seen.split('Europe/Lisbon')).toHaveLength(2)
  if (format === 'html') expect(seen).toContain('Revision 8. No key is part of this document.')
})

test('a page without a contract name is called by the id', () => {
  const relationship = { ...targetRelationship(), contractName: '' }
  expect(sheet({}, 'html', relationship)).toContain(`<title>Handover sheet: ${relationship.id}</title>`)
})

test('says what the relationship is for, for somebody who meets it the first time', () => {
  expect(sheet({}, 'markdown', sourceRelationship())).toContain(
    'are created in the ConnectWise company acme; chosen tickets of that ConnectWise go to',
  )
  const oneWay = targetRelationship({ reverseSync: { enabled: false } })
  expect(sheet({}, 'markdown', oneWay)).toMatch(/are created in the ConnectWise company acme\.\n/)
})
