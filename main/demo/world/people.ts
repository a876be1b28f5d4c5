// The demo organisation's members, work roles, work types and security role.
import { workRoleModel, workTypeModel } from '../model/setup.ts'
import { memberModel } from '../model/system.ts'
import type { Random } from './random.ts'
import {
  type Collection,
  createCollection,
  isoSeconds,
  type JsonObject,
  type StoredRow,
} from '../model/storedRows.ts'
import { firstNames, lastNames } from './names.ts'
import { recordInfo, referTo } from './references.ts'
import type { Sizes } from './sizes.ts'

export const locations: StoredRow[] = [
  { id: 1, name: 'Head Office' },
  { id: 2, name: 'Field' },
]
export const departments: StoredRow[] = [{ id: 10, name: 'Professional Services' }]

/** The members behind the demo's key pairs: one sees everything, one has a narrower role. */
export const apiMemberIds = { full: 90, limited: 91 } as const

const day = 86_400_000

// One belongs to the head office only: no help on a board of the field.
const fixedRoles: StoredRow[] = [
  { id: 11, name: 'Engineer', hourlyRate: 120, locationIds: [1, 2] },
  { id: 12, name: 'Senior Engineer', hourlyRate: 165, locationIds: [1, 2] },
  { id: 13, name: 'Project Manager', hourlyRate: 150, locationIds: [1] },
  { id: 14, name: 'Field Technician', hourlyRate: 110, locationIds: [1, 2] },
  { id: 15, name: 'Dispatcher (retired)', hourlyRate: 80, locationIds: [1], inactiveFlag: true },
]

const fixedTypes: StoredRow[] = [
  { id: 1, name: 'Remote', billTime: 'Billable', overallDefaultFlag: true },
  { id: 2, name: 'On-site', billTime: 'Billable' },
  { id: 3, name: 'Internal', billTime: 'DoNotBill' },
  { id: 4, name: 'After hours', billTime: 'Billable', rate: 1.5 },
  { id: 5, name: 'Travel', billTime: 'NoCharge' },
  { id: 6, name: 'Goodwill (retired)', billTime: 'NoCharge', inactiveFlag: true },
]

type Person = {
  id: number
  identifier: string
  name: [string, string]
  more?: JsonObject
}

// Everybody the oddities need: an API member each way, a StreamlineIT and a subcontractor licence, excluded boards,
// one who left but may still own tickets, one with nothing but a name.
const fixedPeople: Person[] = [
  { id: 42, identifier: 'dreyes', name: ['Dana', 'Reyes'] },
  {
    id: 43,
    identifier: 'mchen',
    name: ['Marcus', 'Chen'],
    more: { workRole: { id: 12, name: 'Senior Engineer' } },
  },
  { id: 44, identifier: 'pnair', name: ['Priya', 'Nair'] },
  { id: 45, identifier: 'tlarsen', name: ['Tove', 'Larsen'], more: { excludedServiceBoardIds: [4, 7] } },
  { id: 46, identifier: 'rokoye', name: ['Rita', 'Okoye'], more: { licenseClass: 'C' } },
  {
    id: 47,
    identifier: 'sfield',
    name: ['Sam', 'Fielding'],
    more: {
      licenseClass: 'X',
      excludedServiceBoardIds: [9],
      requireStartAndEndTimeOnTimeEntryFlag: true,
    },
  },
  { id: 48, identifier: 'jmuller', name: ['Jörg', 'Müller'] },
  { id: 60, identifier: 'gformer', name: ['Greta', 'Former'], more: { inactiveFlag: true } },
  { id: 61, identifier: 'dreyes2', name: ['Dana', 'Reyes'], more: { inactiveFlag: true } },
  {
    id: apiMemberIds.full,
    identifier: 'syncapi',
    name: ['Sync', 'Integration'],
    more: { licenseClass: 'A' },
  },
  {
    id: apiMemberIds.limited,
    identifier: 'readapi',
    name: ['Reading', 'Integration'],
    more: { licenseClass: 'A' },
  },
]

const memberRow = ({ id, identifier, name, more }: Person, now: number): StoredRow => {
  const inactive = more?.inactiveFlag === true
  return {
    id,
    identifier,
    firstName: name[0],
    lastName: name[1],
    title: '',
    licenseClass: 'F',
    inactiveFlag: false,
    ...(inactive ? { inactiveDate: isoSeconds(now - 90 * day) } : {}),
    disableOnlineFlag: false,
    officeEmail: `${identifier}@northwind.example.test`,
    primaryEmail: `${identifier}@northwind.example.test`,
    officePhone: '555-0100',
    hireDate: isoSeconds(now - 900 * day),
    defaultEmail: 'Office',
    defaultPhone: 'Office',
    securityRole: { id: 63, name: 'Service technician' },
    defaultLocation: referTo('location', { id: 1, name: 'Head Office' }),
    defaultDepartment: referTo('department', { id: 10, name: 'Professional Services' }),
    workRole: { id: 11, name: 'Engineer' },
    workType: { id: 1, name: 'Remote' },
    requireStartAndEndTimeOnTimeEntryFlag: false,
    excludedServiceBoardIds: [],
    ...more,
    _info: recordInfo(isoSeconds(now - 700 * day), 'admin', isoSeconds(now - ((id % 60) + 2) * day), 'admin'),
  }
}

const createMembers = (size: Sizes, random: Random, now: number): StoredRow[] => {
  const rows = fixedPeople.map((person) => memberRow(person, now))
  const activeToMake = size.members.active - rows.filter((row) => row.inactiveFlag !== true).length
  for (let made = 0; rows.length < size.members.all - 1; made++) {
    const first = random.pick(firstNames)
    const last = random.pick(lastNames)
    const letters = (first + last)
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]+/g, '')
      .toLowerCase()
    const person: Person = {
      id: 100 + made,
      identifier: `${letters.slice(0, 9)}${made}`,
      name: [first, last],
    }
    rows.push(memberRow({ ...person, more: { inactiveFlag: made >= activeToMake } }, now))
  }
  // Some sites answer with less than the model has: this row is all there is.
  rows.push({ id: 100 + size.members.all, identifier: 'sparse' })
  return rows
}

const createRoles = (size: Sizes, info: JsonObject): StoredRow[] => {
  const rows = fixedRoles.map((role): StoredRow => ({ inactiveFlag: false, ...role, _info: info }))
  for (let id = 16; rows.length < size.workRoles; id++) {
    rows.push({
      id,
      name: `Specialist ${id - 15}`,
      hourlyRate: 100 + id,
      inactiveFlag: id % 7 === 0,
      locationIds: [1, 2],
      _info: info,
    })
  }
  return rows
}

const createTypes = (size: Sizes, info: JsonObject): StoredRow[] => {
  const defaults = {
    rateType: 'Multiplier',
    rate: 1,
    inactiveFlag: false,
    overallDefaultFlag: false,
    utilizationFlag: true,
  }
  const rows = fixedTypes.map((type): StoredRow => ({ ...defaults, ...type, _info: info }))
  for (let id = 7; rows.length < size.workTypes; id++) {
    rows.push({ id, name: `Activity ${id - 6}`, billTime: 'Billable', ...defaults, _info: info })
  }
  return rows
}

export type People = { members: Collection; workRoles: Collection; workTypes: Collection }

/** Members with their roles and types; the same seed gives the same people. */
export const createPeople = (size: Sizes, random: Random, now: number): People => {
  const info = recordInfo(isoSeconds(now - 700 * day), 'admin', isoSeconds(now - 200 * day), 'admin')
  return {
    members: createCollection(memberModel, createMembers(size, random, now)),
    workRoles: createCollection(workRoleModel, createRoles(size, info)),
    workTypes: createCollection(workTypeModel, createTypes(size, info)),
  }
}
