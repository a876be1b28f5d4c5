// The permission map: which rights are there, missing, or not testable without writing.
import { describe, expect, it } from 'vitest'
import { type SimulatorOptions } from '../../../../simulator/simulator.ts'
import type { Needs } from '../../../../../shared/rights/needs.ts'
import { json } from '../fakes.ts'
import { everything, open } from './openTest.ts'

describe('the permission map', () => {
  const states = async (options: SimulatorOptions, needs: Needs = everything) => {
    const { permissions, stages } = await open(options).test({ needs })
    return { stages, states: permissions.map(({ right, state }) => `${right}: ${state}`) }
  }

  it('names missing rights first, with what to enable', async () => {
    const { states: map, stages } = await states({
      denied: ['System > Member Maintenance', 'Time & Expense > Time Entry'],
    })
    expect(map.slice(0, 3)).toEqual([
      'System > Member Maintenance > Inquire All: missing',
      'Time & Expense > Time Entry > Inquire All: missing',
      'Time & Expense > Time Entry > Add All: missing',
    ])
    expect(stages[6]?.message).toBe(
      'The keys work, but this API member may not read members and time entries. 3 of 12 rights are missing.',
    )
    expect(stages[6]?.next).toContain('Enable System > Member Maintenance > Inquire = All.')
  })

  it('does not take My for All', async () => {
    const { states: map, stages } = await states({ faults: ['my-companies'] })
    expect(map[0]).toBe('Companies > Company Maintenance > Inquire All: missing')
    expect(stages[6]?.message).toContain('ConnectWise returned 0 companies.')
  })

  it('says honestly what only writing could prove', async () => {
    const { states: map, stages } = await states({ faults: ['no-my-security'] })
    expect(map.filter((line) => line.endsWith('untested'))).toEqual([
      'Service Desk > Service Tickets > Add All: untested',
      'Service Desk > Service Tickets > Edit All: untested',
      'Service Desk > Close Service Tickets > Add All: untested',
      'Service Desk > Close Service Tickets > Edit All: untested',
      'Companies > Manage Attachments > Add All: untested',
      'Time & Expense > Time Entry > Add All: untested',
    ])
    expect(stages[6]?.message).toContain('6 cannot be tested without writing.')
  })

  it('judges statuses also where the light list of boards does not exist', async () => {
    const { demo, test } = open({ faults: ['no-my-security'] })
    const { permissions } = await test({
      fetch: (request) =>
        request.url.includes('/service/info/boards')
          ? Promise.resolve(json({ code: 'NotFound', message: 'No endpoint.' }, { status: 404 }))
          : demo.fetch(request),
    })
    const setup = permissions.filter(({ right }) => right === 'System > Table Setup > Inquire All')
    expect(setup).toMatchObject([{ state: 'granted', neededFor: expect.stringContaining('Statuses') }])
  })

  it('asks only for what the role and the settings need', async () => {
    const { states: map } = await states(
      {},
      { role: 'source', timeEntries: false, attachments: false, reverseSync: false },
    )
    expect(map.some((line) => /Time Entry|Attachments/.test(line))).toBe(false)
  })

  it('sends to Customize where only single tables are closed', async () => {
    const { stages } = await states({ faults: ['no-table-setup'] })
    expect(stages[6]?.next).toBe(
      'Enable System > Table Setup > Inquire = All, and check Customize > Service Board.',
    )
  })
})
