// The text for the ConnectWise administrator names every missing right and where to set it, and carries no key.
import { describe, expect, it } from 'vitest'
import { administratorRequest } from '../../../../shared/rights/administratorRequest.ts'
import type { Permission } from '../../../../shared/connection/connection.ts'
import type { Needs } from '../../../../shared/rights/needs.ts'

const needs: Needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: false }
const permissions: Permission[] = [
  { right: 'System > Member Maintenance > Inquire All', state: 'missing', neededFor: 'Owner and members' },
  { right: 'System > Table Setup > Inquire All', state: 'granted', neededFor: 'Boards' },
  { right: 'Time & Expense > Time Entry > Add All', state: 'untested', neededFor: 'Sync time entries' },
]

describe('a request for the administrator', () => {
  it('lists missing and untested rights, not the granted ones', () => {
    const text = administratorRequest({ permissions, companyId: 'acme', needs, member: null })
    expect(text).toContain('company acme')
    expect(text).toContain(
      'These rights of its security role are missing:\n- System > Member Maintenance > Inquire All (needed for: Owner and members)',
    )
    expect(text).toContain('- Time & Expense > Time Entry > Add All (needed for: Sync time entries)')
    expect(text).not.toContain('- System > Table Setup')
    expect(text).toContain('System > Security Roles')
  })

  it('names the API member where ConnectWise told whose keys they are', () => {
    const text = administratorRequest({ permissions, companyId: 'acme', needs, member: 'ticketsync' })
    expect(text).toContain('It uses the API member ticketsync.')
  })

  it('tells a right to read that showed nothing from one that only writing could prove', () => {
    const right = 'Companies > Company Maintenance > Inquire All'
    const empty: Permission = { right, state: 'untested', neededFor: 'Company' }
    const text = administratorRequest({ permissions: [empty], companyId: 'acme', needs, member: null })
    expect(text).toContain(`nothing came back`)
    expect(text).toContain(`- ${right} (needed for: Company)`)
    expect(text).not.toContain('without writing')
  })

  it('asks about the licences first where none is active, and blames no role', () => {
    const text = administratorRequest({
      permissions,
      companyId: 'acme',
      needs,
      member: null,
      unlicensed: true,
    })
    expect(text.indexOf('no licence as active')).toBeLessThan(text.indexOf('Member Maintenance'))
    expect(text).not.toContain('rights of its security role are missing')
  })

  it('says so when nothing is missing', () => {
    const granted = permissions.filter(({ state }) => state === 'granted')
    const text = administratorRequest({ permissions: granted, companyId: 'acme', needs, member: null })
    expect(text).toContain('All rights that can be tested by reading are there.')
    expect(text).not.toContain('Where:')
    expect(text).not.toContain('without writing')
  })
})
