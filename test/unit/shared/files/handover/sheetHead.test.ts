// The head of a handover sheet: what the relationship is, and what is known of it.
import { describe, expect, test } from 'vitest'
import type { Handover } from '../../../../../shared/files/handover/sheet.ts'
import type { Finding } from '../../../../../shared/findings/findingSeverities.ts'
import { sourceRelationship, targetRelationship } from '../../../../support/relationships.ts'
import { blocksOf, finding } from './sheetBlocks.ts'

const titleOf = (more?: Partial<Handover>) => blocksOf(more).find((block) => block.kind === 'title')
const facts = (more?: Partial<Handover>) =>
  blocksOf(more).flatMap((block) =>
    block.kind === 'facts' ? block.rows.map(([label, { text, quiet }]) => [label, text, quiet ?? '']) : [],
  )
const fact = (label: string, more?: Partial<Handover>) => facts(more).find(([name]) => name === label)

describe('the head', () => {
  test('says what the relationship is, from the connection or its override', () => {
    expect(facts()).toEqual([
      ['Partner', 'Contoso', ''],
      ['My role', 'Target', 'receives tickets'],
      ['Connection', 'Acme production', ''],
      ['Environment', 'Production', ''],
      ['ConnectWise', 'na.myconnectwise.net', 'company acme'],
      ['Lists as of', 'none at hand', ''],
      ['Id', '', '5b1c9d3e-6f0a-4a55-9c7e-2f7e3c1a9b10'],
    ])
    const apiOverride = { site: 'eu.myconnectwise.net', companyId: 'other' }
    expect(fact('ConnectWise', { relationship: targetRelationship({}, { apiOverride }) })).toEqual([
      'ConnectWise',
      'eu.myconnectwise.net',
      'company other',
    ])
    expect(fact('My role', { relationship: sourceRelationship() })).toEqual([
      'My role',
      'Source',
      'sends tickets',
    ])
  })

  test('names what is known beside the settings', () => {
    const at = '2026-11-22T09:05:00Z'
    const more = { listsAsOf: at, exportedAt: at, preparedBy: 'dana', revision: { number: 4, at } }
    expect(facts(more).slice(5)).toEqual([
      ['Lists as of', '22 Nov 2026, 09:05', ''],
      ['Revision', '4', 'of 22 Nov 2026, 09:05'],
      ['Exported', '22 Nov 2026, 09:05', ''],
      ['Prepared by', 'dana', ''],
      ['Id', '', '5b1c9d3e-6f0a-4a55-9c7e-2f7e3c1a9b10'],
    ])
    expect(titleOf()).toMatchObject({
      written: 'Handover sheet, written 23 November 2026, 10:00 (UTC). No key is part of it.',
    })
  })

  test('counts the findings, and the steps that are done', () => {
    const [error, warning] = [
      finding('error', 'company-required', 'company'),
      finding('warning', 'status-closed', 'status'),
    ]
    const info = finding('info', 'reference-renamed', 'owner')
    const counts = (findings: Finding[]) => titleOf({ findings })
    expect(counts([info])).toMatchObject({
      text: 'Contoso managed services',
      state: { ready: true, words: 'Ready', lines: ['No errors, no warnings'] },
    })
    expect(counts([error, warning, warning])).toMatchObject({
      state: { ready: false, words: 'Not ready', lines: ['1 error, 2 warnings'] },
    })
    expect(counts([error, error, warning])).toMatchObject({ state: { lines: ['2 errors, 1 warning'] } })
    const steps = (['done', 'open', 'done'] as const).map((state) => ({
      name: 'Keys tested' as const,
      state,
      evidence: '',
    }))
    expect(titleOf({ goLive: { steps, verified: null } })).toMatchObject({
      state: { lines: ['No errors, no warnings', 'Go live: 2 of 3 done'] },
    })
  })

  test('is called by the id where there is no name, and says “the partner” where there is none', () => {
    const relationship = targetRelationship({}, { contractName: '', partner: '' })
    expect(titleOf({ relationship })).toMatchObject({
      text: relationship.id,
      lead: expect.stringMatching(/^Tickets of the partner are created .* go to the partner\.$/),
    })
    expect(titleOf()).toMatchObject({
      lead: expect.stringMatching(/^Tickets of Contoso are .* go to Contoso\.$/),
    })
  })
})
