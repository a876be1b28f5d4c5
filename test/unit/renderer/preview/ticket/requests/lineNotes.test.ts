// What is said beside the lines of a request.
import { describe, expect, it } from 'vitest'
import { lineNotes, requestHint } from '../../../../../../renderer/preview/ticket/requests/lineNotes.ts'
import { createNames } from '../../../../../../renderer/preview/ticket/requests/recordNames.ts'
import type { PreviewRequest } from '../../../../../../shared/preview/result/previewResult.ts'
import { reference, targetRelationship } from '../../../../../support/relationships.ts'
import { document, note, patch } from './sampleRequests.ts'

const ticket: PreviewRequest = {
  method: 'POST',
  path: '/service/tickets',
  body: {
    summary: 'Printer offline',
    company: { id: 250 },
    board: { id: 4 },
    status: { id: 31 },
    owner: { id: 99 },
    externalXRef: 'INC1',
    initialDescription: 'Printer offline in reception',
  },
}

describe('line notes', () => {
  const names = createNames(targetRelationship(), reference())

  it('names what stands behind each id and where texts come from', () => {
    expect([...lineNotes(ticket, names, [])].map(([path, { text }]) => [path, text])).toEqual([
      ['company', 'Contoso Ltd'],
      ['board', 'Help Desk'],
      ['status', 'New'],
      ['externalXRef', 'partner key'],
    ])
  })

  it('marks a cut title and where all of it is', () => {
    const notes = lineNotes(ticket, names, ['summary-truncated'])
    expect(notes.get('summary')).toEqual({ text: 'cut at 100', warn: true })
    expect(notes.get('initialDescription')?.text).toBe('full title first')
  })

  it('names the value of a change', () => {
    expect(lineNotes(patch, names, []).get('0.value')?.text).toBe('Priority 1 - Critical')
  })

  it.each([
    [ticket, 'Printer offline'],
    [note, 'Internal'],
    [patch, 'priority'],
    [document, '@it’s.txt'],
  ])('says a request in a few words', (request, words) => expect(requestHint(request, names)).toBe(words))
})
