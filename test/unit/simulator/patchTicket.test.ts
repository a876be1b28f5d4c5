// Strict patches of tickets: what the demo ConnectWise changes, and what it keeps.
import { describe, expect, test } from 'vitest'
import { referenceId } from '../../../main/demo/model/storedRows.ts'
import { send } from './ask.ts'
import { fresh, note, open } from './bodies.ts'

describe('PATCH /service/tickets', () => {
  test('replaces status and priority', async () => {
    const demo = fresh()
    const operations = [
      { op: 'replace', path: 'status', value: { id: 33 } },
      { op: 'replace', path: 'priority', value: { id: 5 } },
    ]
    expect(await send(demo, `/service/tickets/${open(demo)}`, operations, 'PATCH')).toMatchObject({
      status: 200,
      body: {
        status: { name: 'In Progress' },
        priority: { name: 'Priority 1 - Critical' },
        _info: { updatedBy: 'syncapi' },
      },
    })
  })

  test('keeps nothing that only steers the call', async () => {
    const demo = fresh()
    const operations = [{ op: 'replace', path: 'processNotifications', value: false }]
    const { status, body } = await send(demo, `/service/tickets/${open(demo)}`, operations, 'PATCH')
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('processNotifications')
  })

  test('at level My changes own tickets only, and adds notes to no other', async () => {
    const demo = fresh({ faults: ['my-tickets'] })
    const operations = [{ op: 'replace', path: 'priority', value: { id: 5 } }]
    const own = demo.world.tickets.rows.find((row) => referenceId(row.owner) === 90 && row.board)
    expect((await send(demo, `/service/tickets/${own?.id}`, operations, 'PATCH')).status).toBe(200)
    expect((await send(demo, `/service/tickets/${own?.id}/notes`, note)).status).toBe(201)
    expect((await send(demo, `/service/tickets/${open(demo)}`, operations, 'PATCH')).status).toBe(403)
    expect((await send(demo, `/service/tickets/${open(demo)}/notes`, note)).status).toBe(403)
  })

  test.each([
    ['an object', { status: { id: 33 } }],
    ['an unknown operation', [{ op: 'move', path: 'status', value: { id: 33 } }]],
    ['an operation without a value', [{ op: 'replace', path: 'status' }]],
    ['an unknown path', [{ op: 'replace', path: 'colour', value: 'red' }]],
    ['a path below a value', [{ op: 'replace', path: 'status/id/x', value: 33 }]],
    ['an inherited path', [{ op: 'replace', path: '__proto__/x', value: 1 }]],
    ['a status of another board', [{ op: 'replace', path: 'status', value: { id: 61 } }]],
  ])('refuses %s', async (_, body) => {
    const demo = fresh()
    expect((await send(demo, `/service/tickets/${open(demo)}`, body, 'PATCH')).status).toBe(400)
  })
})
