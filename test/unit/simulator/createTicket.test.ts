// Strict bodies of new tickets: what the demo ConnectWise takes, and each refusal in the words of the server.
import { describe, expect, test } from 'vitest'
import { ask, send } from './ask.ts'
import { fresh, minimal, refusal } from './bodies.ts'

const full = {
  ...minimal,
  recordType: 'ServiceTicket',
  priority: { id: 6 },
  source: { id: 3 },
  owner: { identifier: 'dreyes' },
  contactName: 'Dana Reyes',
  contactEmailAddress: 'dana@example.test',
  externalXRef: 'SN:INC0012345',
  initialDescription: 'Reported by Dana Reyes.',
  initialInternalAnalysis: 'Created by ticket sync.',
  processNotifications: false,
  customFields: [{ id: 28, value: true }],
}

describe('POST /service/tickets', () => {
  test('answers 201 with expanded references and an http Location', async () => {
    const demo = fresh()
    const { status, body, headers } = await send(demo, '/service/tickets', full)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      company: { id: 250, name: 'Contoso Ltd', identifier: 'Contoso' },
      status: { id: 31, name: 'New' },
      owner: { id: 42, name: 'Dana Reyes' },
      closedFlag: false,
      customFields: expect.arrayContaining([expect.objectContaining({ id: 28, value: true })]),
      _info: { lastUpdated: '2026-11-23T10:00:00Z', enteredBy: 'syncapi' },
    })
    expect(body).not.toHaveProperty('initialDescription')
    const { id } = body as { id: number }
    expect(headers.get('location')).toBe(
      `http://demo.example.test/v4_6_release/apis/3.0/service/tickets/${id}`,
    )
    expect((await ask(demo, `/service/tickets/${id}/notes`)).body).toMatchObject([
      { text: 'Reported by Dana Reyes.', detailDescriptionFlag: true },
      { text: 'Created by ticket sync.', internalAnalysisFlag: true },
    ])
  })

  test('takes names and identifiers in any case, and gives the fields asked for', async () => {
    const named = {
      ...minimal,
      company: { identifier: 'contoso' },
      status: { name: 'in progress' },
      owner: { identifier: 'DREYES' },
    }
    expect((await send(fresh(), '/service/tickets?fields=status/name,owner/id', named)).body).toEqual({
      status: { name: 'In Progress' },
      owner: { id: 42 },
    })
  })

  test('marks the parent of a child', async () => {
    const demo = fresh()
    await send(demo, '/service/tickets', { ...minimal, parentTicketId: 7001 })
    expect((await ask(demo, '/service/tickets/7001')).body).toMatchObject({ hasChildTicket: true })
  })

  test.each<[string, object | string, string]>([
    [
      'an unknown member',
      { colour: 'red' },
      expect.stringContaining("Could not find member 'colour' on object of type 'Ticket'."),
    ],
    [
      'an unknown member of a reference',
      { company: { id: 250, key: 1 } },
      expect.stringContaining("'key' on object of type 'CompanyReference'"),
    ],
    [
      'an unknown member of a custom field value, with its place in a body of several lines',
      '{\n  "summary": "x",\n  "customFields": [{ "id": 28 }, { "id": 31, "colour": 1 }]\n}',
      "Could not find member 'colour' on object of type 'CustomFieldValue'. Path 'customFields[1].colour', line 3, position 54.Check your accept header to make sure you are using the correct version.",
    ],
    [
      'a member that only other references have',
      { board: { identifier: 'Help Desk' } },
      expect.stringContaining("'identifier' on object of type 'BoardReference'"),
    ],
    [
      'a reference of a wrong type',
      { owner: { id: '42' } },
      expect.stringContaining(`Error converting value "42". Path 'owner.id'`),
    ],
    ['a list of lists', { integratorTags: [['a']] }, expect.stringContaining("Path 'integratorTags'")],
    ['what is no JSON', '{ "summary": ', 'The request body is not valid JSON.'],
    ['an inherited name', { constructor: 'x' }, expect.stringContaining("'constructor'")],
    ['a wrong type', { summary: 7 }, expect.stringContaining('Error converting value 7')],
  ])('cannot read %s', async (_, body, expected) => {
    const refused = await send(
      fresh(),
      '/service/tickets',
      typeof body === 'string' ? body : { ...minimal, ...body },
    )
    expect(refusal(refused)).toEqual([400, 'ConnectWiseApi', expected])
  })

  test.each<[string, object, string]>([
    ['a company that is none', { company: {} }, 'company/id: company/id is required.'],
    ['a status that is none', { status: {} }, 'status/id: status/id is required.'],
    [
      'a long summary',
      { summary: 'x'.repeat(101) },
      'summary: The field summary must be a string with a maximum length of 100.',
    ],
    ['a blank summary', { summary: ' ' }, 'summary: The summary field is required.'],
    ['no company', { company: null }, 'company: The company field is required.'],
    ['an unknown company', { company: { id: 1 } }, 'company/id: Company 1 not found'],
    ['a deleted company', { company: { id: 253 } }, 'company/id: Company 253 is deleted'],
    [
      'a status of another board',
      { status: { id: 61 } },
      'status/id: Service Status 61 not found for Service Board 4',
    ],
    ['an inactive status', { status: { id: 38 } }, 'status/id: Service Status 38 is inactive'],
    ['an inactive board', { board: { id: 2 }, status: { id: 201 } }, 'board/id: Service Board 2 is inactive'],
    [
      'a project board',
      { board: { id: 12 }, status: { id: 121 } },
      'board/id: Service Board 12 is a project board',
    ],
    ['an inactive owner', { owner: { id: 60 } }, 'owner/id: Member gformer is inactive'],
    ['an unknown priority', { priority: { id: 1 } }, 'priority/id: Priority 1 not found'],
    ['a long contact name', { contactName: 'x'.repeat(63) }, expect.stringContaining('maximum length of 62')],
    [
      'a checkbox that is no boolean',
      { customFields: [{ id: 28, value: 'yes' }] },
      'customFields: Sync to partner must be true or false',
    ],
    ['a member of the server', { closedFlag: true }, 'closedFlag: The field closedFlag cannot be set.'],
  ])('refuses %s', async (_, changes, expected) => {
    const refused = await send(fresh(), '/service/tickets', { ...minimal, ...changes })
    expect(refusal(refused)).toEqual([400, 'InvalidObject', expected])
  })

  test('needs the rights to add and to close', async () => {
    expect((await send(fresh({ faults: ['no-tickets'] }), '/service/tickets', minimal)).status).toBe(403)
    const closed = { ...minimal, status: { id: 37 } }
    expect((await send(fresh({ faults: ['no-close-tickets'] }), '/service/tickets', closed)).status).toBe(403)
    expect(await send(fresh(), '/service/tickets', closed)).toMatchObject({
      status: 201,
      body: { closedFlag: true },
    })
  })
})
