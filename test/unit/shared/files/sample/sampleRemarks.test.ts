// What is said of how a sample was read: guesses, which columns were taken, and which were not.
import { expect, test } from 'vitest'
import { assignByName } from '../../../../../shared/files/sample/sampleFields.ts'
import { openSampleText } from '../../../../../shared/files/sample/openSample.ts'
import { sampleRemarks } from '../../../../../shared/files/sample/sampleRemarks.ts'

function said(text: string): string[] {
  const source = openSampleText(text)
  if (!source.ok) throw new Error(source.error.message)
  return sampleRemarks(source.value, assignByName(source.value.columns))
}

test('every column of a table is told: taken for a field, or not read', () => {
  expect(said('Ticket #,Title,Status,Queue,,Owner\n1,Printer,New,Field,x,Dana\n')).toEqual([
    'Taken: “Ticket #” for the key, “Title” for the summary.',
    'Not read: Queue, Owner.',
  ])
})

test('a record in a list is told by its own name, not by its members', () => {
  expect(
    said(
      JSON.stringify([
        {
          number: 'I1',
          title: 'x',
          caller: { name: 'Mara', link: 'y' },
          room: { name: '12', floor: 2 },
          rooms: 2,
        },
      ]),
    ),
  ).toEqual([
    'Taken: “number” for the key, “title” for the summary, “caller” for the requester name.',
    'Not read: room, rooms.',
  ])
})

test('lists of another system that do not come along are told, those that do are not', () => {
  const comment = { type: 'public', body: 'hi' }
  expect(
    said(
      JSON.stringify([
        { id: 1, subject: 'x', tags: ['a'], watchers: [], comments: [comment], attachments: ['a.txt'] },
        { id: 2, subject: 'y', comments: [comment], fields: { labels: ['b'], timeEntries: [{ hours: 1 }] } },
      ]),
    )[1],
  ).toBe('Not read: tags, attachments, labels, timeEntries.')
  expect(said(JSON.stringify([{ id: 1, subject: 'x', comments: [comment, { type: 'secret' }] }]))[1]).toBe(
    'Not read: comments.',
  )
})

test('of our own list nothing is said, of our own header only what is beside it', () => {
  expect(said('[{"key":"A","summary":"x","more":1}]')).toEqual([])
  expect(said('key,summary,requesterName\nA,x,y\n')).toEqual([])
  expect(said('key,summary,more\nA,x,y\n')).toEqual(['Not read: more.'])
})

test('names are one line each, cut where they are long, and not more than forty', () => {
  const many = Array.from({ length: 45 }, (_, at) => `c${at}`).join(',')
  expect(said(`key,summary,${many}\n`)[0]).toMatch(/^Not read: c0, .*, c39, 5 more\.$/)
  expect(said(`key,summary,"a\u202e\nb",${'x'.repeat(100)}\n`)).toEqual([
    `Not read: a\uFFFD b, ${'x'.repeat(60)}.`,
  ])
})
