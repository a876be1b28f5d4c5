// A stranger is satisfied: the unmodified connectwise-rest client lists, pages, counts, filters and gets its errors.
import { globalAgent } from 'node:https'
import { ManageAPI } from 'connectwise-rest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSimulator, type SimulatorOptions } from '../../simulator/simulator.ts'
import { serveSimulator, type Served } from '../../simulator/serve.ts'

const running: Served[] = []
const trustedBefore = globalAgent.options.ca

const connect = async (options: SimulatorOptions = {}, privateKey?: string) => {
  const demo = createSimulator(options)
  const served = await serveSimulator(demo, { https: 'self-signed' })
  running.push(served)
  globalAgent.options.ca = running.flatMap(({ ca }) => (ca ? [ca] : []))
  const manage = new ManageAPI({
    ...demo.credentials,
    ...(privateKey === undefined ? {} : { privateKey }),
    companyUrl: new URL(served.url).host,
    logger: () => {},
  })
  return { demo, manage }
}

let usual: Awaited<ReturnType<typeof connect>>
beforeAll(async () => {
  usual = await connect()
})
afterAll(async () => {
  globalAgent.options.ca = trustedBefore
  await Promise.all(running.map((served) => served.close()))
})

test('pages through every company', async () => {
  const { demo, manage } = usual
  const rows = await manage.paginate(
    // The library binds the method itself: this is how it wants to be called.
    // oxlint-disable-next-line typescript/unbound-method
    manage.CompanyAPI.getCompanyCompanies,
    { pageSize: 20 },
    { orderBy: 'id asc', fields: 'id,name' },
  )
  expect(rows).toHaveLength(demo.world.companies.rows.length)
})

test('counts and filters', async () => {
  const { manage } = usual
  const conditions = 'recordType="ServiceTicket" and board/id in (4,7) and closedFlag=false'
  const { count } = await manage.ServiceAPI.getServiceTicketsCount({ conditions })
  const rows = await manage.ServiceAPI.getServiceTickets({ conditions, pageSize: 1000 })
  expect(rows).toHaveLength(count ?? -1)
  expect(rows.length).toBeGreaterThan(0)
})

test('searches with a body, and reads what hangs on a ticket', async () => {
  const { manage } = usual
  const found = await manage.ServiceAPI.postServiceTicketsSearch({
    conditions: 'summary like "Merge target%"',
    orderBy: 'id desc',
  })
  expect(found).toHaveLength(1)
  const id = found[0]?.id ?? 0
  const notes = await manage.ServiceAPI.getServiceTicketsByParentIdAllNotes(id, { pageSize: 1000 })
  expect(notes.some(({ mergedFlag }) => mergedFlag === true)).toBe(true)
  const entries = await manage.TimeAPI.getTimeEntries({
    conditions: '(chargeToType="ServiceTicket" or chargeToType="ProjectTicket") and chargeToId=7002',
  })
  expect(entries.map(({ chargeToId }) => chargeToId)).toEqual(entries.map(() => 7002))
})

test('hears why a note and a body are refused', async () => {
  const { ServiceAPI } = usual.manage
  await expect(ServiceAPI.postServiceTicketsByParentIdNotes(7001, { text: 'x' })).rejects.toMatchObject({
    data: {
      code: 'InvalidObject',
      message: 'serviceNote object is invalid',
      errors: [{ message: 'Please choose where to display the notes in order to save this record.' }],
    },
  })
  const misplaced = { summary: 'x', company: { id: 250 }, board: { id: 4 }, status: { id: 61 } }
  await expect(ServiceAPI.postServiceTickets(misplaced)).rejects.toMatchObject({
    data: {
      errors: [
        {
          code: 'NotFound',
          message: 'Service Status 61 not found for Service Board 4',
          resource: 'ticket',
          field: 'status/id',
        },
      ],
    },
  })
})

test('creates a ticket and reads it back', async () => {
  const { manage } = usual
  const made = await manage.ServiceAPI.postServiceTickets({
    summary: 'Printer offline',
    company: { id: 250 },
    board: { id: 4 },
    status: { id: 31 },
  })
  expect(await manage.ServiceAPI.getServiceTicketsById(made.id ?? 0)).toMatchObject({
    board: { name: 'Help Desk' },
  })
})

test('gets a refused condition, a missing right and wrong keys as errors', async () => {
  const { manage } = usual
  await expect(manage.ServiceAPI.getServiceTickets({ conditions: 'member/id=1' })).rejects.toMatchObject({
    data: { code: 'ApiFindCondition' },
  })
  const limited = await connect({ faults: ['no-members'] })
  await expect(limited.manage.SystemAPI.getSystemMembers({})).rejects.toMatchObject({
    data: { code: 'Security' },
  })
  const stranger = await connect({}, 'wrong')
  await expect(stranger.manage.ServiceAPI.getServiceBoards({})).rejects.toMatchObject({
    data: { code: 'Unauthorized' },
  })
})
