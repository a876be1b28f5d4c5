// The parts of a ticket in words.
import { describe, expect, it } from 'vitest'
import { partWords } from '../../../../../renderer/preview/ticket/partWords.ts'
import type { PartnerTicket, ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import { targetRelationship } from '../../../../support/relationships.ts'
import { detailOf } from './detailOf.ts'

describe('the parts of a ticket in words', () => {
  const relationship = targetRelationship({ commentTypes: ['internal', 'discussion'] })
  const wordsFor = (ticket: PartnerTicket | ServiceTicket) =>
    partWords(detailOf(relationship, ticket), relationship)

  it('say what, whose and why for what the partner sends, in the order of its items', () => {
    expect(
      wordsFor({
        key: 'A',
        summary: 'A',
        comments: [
          { type: 'public', author: 'Mara Lindqvist', body: ' Please\ncall ' },
          { type: 'resolution', body: ' ' },
        ],
        attachments: [{ fileName: 'log.txt', size: 2048 }],
        timeEntries: [{ memberEmail: 'oskar@example.test', workRole: 'Engineer', hours: 0.75 }],
      }),
    ).toEqual([
      { title: 'Please call', meta: 'Mara Lindqvist · Discussion', why: 'Discussion is ticked' },
      { title: '(empty)', meta: 'Resolution', why: '' },
      { title: 'log.txt, 2 KB', meta: '', why: 'Sync attachments is on' },
      {
        title: 'Time entry, 0.75 h, Engineer',
        meta: 'oskar@example.test',
        why: 'Sync time entries is on',
      },
    ])
  })

  it('name every type and origin of a ConnectWise note', () => {
    expect(
      wordsFor({
        id: 7,
        summary: 'A',
        notes: [
          { text: 'Both', detailDescriptionFlag: true, internalAnalysisFlag: true, resolutionFlag: true },
          { text: 'Of the parent', noteType: 'TimeEntryNote', ticket: { id: 6 }, mergedFlag: true },
        ],
        documents: [{ title: 'Photo' }],
        timeEntries: [{ member: { identifier: 'dreyes' } }],
      }),
    ).toEqual([
      { title: 'Both', meta: 'Discussion, Internal, Resolution', why: 'Discussion and Internal are ticked' },
      {
        title: 'Of the parent',
        meta: 'without a type · from a time entry · from ticket 6 · merged',
        why: '',
      },
      { title: 'Photo', meta: '', why: 'Sync attachments is on' },
      { title: 'Time entry', meta: 'dreyes', why: 'Sync time entries is on' },
    ])
  })
})
