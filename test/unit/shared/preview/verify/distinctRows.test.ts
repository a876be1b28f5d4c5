// Lists that changed while their pages were read: what they hold twice is one.
import { expect, test } from 'vitest'
import { arrived, at, partner, verify } from './arrival.ts'

test('a row that a list holds twice, because it changed while its pages were read, is one', () => {
  const file = { id: 8, fileName: 'a.png' }
  const entry = { id: 9, timeStart: at, actualHours: 1, member: { id: 42 }, workRole: { id: 11 } }
  const ticket = partner({
    attachments: [{ fileName: 'a.png' }],
    timeEntries: [{ start: at, hours: 1, memberName: 'Dana Reyes', workRole: 'Engineer' }],
  })
  const once = arrived({ documents: [file], timeEntries: [entry] })
  const twice = arrived({ documents: [file, { ...file }], timeEntries: [entry, { ...entry }] })
  for (const actual of [[once, { ...once }], [twice]])
    expect(verify([ticket], actual).rows).toMatchObject([{ state: 'as-expected', ticket: 501 }])
  const others = arrived({ documents: [file, { ...file, id: 10 }] })
  expect(verify([ticket], [others]).rows[0]?.differences).toMatchObject([
    { code: 'attachment-not-expected' },
    { code: 'time-entry-missing' },
  ])
})
