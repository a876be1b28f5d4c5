// What ConnectWise would refuse of a partner's ticket: by the ticket itself and by every value chosen for it.
import { describe, expect, test } from 'vitest'
import type { PartnerTicket } from '../../../../../../shared/preview/sample/sample.ts'
import {
  connection,
  reference,
  sourceRelationship,
  targetRelationship,
} from '../../../../../support/relationships.ts'
import { type Options, preview } from './inboundPreview.ts'

describe('a ticket fails', () => {
  const elsewhere = { ...connection, companyId: 'other' }
  const deleted = reference({ companies: [{ id: 250, name: 'Contoso Ltd', deletedFlag: true }] })

  test.each<[string, string[], Options?, Partial<PartnerTicket>?]>([
    ['without a summary', ['summary-missing'], {}, { summary: null }],
    ['with an empty summary', ['summary-missing'], {}, { summary: '' }],
    ['with a blank summary', ['summary-missing'], {}, { summary: ' \n\t ' }],
    ['for a deleted company', ['company-deleted'], { reference: deleted }],
    [
      'for records the reference data does not hold',
      ['company-unknown', 'priority-unknown', 'source-unknown', 'owner-unknown'],
      { reference: reference({ companies: [], priorities: [], sources: [], members: [] }) },
    ],
    [
      'on a board that is inactive and of projects, with a status and an owner that are inactive',
      ['board-inactive', 'board-is-project', 'status-inactive', 'owner-inactive'],
      {
        reference: reference({
          boards: [{ id: 4, inactiveFlag: true, projectFlag: true }],
          statuses: [{ id: 31, board: { id: 4 }, inactive: true }],
          members: [{ id: 42, inactiveFlag: true }],
        }),
      },
    ],
    [
      'for what a list that was not read to the end holds',
      ['company-deleted', 'status-not-on-board'],
      {
        reference: reference(
          { companies: [{ id: 250, deletedFlag: true }], statuses: [{ id: 31, board: { id: 5 } }] },
          { partial: ['companies', 'statuses'], unreadBoards: [4] },
        ),
      },
    ],
    [
      'with a status the snapshot knows on another board',
      ['status-not-on-board'],
      { relationship: targetRelationship({ status: { id: 51, name: 'New', boardId: 4 } }) },
    ],
    [
      'with a status whose boardId is another board',
      ['status-not-on-board'],
      { relationship: targetRelationship({ status: { id: 51, name: 'New', boardId: 5 } }), reference: null },
    ],
    [
      'with a status the snapshot lacks and whose boardId is another board',
      ['status-unknown', 'status-not-on-board'],
      { relationship: targetRelationship({ status: { id: 99, name: 'New', boardId: 5 } }) },
    ],
    [
      'with a status of another board where the landing board is gone',
      ['board-unknown'],
      { relationship: targetRelationship({ serviceBoard: { id: 900, name: 'Gone' } }) },
    ],
    [
      'for every required value not chosen',
      [
        'summary-missing',
        'company-required',
        'service-board-required',
        'status-required',
        'priority-required',
      ],
      {
        relationship: targetRelationship({ company: null, serviceBoard: null, status: null, priority: null }),
      },
      { summary: '' },
    ],
    [
      'for every required value of role source not chosen',
      ['company-required', 'default-board-required', 'status-required'],
      {
        relationship: sourceRelationship({ company: null, defaultBoard: null, status: null, priority: null }),
      },
    ],
  ])('%s', (_, reasons, options, changes) => {
    const row = preview(
      { comments: [{ type: 'public', body: 'Hello' }], attachments: [{ fileName: 'a.txt' }], ...changes },
      options,
    )
    expect(row).toMatchObject({ verdict: 'fail', reasons, requests: [] })
    for (const item of row.items) expect(item).toMatchObject({ verdict: 'stay', reasons, warnings: [] })
  })

  test.each<[string, Options]>([
    ['a deleted company without reference data', { reference: null }],
    [
      'a status of a board whose statuses may not be read',
      {
        relationship: targetRelationship({ status: { id: 99, name: 'New', boardId: 4 } }),
        reference: reference({}, { unreadBoards: [4] }),
      },
    ],
    [
      'records that lists which were not read to the end do not hold',
      {
        reference: reference(
          {
            companies: [],
            boards: [],
            statuses: [],
            priorities: [],
            sources: [],
            members: [],
            workRoles: [],
          },
          {
            partial: ['companies', 'boards', 'statuses', 'priorities', 'sources', 'members', 'workRoles'],
          },
        ),
      },
    ],
    [
      'a reference of another company',
      { reference: reference({ companies: [] }, { connection: elsewhere }) },
    ],
  ])('but not for what nobody knows: %s', (_, options) => {
    const entry = { start: '2026-11-20T09:00:00Z', hours: 1 }
    expect(preview({ timeEntries: [entry] }, options).verdict).toBe('create')
  })
})
