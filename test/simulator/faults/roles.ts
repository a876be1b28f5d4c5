// Fault profiles of a role that lacks a right: 403 for None, fewer rows for My.
import { noLevels, type DemoRight, type RoleChanges } from '../../../main/demo/roleRights.ts'
import type { Fault } from './fault.ts'

const without = (right: DemoRight): Fault => ({ about: `the role lacks ${right}`, role: denied(right) })

const onlyMy = (right: DemoRight): Fault => ({
  about: `the role has ${right} at level My`,
  role: { [right]: { add: 'My', edit: 'My', inquire: 'My' } },
})

const denied = (right: DemoRight): RoleChanges => ({ [right]: noLevels })

export const roleFaults = {
  'no-companies': without('Companies > Company Maintenance'),
  'no-contacts': without('Companies > Contacts'),
  'no-attachments': without('Companies > Manage Attachments'),
  'no-tickets': without('Service Desk > Service Tickets'),
  'no-close-tickets': without('Service Desk > Close Service Tickets'),
  'no-table-setup': without('System > Table Setup'),
  'no-members': without('System > Member Maintenance'),
  'no-time-entries': without('Time & Expense > Time Entry'),
  'my-companies': onlyMy('Companies > Company Maintenance'),
  'my-contacts': onlyMy('Companies > Contacts'),
  'my-attachments': onlyMy('Companies > Manage Attachments'),
  'my-table-setup': onlyMy('System > Table Setup'),
  'my-tickets': onlyMy('Service Desk > Service Tickets'),
  'my-members': onlyMy('System > Member Maintenance'),
  'my-time-entries': onlyMy('Time & Expense > Time Entry'),
} satisfies Record<string, Fault>
