// Bodies as other people's clients spell them are taken, and answered as ConnectWise spells them.
import { describe, expect, test } from 'vitest'
import { ask, send } from './ask.ts'
import { entry, fresh, open } from './bodies.ts'

describe('members in any case', () => {
  test('are taken inside references and lists of them too', async () => {
    const body = {
      SUMMARY: 'Scanner jams',
      Company: { Identifier: 'contoso' },
      Board: { Id: 4 },
      CustomFields: [{ Id: 28, Value: true }],
    }
    const answer = await send(fresh(), '/service/tickets', body)
    expect(answer).toMatchObject({ status: 201, body: { summary: 'Scanner jams', board: { id: 4 } } })
  })

  test('are taken in the paths of a change', async () => {
    const demo = fresh()
    const operations = [{ op: 'replace', path: '/Status/Id', value: 33 }]
    expect(await send(demo, `/service/tickets/${open(demo)}`, operations, 'PATCH')).toMatchObject({
      status: 200,
      body: { status: { name: 'In Progress' } },
    })
  })

  test('are refused by the name that was sent where the model has none', async () => {
    const body = { summary: 'x', company: { Idd: 250 } }
    expect(await send(fresh(), '/service/tickets', body)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("Could not find member 'Idd'") },
    })
  })
})

test('times are answered in UTC', async () => {
  const demo = fresh()
  const times = { timeStart: '2026-03-02T09:00:00+01:00', timeEnd: '2026-03-01T23:30:00-10:00' }
  expect(await send(demo, '/time/entries', { ...entry(demo), ...times })).toMatchObject({
    status: 201,
    body: { timeStart: '2026-03-02T08:00:00Z', timeEnd: '2026-03-02T09:30:00Z', actualHours: 1.5 },
  })
})

test('an upload is taken whose part forgets to close its name', async () => {
  const demo = fresh()
  const edge = '0f2c'
  const part = (head: string, value: string | number) => [
    `--${edge}`,
    `Content-Disposition: form-data; ${head}`,
    '',
    value,
  ]
  const lines = [
    ...part('name="recordType"', 'Ticket'),
    ...part('name="recordId"', open(demo)),
    ...part('name="PrivateFlag', 'True'),
    ...part('name="file"; filename="note.txt"', 'hello'),
    `--${edge}--`,
    '',
  ]
  const answer = await ask(demo, '/system/documents', {
    method: 'POST',
    body: lines.join('\r\n'),
    headers: { 'content-type': `multipart/form-data; boundary="${edge}"` },
  })
  expect(answer).toMatchObject({ status: 201, body: { fileName: 'note.txt', size: 5, publicFlag: false } })
})
