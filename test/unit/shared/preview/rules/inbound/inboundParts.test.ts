// A partner's comments and attachments: which of them are posted, how, and who would read them.
import { describe, expect, test } from 'vitest'
import type { PartnerTicket } from '../../../../../../shared/preview/sample/sample.ts'
import { targetRelationship } from '../../../../../support/relationships.ts'
import { preview, bodyOf } from './inboundPreview.ts'

describe('comments', () => {
  const comments: PartnerTicket['comments'] = [
    { type: 'resolution', author: 'Oskar', body: ' Archive on. \n' },
    { type: 'internal', body: 'Over quota.' },
    { type: 'public', author: 'Mara', body: 'I cannot send.' },
    { type: 'public', body: ' \n ' },
    { type: 'internal', body: null },
  ]

  test('become notes with exactly one flag, in the order of the sample and with their text as it is', () => {
    const { requests } = preview({ comments })
    expect(requests.slice(1)).toEqual([
      {
        method: 'POST',
        path: '/service/tickets/{id}/notes',
        body: { text: ' Archive on. \n', resolutionFlag: true },
      },
      {
        method: 'POST',
        path: '/service/tickets/{id}/notes',
        body: { text: 'I cannot send.', detailDescriptionFlag: true },
      },
    ])
  })

  test('are all listed, sent or not, with who would read them', () => {
    const { items } = preview({ comments })
    expect(items).toEqual([
      {
        kind: 'note',
        label: 'Resolution by Oskar: Archive on.',
        verdict: 'send',
        reasons: [],
        warnings: [],
        audience: ['customer', 'staff', 'invoice'],
      },
      {
        kind: 'note',
        label: 'Internal: Over quota.',
        verdict: 'stay',
        reasons: ['comment-type-not-selected'],
        warnings: [],
        audience: ['staff'],
      },
      {
        kind: 'note',
        label: 'Discussion by Mara: I cannot send.',
        verdict: 'send',
        reasons: [],
        warnings: [],
        audience: ['customer', 'staff'],
      },
      {
        kind: 'note',
        label: 'Discussion: (empty)',
        verdict: 'stay',
        reasons: ['note-empty'],
        warnings: [],
        audience: ['customer', 'staff'],
      },
      {
        kind: 'note',
        label: 'Internal: (empty)',
        verdict: 'stay',
        reasons: ['comment-type-not-selected', 'note-empty'],
        warnings: [],
        audience: ['staff'],
      },
    ])
  })

  test('that name no type are of no selected one, and stay', () => {
    const relationship = targetRelationship({ commentTypes: ['internal', 'discussion', 'resolution'] })
    const row = preview({ comments: [{ type: null, body: 'Hello' }, { body: 'Hi' }] }, { relationship })
    expect(row.requests).toHaveLength(1)
    expect(row.items[0]).toEqual({
      kind: 'note',
      label: 'Comment without a type: Hello',
      verdict: 'stay',
      reasons: ['comment-type-not-selected'],
      warnings: [],
      audience: [],
    })
  })

  test('go as internal notes when internal is selected', () => {
    const relationship = targetRelationship({ commentTypes: ['internal'] })
    expect(preview({ comments }, { relationship }).requests.slice(1).map(bodyOf)).toEqual([
      { text: 'Over quota.', internalAnalysisFlag: true },
    ])
  })

  test('all stay when no comment type is selected, and the ticket is still created', () => {
    const relationship = targetRelationship({ commentTypes: [] })
    const row = preview({ comments }, { relationship })
    expect([row.verdict, row.requests.length]).toEqual(['create', 1])
  })
})

describe('attachments', () => {
  const attachments: PartnerTicket['attachments'] = [
    { fileName: 'log.txt', contentType: 'text/plain', size: 2048 },
    { fileName: 'dump', size: 0, contentType: null },
    {},
  ]

  test('become multipart uploads without anything that is not known', () => {
    const { requests } = preview({ attachments })
    const upload = (title: string, file: object) => ({
      method: 'POST',
      path: '/system/documents',
      multipart: { recordType: 'Ticket', recordId: '{id}', title, file },
    })
    expect(requests.slice(1)).toEqual([
      upload('log.txt', { fileName: 'log.txt', contentType: 'text/plain', size: 2048 }),
      upload('dump', { fileName: 'dump', size: 0 }),
      upload('attachment', { fileName: 'attachment' }),
    ])
  })

  test('stay when they are off', () => {
    const row = preview({ attachments }, { relationship: targetRelationship({ syncAttachments: false }) })
    expect(row.requests).toHaveLength(1)
    expect(row.items[0]).toEqual({
      kind: 'attachment',
      label: 'log.txt, 2 KB',
      verdict: 'stay',
      reasons: ['attachments-off'],
      warnings: [],
      audience: ['customer', 'staff'],
    })
  })
})
