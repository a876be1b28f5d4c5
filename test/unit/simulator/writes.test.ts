// Strict bodies of notes, time entries and documents, and each refusal in the words of the server.
import { describe, expect, test } from 'vitest'
import type { Simulator } from '../../simulator/simulator.ts'
import { ask, send } from './ask.ts'
import { entry, fresh, note, open, refusal } from './bodies.ts'

describe('POST /service/tickets/{id}/notes', () => {
  test('adds the note and bumps the ticket', async () => {
    const demo = fresh()
    const id = open(demo)
    expect(await send(demo, `/service/tickets/${id}/notes`, note)).toMatchObject({
      status: 201,
      body: { ticketId: id, member: { identifier: 'syncapi' }, createdBy: 'syncapi' },
    })
    expect((await ask(demo, `/service/tickets/${id}`)).body).toMatchObject({
      _info: { lastUpdated: '2026-11-23T10:00:00Z' },
    })
  })

  test.each<[string, object, (number | string)[]]>([
    [
      'no placement',
      { text: 'x' },
      [
        400,
        'InvalidObject',
        'detailDescriptionFlag, internalAnalysisFlag, resolutionFlag: Please choose where to display the notes in order to save this record.',
      ],
    ],
    ['no text', { ...note, text: '' }, [400, 'InvalidObject', 'text: The text field is required.']],
    [
      'dateCreated',
      { ...note, dateCreated: '2026-01-01T00:00:00Z' },
      [400, 'InvalidObject', 'dateCreated: The field dateCreated cannot be set.'],
    ],
    [
      'an unknown member',
      { ...note, emailContact: true },
      [400, 'ConnectWiseApi', expect.stringContaining("'emailContact' on object of type 'ServiceNote'")],
    ],
  ])('refuses %s', async (_, body, expected) => {
    const demo = fresh()
    expect(refusal(await send(demo, `/service/tickets/${open(demo)}/notes`, body))).toEqual(expected)
  })
})

describe('POST /time/entries', () => {
  test('adds the entry, which shows up under the ticket', async () => {
    const demo = fresh()
    const sent = { ...entry(demo), workRole: { id: 11 }, notes: 'Replaced fuser.' }
    expect(await send(demo, '/time/entries', sent)).toMatchObject({
      status: 201,
      body: { actualHours: 0.5, workRole: { name: 'Engineer' }, member: { name: 'Dana Reyes' } },
    })
    expect((await ask(demo, `/service/tickets/${open(demo)}/allNotes?pageSize=1000`)).body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ noteType: 'TimeEntryNote', text: 'Replaced fuser.' }),
      ]),
    )
  })

  test('at level My is for the member of the keys only', async () => {
    const demo = fresh({ faults: ['my-time-entries'] })
    expect((await send(demo, '/time/entries', entry(demo))).status).toBe(403)
    expect((await send(demo, '/time/entries', { ...entry(demo), member: { id: 90 } })).status).toBe(201)
  })

  test('refuses a day that does not exist', async () => {
    const demo = fresh()
    const sent = { ...entry(demo), timeStart: '2026-02-30T09:00:00Z' }
    expect(refusal(await send(demo, '/time/entries', sent))).toEqual([
      400,
      'ConnectWiseApi',
      expect.stringContaining(`Error converting value "2026-02-30T09:00:00Z". Path 'timeStart'`),
    ])
  })

  const ticketNamed = (demo: Simulator, summary: string) =>
    demo.world.tickets.rows.find((row) => row.summary === summary)?.id

  test.each<[string, (demo: Simulator) => object, string]>([
    ['no start', () => ({ timeStart: undefined }), 'timeStart: The timeStart field is required.'],
    ['no duration', () => ({ timeEnd: undefined }), 'timeEnd: timeEnd or actualHours is required.'],
    [
      'an end before the start',
      () => ({ timeEnd: '2026-03-02T08:00:00Z' }),
      'timeEnd: The end time is before the start time.',
    ],
    ['no kind of ticket', () => ({ chargeToType: undefined }), 'chargeToType: chargeToType is required.'],
    ['an agreement', () => ({ agreement: { id: 1 } }), 'agreement/id: agreement 1 not found'],
    ['an unknown ticket', () => ({ chargeToId: 1 }), 'chargeToId: ServiceTicket 1 not found'],
    ['an inactive member', () => ({ member: { id: 60 } }), 'member/id: Member gformer is inactive'],
    [
      'an inactive work role',
      () => ({ workRole: { id: 15 } }),
      'workRole/id: Work Role Dispatcher (retired) is inactive',
    ],
    [
      'a role of another location',
      () => ({ workRole: { id: 13 }, locationId: 2 }),
      'workRole/id: The Work Role is not valid for the selected location',
    ],
    [
      'a locked board',
      (demo) => ({ chargeToId: ticketNamed(demo, 'Alert: disk 95 percent') }),
      'chargeToId: Time entry is locked on Service Board 15',
    ],
    [
      'hours where the member needs an end',
      () => ({ member: { id: 47 }, timeEnd: undefined, actualHours: 1 }),
      'timeEnd: The timeEnd field is required.',
    ],
  ])('refuses %s', async (_, change, message) => {
    const demo = fresh()
    expect(refusal(await send(demo, '/time/entries', { ...entry(demo), ...change(demo) }))).toEqual([
      400,
      'InvalidObject',
      message,
    ])
  })
})

describe('as recorded servers do,', () => {
  test('a status without time refuses with a code of its own', async () => {
    const demo = fresh()
    const closed = demo.world.tickets.rows.find(
      (row) => row.summary === 'Closed, with a note added afterwards',
    )
    const answer = await send(demo, '/time/entries', { ...entry(demo), chargeToId: closed?.id })
    expect(answer).toMatchObject({ status: 400, body: { code: 'TimeEntryApi' } })
  })

  test.each(['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00'])(
    'the time %s is refused',
    async (timeStart) => {
      const demo = fresh()
      expect(await send(demo, '/time/entries', { ...entry(demo), timeStart })).toMatchObject({
        status: 400,
        body: { code: 'UnsupportedFormat' },
      })
    },
  )

  test('members and parts are taken in any case', async () => {
    const demo = fresh()
    const path = `/service/tickets/${open(demo)}/notes`
    expect(await send(demo, path, { Text: 'x', DetailDescriptionFlag: true })).toMatchObject({
      status: 201,
      body: { text: 'x', detailDescriptionFlag: true },
    })
    const body = new FormData()
    for (const [name, value] of [
      ['RecordType', 'Ticket'],
      ['RecordId', String(open(demo))],
      ['Title', 'Hello'],
    ] as const)
      body.append(name, value)
    body.append('File', new File(['hello'], 'hello.txt'))
    expect(await ask(demo, '/system/documents', { method: 'POST', body })).toMatchObject({
      status: 201,
      body: { title: 'Hello' },
    })
  })

  test('a note without a place is refused with the code of its type, and all three places named', async () => {
    const demo = fresh()
    const answer = await send(demo, `/service/tickets/${open(demo)}/notes`, { text: 'x' })
    const field = 'detailDescriptionFlag, internalAnalysisFlag, resolutionFlag'
    expect(answer.body).toMatchObject({ errors: [{ code: 'ServiceNote', resource: 'serviceNote', field }] })
  })

  test('a note may carry its ticket and who it is for', async () => {
    const demo = fresh()
    const id = open(demo)
    const sent = { ...note, ticketId: id, internalFlag: false, externalFlag: true }
    expect(await send(demo, `/service/tickets/${id}/notes`, sent)).toMatchObject({ status: 201 })
  })

  test('what is not there is named without an errors member', async () => {
    const demo = fresh()
    for (const [path, message] of [
      ['/service/tickets/404', 'Service Ticket 404 not found'],
      ['/service/tickets/404/notes', 'Service Ticket 404 not found'],
      [`/service/tickets/${open(demo)}/notes/1`, 'Service Note 1 not found'],
      ['/company/companies/999999', 'company 999999 not found'],
    ] as const)
      expect(await ask(demo, path)).toMatchObject({ status: 404, body: { code: 'NotFound', message } })
    expect((await ask(demo, '/service/tickets/404')).body).not.toHaveProperty('errors')
  })
})

describe('POST /system/documents', () => {
  const upload = (demo: Simulator, parts: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(parts)) body.append(name, value)
    return ask(demo, '/system/documents', { method: 'POST', body })
  }
  const file = new File(['hello'], 'hello.txt', { type: 'text/plain' })

  test('takes a multipart upload and lists it', async () => {
    const demo = fresh()
    const recordId = String(open(demo))
    expect(await upload(demo, { recordType: 'Ticket', recordId, title: 'Hello', file })).toMatchObject({
      status: 201,
      body: { title: 'Hello', fileName: 'hello.txt', size: 5, publicFlag: true },
    })
    expect((await ask(demo, `/system/documents?recordType=Ticket&recordId=${recordId}`)).body).toEqual(
      expect.arrayContaining([expect.objectContaining({ title: 'Hello' })]),
    )
  })

  test.each<[string, Record<string, string | File>, number]>([
    ['no file', { recordType: 'Ticket', recordId: '7001' }, 400],
    ['an unknown ticket', { recordType: 'Ticket', recordId: '1', file }, 400],
    ['an unknown part', { recordType: 'Ticket', recordId: '7001', file, colour: 'red' }, 400],
  ])('refuses %s', async (_, parts, status) => {
    expect((await upload(fresh(), parts)).status).toBe(status)
  })

  test('asks for the record by its own name', async () => {
    expect(refusal(await upload(fresh(), { recordType: 'Ticket', file }))).toEqual([
      400,
      'InvalidObject',
      'recordId: recordId is required.',
    ])
  })

  test('refuses JSON with 415 and a file above the limit with 400', async () => {
    expect((await send(fresh(), '/system/documents', { recordType: 'Ticket' })).status).toBe(415)
    const small = fresh({ uploadLimit: 4 })
    expect((await upload(small, { recordType: 'Ticket', recordId: '7001', file })).status).toBe(400)
  })
})
