// Notes, attachments and time entries that arrived beside those that should have: what is a difference, and what is none.
import { describe, expect, test } from 'vitest'
import type { PartnerTicket, ServiceTicket } from '../../../../../shared/preview/sample/sample.ts'
import { targetRelationship, timeEntriesOn } from '../../../../support/relationships.ts'
import { type More, only, codes } from './arrival.ts'

describe('notes', () => {
  const comments: PartnerTicket['comments'] = [
    { type: 'public', body: 'First line\nsecond & <third>' },
    { type: 'internal', body: 'Do not tell' },
  ]
  const discussion = { text: 'First line second & <third>', detailDescriptionFlag: true }
  const more = (...notes: NonNullable<ServiceTicket['notes']>) => ({ notes: [discussion, ...notes] })

  test.each<[string, Partial<ServiceTicket>, string[]]>([
    ['as they should be', more(), []],
    [
      'with markup of the server',
      { notes: [{ ...discussion, text: '<p>First line<br/>second &amp; &lt;third&gt;</p>' }] },
      [],
    ],
    ['lost', { notes: [] }, ['note-missing']],
    [
      'read by fewer',
      { notes: [{ text: discussion.text, internalAnalysisFlag: true }] },
      ['note-audience-narrower'],
    ],
    ['read by more', { notes: [{ ...discussion, resolutionFlag: true }] }, ['note-audience-wider']],
    [
      'with another flag and the same readers',
      { notes: [{ ...discussion, internalAnalysisFlag: true }] },
      [],
    ],
    [
      'that should have stayed',
      more({ text: 'Do not tell', internalAnalysisFlag: true }),
      ['note-not-expected'],
    ],
    ['twice, once for more people', more({ ...discussion, resolutionFlag: true }), ['note-audience-wider']],
    ['twice for the same people', more(discussion), []],
    ['of a time entry', more({ text: 'Do not tell', noteType: 'TimeEntryNote' }), []],
    ['that nobody sent', more({ text: 'Called back', internalAnalysisFlag: true }), []],
    [
      'twice, both for more people',
      {
        notes: [
          { ...discussion, resolutionFlag: true },
          { ...discussion, resolutionFlag: true },
        ],
      },
      ['note-audience-wider', 'note-audience-wider'],
    ],
  ])('%s', (_, actual, expected) => {
    expect(codes({ comments }, actual)).toEqual(expected)
  })

  test('a text that is nothing but markup is found again, as it is, encoded, and with markup around it', () => {
    const asTyped = [{ type: 'public' as const, body: '<hr/>' }]
    const arrived = ['<hr/>', '&lt;hr/&gt;', '<div>&lt;hr/&gt;</div>', '<p>&lt;br/&gt;</p>']
    expect(
      arrived.map((text) => codes({ comments: asTyped }, { notes: [{ text, detailDescriptionFlag: true }] })),
    ).toEqual([[], [], [], ['note-missing']])
  })

  test('a lost comment of the text of the description is missing: the description is not it', () => {
    const ticket = { description: 'Call me', comments: [{ type: 'internal' as const, body: 'Call me' }] }
    const relationship = targetRelationship({ commentTypes: ['internal'] })
    const described = { text: 'Call me', detailDescriptionFlag: true }
    expect(codes(ticket, { notes: [described] }, { relationship })).toEqual(['note-missing'])
    expect(codes(ticket, { notes: [described, described] }, { relationship })).toEqual([
      'note-audience-wider',
    ])
  })

  test.each([
    'Rücksprache <b>mit</b> Ümit: 5 > 3 & "offen"\n\nZweite Zeile',
    'See https://status.example.test/incident?id=1&x=2.',
    'Smile 😀 and café',
  ])('arrive however the server writes %j', (body) => {
    const escaped = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const asNumbers = escaped.replace(
      /[\u00a0-\u00ff]|\p{Extended_Pictographic}/gu,
      (letter) => `&#${letter.codePointAt(0)};`,
    )
    const written = [
      body.replaceAll('\n', '\r\n'),
      body.replaceAll('\n', '\u2028'),
      body.normalize('NFD'),
      `\ufeff ${body.replaceAll(' ', '\u00a0')} \u200b`,
      `<div><p>${escaped.replaceAll('\n', '<br />')}</p></div>`,
      `<!-- note --><p>${asNumbers.replaceAll('\n', '</p><p>')}</p>`,
      escaped.replace(/https:\/\/[^ ]+(?=\.)/, (address) => `<a href="${address}">${address}</a>`),
      asNumbers.replaceAll('&', '&amp;'),
    ]
    for (const text of written)
      expect(
        codes({ comments: [{ type: 'public', body }] }, { notes: [{ text, detailDescriptionFlag: true }] }),
        text,
      ).toEqual([])
  })

  test('hold nothing that should have stayed, neither behind a name nor among others', () => {
    const secret = 'The customer has not paid since June.'
    const ticket = { description: 'It hums.', comments: [{ type: 'internal' as const, body: secret }] }
    const leak = (text: string) => codes(ticket, { notes: [{ text, internalAnalysisFlag: true }] })
    expect(leak(`Dana Reyes wrote:\n${secret}`)).toEqual(['note-not-expected'])
    expect(leak(`It hums.<hr>${secret}`)).toEqual(['note-not-expected'])
    expect(leak('The customer has paid.')).toEqual([])
    expect(
      codes(
        { ...ticket, description: `${secret} It hums.` },
        { notes: [{ text: `From the portal: ${secret} It hums.` }] },
      ),
    ).toEqual([])
    const short = { comments: [{ type: 'internal' as const, body: 'works' }] }
    expect(codes(short, { notes: [{ text: 'It works again' }] })).toEqual([])
  })

  test('that say what the description says are no leak', () => {
    const ticket = { description: 'Do not tell', comments }
    expect(codes(ticket, more({ text: 'Do not tell', detailDescriptionFlag: true }))).toEqual([])
  })

  test('leaks come first', () => {
    const actual = { ...more({ text: 'Do not tell' }), status: { id: 32 } }
    expect(codes({ comments }, actual)).toEqual(['note-not-expected', 'status-differs'])
  })

  test('of one text are each compared, however many they are', () => {
    const many = Array.from({ length: 20_000 }, () => ({ type: 'public' as const, body: 'ok' }))
    const notes = many.map(() => ({ text: 'ok', internalAnalysisFlag: true }))
    const narrower = many.map(() => 'note-audience-narrower')
    expect(codes({ comments: many }, { notes: notes.slice(1) })).toEqual([
      'note-missing',
      ...narrower.slice(1),
    ])
  })

  test('of one text are told apart by their readers', () => {
    const twice: PartnerTicket['comments'] = [
      { type: 'resolution', body: 'Done' },
      { type: 'public', body: 'Done' },
    ]
    const notes = [
      { text: 'Done', detailDescriptionFlag: true },
      { text: 'Done', resolutionFlag: true },
    ]
    expect(codes({ comments: twice }, { notes })).toEqual([])
  })
})

describe('time entries', () => {
  const entry = {
    memberName: 'dreyes',
    workRole: 'Engineer',
    start: '2026-11-20T09:00:00Z',
    hours: 0.5,
    notes: 'Fuser.',
  }
  const actual = {
    member: { id: 42 },
    workRole: { id: 11 },
    timeStart: '2026-11-20T09:00:40Z',
    actualHours: 0.5,
  }
  const withNotes = targetRelationship({ timeEntries: { ...timeEntriesOn, includeNotes: true } })
  const off = targetRelationship({ timeEntries: { sync: false } })

  test.each<[string, object[], More, string[]]>([
    ['as they should be', [actual], {}, []],
    [
      'with an end instead of hours',
      [{ ...actual, actualHours: null, timeEnd: '2026-11-20T09:30:00Z' }],
      {},
      [],
    ],
    ['lost', [], {}, ['time-entry-missing']],
    ['of another member', [{ ...actual, member: { id: 43 } }], {}, ['time-entry-member-differs']],
    ['with another work role', [{ ...actual, workRole: null }], {}, ['time-entry-role-differs']],
    ['of another length', [{ ...actual, actualHours: 0.75 }], {}, ['time-entry-duration-differs']],
    [
      'with a text that should have stayed',
      [{ ...actual, notes: 'Fuser.' }],
      {},
      ['time-notes-not-expected'],
    ],
    ['with a text of its own', [{ ...actual, notes: 'Internal' }], {}, []],
    ['with its text', [{ ...actual, notes: 'Fuser.' }], { relationship: withNotes }, []],
    ['that should have stayed', [actual], { relationship: off }, ['time-entry-not-expected']],
    ['of another minute', [{ ...actual, timeStart: '2026-11-20T09:01:00Z' }], { relationship: off }, []],
    [
      'with a text for staff that should have stayed',
      [{ ...actual, internalNotes: 'From the partner: Fuser.' }],
      {},
      ['time-notes-not-expected'],
    ],
    [
      'a second time',
      [actual, { ...actual, timeStart: '2026-11-20T09:00:00Z' }],
      {},
      ['time-entry-not-expected'],
    ],
    ['beside one of somebody else', [actual, { ...actual, member: { id: 43 }, actualHours: 2 }], {}, []],
  ])('%s', (_, timeEntries, more, expected) => {
    expect(codes({ timeEntries: [entry] }, { timeEntries }, more)).toEqual(expected)
  })

  test('of one member and minute are told apart by their length', () => {
    const timeEntries = [{ ...entry, hours: null, end: '2026-11-20T09:10:20Z' }, entry]
    const now = [actual, { ...actual, actualHours: 0.17 }]
    expect(codes({ timeEntries }, { timeEntries: now })).toEqual([])
  })

  test('leave their text out of the notes where it stays', () => {
    const notes = [{ text: 'Fuser.', internalAnalysisFlag: true }]
    expect(only({ timeEntries: [entry] }, { timeEntries: [actual], notes })?.differences).toMatchObject([
      { code: 'note-not-expected', item: 'Time entry by dreyes, from 2026-11-20T09:00:00Z, 0.5 h' },
    ])
    const told = { timeEntries: [{ ...actual, notes: 'Fuser.' }], notes }
    expect(codes({ timeEntries: [entry] }, told, { relationship: withNotes })).toEqual([])
  })
})

test('attachments match by file name or title', () => {
  const attachments = [{ fileName: 'Log.txt' }, { fileName: 'photo.jpg' }]
  const documents = [
    { title: 'log.txt' },
    { fileName: 'photo.jpg', title: 'Photo' },
    { fileName: 'other.pdf' },
  ]
  expect(codes({ attachments }, { documents })).toEqual([])
  expect(codes({ attachments }, { documents: documents.slice(1) })).toEqual(['attachment-missing'])
  const twice = [...documents, { fileName: 'LOG.TXT' }]
  expect(codes({ attachments }, { documents: twice })).toEqual(['attachment-not-expected'])
  const relationship = targetRelationship({ syncAttachments: false })
  expect(
    codes({ attachments: [{ fileName: ' ' }] }, { documents: [{ title: 'attachment' }] }, { relationship }),
  ).toEqual(['attachment-not-expected'])
  expect(codes({ attachments }, { documents: documents.slice(1) }, { relationship })).toEqual([
    'attachment-not-expected',
  ])
})

test('parts that were not read are not compared', () => {
  const ticket = { comments: [{ type: 'public' as const, body: 'Hello' }] }
  expect(only(ticket, { notes: null })).toMatchObject({ state: 'as-expected', remarks: ['not-read'] })
  expect(
    only(ticket, { documents: null, notes: [{ text: 'Hello', detailDescriptionFlag: true }] })?.remarks,
  ).toEqual(['not-read'])
})
