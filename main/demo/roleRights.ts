// The security role of a key pair: per function None, My or All, and what My lets through.
import { securityModel } from './model/system.ts'
import {
  createCollection,
  type Collection,
  type StoredRow,
  isStoredObject,
  referenceId,
} from './model/storedRows.ts'
import { referTo } from './world/references.ts'

/** `Module > Function` as System > Security Roles shows them. */
export const rights = [
  'Companies > Company Maintenance',
  'Companies > Contacts',
  'Companies > Manage Attachments',
  'Companies > Team Members',
  'Service Desk > Service Tickets',
  'Service Desk > Close Service Tickets',
  'Service Desk > Service Ticket - Dependencies',
  'Service Desk > Merge Tickets',
  'Project > Project Tickets',
  'Time & Expense > Time Entry',
  'Time & Expense > Time Entry Billable Option',
  'Finance > Billing View Time',
  'System > Table Setup',
  'System > Member Maintenance',
] as const

export type DemoRight = (typeof rights)[number]
export type DemoLevel = 'None' | 'My' | 'All'
export type Action = 'add' | 'edit' | 'delete' | 'inquire'
export type DemoLevels = Record<Action, DemoLevel>
/** Levels that differ from the full role; an action left out stays All. */
export type RoleChanges = Partial<Record<DemoRight, Partial<DemoLevels>>>

export type DemoRole = {
  level: (right: DemoRight, action: Action) => DemoLevel
  /** The rows `/system/mySecurity` answers. */
  table: () => Collection
}

const full: DemoLevels = { add: 'All', edit: 'All', delete: 'None', inquire: 'All' }

/** Every level None: the function is switched off. */
export const noLevels: DemoLevels = { add: 'None', edit: 'None', delete: 'None', inquire: 'None' }

/** Makes a member's effective role: everything allowed but deleting, with the changes given. */
export const createRole = (member: StoredRow, changes: RoleChanges): DemoRole => {
  const levels = (right: DemoRight): DemoLevels => ({ ...full, ...changes[right] })
  const row = (right: DemoRight, index: number): StoredRow => {
    const [moduleName = '', name = ''] = right.split(' > ')
    const { add, edit, delete: remove, inquire } = levels(right)
    return {
      id: index + 1,
      addLevel: add,
      editLevel: edit,
      deleteLevel: remove,
      inquireLevel: inquire,
      moduleFunctionName: name,
      moduleFunctionDescription: name,
      moduleFunctionIdentifier: name.replaceAll(/[^A-Za-z]+/g, ''),
      moduleName,
      moduleIdentifier: moduleName.replaceAll(/[^A-Za-z]+/g, ''),
      moduleDescription: moduleName,
      myAllFlag: true,
      reportFlag: false,
      restrictFlag: false,
      customFlag: false,
      sortOrder: index + 1,
      member: referTo('member', member),
      _info: {},
    }
  }
  return {
    level: (right, action) => levels(right)[action],
    table: () => createCollection(securityModel, rights.map(row)),
  }
}

/** Whether the role lets a member do something to a row: All does, My to what is the member's own. */
export const mayTouch = (
  role: DemoRole,
  right: DemoRight,
  action: Action,
  row: StoredRow,
  member: StoredRow,
): boolean => {
  const level = role.level(right, action)
  return level === 'All' || (level === 'My' && isMine(row, member))
}

/** Under level My: own tickets, own time, own record; shared tables have no owner and show nothing. */
export const isMine = (row: StoredRow, member: StoredRow): boolean => {
  const info = isStoredObject(row._info) ? row._info : {}
  const owners = [referenceId(row.owner), referenceId(row.member), referenceId(row.territoryManager)]
  return (
    owners.includes(member.id) || info.enteredBy === member.identifier || row.identifier === member.identifier
  )
}
