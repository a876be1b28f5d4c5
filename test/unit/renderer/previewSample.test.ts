// Where samples come from: files, typed tickets, ConnectWise tickets taken as the partner's, and the library.
import { describe, expect, it } from 'vitest'
import { boardsOf } from '../../../renderer/preview/sample/boardsOf.ts'
import { libraryBase } from '../../../renderer/preview/sample/librarySample.ts'
import { parseSample } from '../../../renderer/preview/judging/parseSample.ts'
import { keyProblem, blankTicket, withTyped } from '../../../renderer/preview/sample/typedTicket.ts'
import { asPartnerTicket } from '../../../shared/preview/sample/asPartner.ts'
import { prepareOutbound } from '../../../shared/preview/rules/outbound.ts'
import { sourceRelationship, targetRelationship } from '../../support/relationships.ts'

const open = (flow: 'inbound' | 'outbound', text: string) => {
  const opened = parseSample(flow, new TextEncoder().encode(text))
  return opened.ok
    ? { overview: opened.value.overview, ...opened.value.read() }
    : { overview: null, ...opened }
}

describe('a sample file', () => {
  it('names the rows it skips', () => {
    expect(open('inbound', 'key;summary\n1;One\n;Two\n3;x;y\n')).toMatchObject({
      ok: true,
      overview: null,
      value: {
        data: { tickets: [{ key: '1', summary: 'One' }] },
        problems: ['Row 3: It has no key.', 'Row 4: 3 cells, where the header has 2.'],
        notRead: 2,
      },
    })
  })

  it('takes ConnectWise tickets for inbound as if the partner had sent them', () => {
    expect(open('inbound', '[{"id":7,"summary":"A","board":{"id":4}}]')).toMatchObject({
      ok: true,
      overview: null,
      value: { data: { flow: 'inbound', tickets: [{ key: '7', summary: 'A' }] } },
    })
  })

  it('of another system is asked about, and read as it is told', () => {
    const text = 'Ticket #,Title,Owner,Case Number\nT1,Printer,Dana,9\nT2,Screen,Ana,8\n'
    const opened = parseSample('inbound', new TextEncoder().encode(text))
    if (!opened.ok) throw new Error(opened.error.message)
    expect(opened.value.overview).toMatchObject({
      rows: 2,
      columns: [{ name: 'Ticket #', values: ['T1', 'T2'], empty: 0 }, {}, {}, {}],
    })
    expect(opened.value.read({ key: 3, summary: 1 })).toMatchObject({
      value: { data: { tickets: [{ key: '9', summary: 'Printer' }, { key: '8' }] }, problems: [] },
    })
  })

  it.each([
    ['inbound', 'nonsense'],
    ['inbound', '{"kind":"other"}'],
    ['outbound', '[{"key":"1"}]'],
    ['outbound', ''],
  ] as const)('refuses for %s what is no sample', (flow, text) => {
    const parsed = open(flow, text)
    expect(parsed.ok).toBe(false)
    expect(!parsed.ok && parsed.error.message).toMatch(/\.$/)
  })
})

describe('a ConnectWise ticket as the partner’s', () => {
  it('keeps notes, attachments and time once', () => {
    expect(
      asPartnerTicket({
        id: 7,
        summary: 'A',
        status: { id: 1, name: 'New' },
        contact: { id: 3, name: 'Mara' },
        notes: [
          { text: 'both', detailDescriptionFlag: true, resolutionFlag: true },
          { text: 'staff', internalAnalysisFlag: true, member: { id: 1, name: 'Dana' } },
          { text: 'from time', noteType: 'TimeEntryNote', detailDescriptionFlag: true },
        ],
        documents: [{ title: 'log', size: 3 }],
        timeEntries: [{ member: { identifier: 'dreyes' }, actualHours: 1, notes: 'from time' }],
      }),
    ).toMatchObject({
      key: '7',
      status: 'New',
      requester: { name: 'Mara' },
      comments: [
        { type: 'resolution', body: 'both' },
        { type: 'internal', body: 'staff', author: 'Dana' },
      ],
      attachments: [{ fileName: 'log', size: 3 }],
      timeEntries: [{ memberName: 'dreyes', hours: 1, notes: 'from time' }],
    })
  })
})

describe('a typed ticket', () => {
  it('is added to those typed before', () => {
    const relationship = targetRelationship()
    const typed = {
      ...blankTicket('inbound', 1),
      summary: 'One',
      comment: 'Hi',
      commentKind: 'internal' as const,
    }
    const first = withTyped({ flow: 'inbound', tickets: [] }, typed, relationship)
    const both = withTyped(first, { ...blankTicket('inbound', 2), key: ' ' }, relationship)
    expect(both).toMatchObject({
      tickets: [
        { key: 'TEST-1', summary: 'One', comments: [{ type: 'internal', body: 'Hi' }] },
        { key: 'TEST', comments: [] },
      ],
    })
  })

  it('is one that the settings send', () => {
    for (const relationship of [sourceRelationship(), targetRelationship()]) {
      const data = withTyped({ flow: 'outbound', tickets: [] }, blankTicket('outbound', 1), relationship)
      const { judge } = prepareOutbound({ relationship, reference: null, since: null })
      expect(data.flow === 'outbound' && data.tickets.map((ticket) => judge(ticket).verdict)).toEqual([
        'send',
      ])
    }
  })
})

describe('a typed key', () => {
  it.each([
    ['outbound', ' 9001 ', null],
    ['outbound', 'INC-7', 'Enter a number, such as 9001.'],
    ['outbound', '0', 'Enter a number, such as 9001.'],
    ['outbound', '12345678901', 'Enter a number, such as 9001.'],
    ['inbound', 'INC-7', null],
  ] as const)('of the %s flow, "%s", is checked', (flow, key, problem) =>
    expect(keyProblem(flow, key)).toBe(problem),
  )
})

describe('the sample library', () => {
  const saved = targetRelationship()
  const draft = targetRelationship({ company: null })

  it('is fitted to what is saved, so that a change of the form shows', () =>
    expect(libraryBase(draft, saved)).toBe(saved))

  it.each([
    ['nothing is saved', null],
    ['no company is saved', targetRelationship({ company: null })],
    ['reverse sync is off in what is saved', targetRelationship({ reverseSync: { enabled: false } })],
    ['the role changed', sourceRelationship()],
  ])('is fitted to the form while %s', (_, before) => expect(libraryBase(draft, before)).toBe(draft))
})

describe('the boards to read from', () => {
  it.each([
    [sourceRelationship(), [4, 5]],
    [targetRelationship(), [4]],
    [targetRelationship({ reverseSync: { enabled: false } }), [4]],
    [targetRelationship({ reverseSync: { enabled: false }, serviceBoard: null }), []],
  ])('are those the settings name', (relationship, ids) =>
    expect(boardsOf(relationship).map(({ id }) => id)).toEqual(ids),
  )
})
