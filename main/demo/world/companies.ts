// The demo organisation's customers: companies, their statuses and types, and contacts.
import { companyModel, companyStatusModel, companyTypeModel, contactModel } from '../model/setup.ts'
import type { Random } from './random.ts'
import {
  type Collection,
  createCollection,
  isoSeconds,
  type JsonObject,
  type StoredRow,
  textOf,
} from '../model/storedRows.ts'
import { companyName, firstNames, lastNames } from './names.ts'
import { recordInfo, referTo } from './references.ts'
import type { Sizes } from './sizes.ts'

export type Customers = {
  companies: Collection
  companyStatuses: Collection
  companyTypes: Collection
  contacts: Collection
}

const day = 86_400_000

/** Contacts exist for this many companies at most: nothing pages through all of them. */
const companiesWithContacts = 2_000

const noFlags = { defaultFlag: false, inactiveFlag: false, notifyFlag: false, disallowSavingFlag: false }

const statuses: StoredRow[] = [
  { id: 1, name: 'Active', ...noFlags, defaultFlag: true },
  { id: 2, name: 'Inactive', ...noFlags, inactiveFlag: true },
  { id: 3, name: 'Credit hold', ...noFlags, notifyFlag: true, disallowSavingFlag: true },
  { id: 4, name: 'Delinquent', ...noFlags, notifyFlag: true },
  { id: 5, name: 'Onboarding' },
]

const types: StoredRow[] = [
  { id: 1, name: 'Client', defaultFlag: true, vendorFlag: false, serviceAlertFlag: false },
  { id: 2, name: 'Prospect', defaultFlag: false, vendorFlag: false, serviceAlertFlag: false },
  { id: 3, name: 'Vendor', defaultFlag: false, vendorFlag: true, serviceAlertFlag: false },
  { id: 4, name: 'Partner', defaultFlag: false, vendorFlag: false, serviceAlertFlag: true },
]

// The companies the oddities need, beside the one every example speaks of.
const fixed: { id: number; identifier: string; name: string; status: number; more?: JsonObject }[] = [
  { id: 2, identifier: 'Northwind', name: 'Northwind IT Services', status: 1 },
  { id: 250, identifier: 'Contoso', name: 'Contoso Ltd', status: 1 },
  { id: 251, identifier: 'FabrikamOld', name: 'Fabrikam Retail (left)', status: 2 },
  { id: 252, identifier: 'TailspinToys', name: 'Tailspin Toys', status: 3 },
  {
    id: 253,
    identifier: 'WingtipGone',
    name: 'Wingtip Logistics',
    status: 1,
    more: { deletedFlag: true, deletedBy: 'admin' },
  },
  {
    id: 254,
    identifier: 'ProsewareVnd',
    name: 'Proseware Hardware',
    status: 1,
    more: { isVendorFlag: true },
  },
  { id: 255, identifier: 'Litware', name: 'Litware\u200E Clinic\u00A0Group', status: 1 },
  { id: 256, identifier: 'ContosoUK', name: 'Contoso Ltd', status: 1 },
  { id: 257, identifier: 'AdatumLead', name: 'Adatum Lead', status: 5, more: { leadFlag: true } },
]

/** Companies with their lists; ids from 300 on are the bulk. */
export const createCustomers = (size: Sizes, random: Random, now: number): Customers => {
  const info = recordInfo(isoSeconds(now - 900 * day), 'admin', isoSeconds(now - 300 * day), 'admin')
  const companyStatuses = createCollection(
    companyStatusModel,
    statuses.map((row) => ({ ...row, customNoteFlag: false, cancelOpenTracksFlag: false, _info: info })),
  )
  const companyTypes = createCollection(
    companyTypeModel,
    types.map((row) => ({ ...row, _info: info })),
  )
  const statusReferences = new Map(statuses.map((row) => [row.id, referTo('companyStatus', row)]))
  const typeReferences = types.map((row) => referTo('companyType', row))
  const company = (
    id: number,
    identifier: string,
    name: string,
    status: number,
    more: JsonObject = {},
  ): StoredRow => {
    const entered = isoSeconds(now - (30 + (id % 1_500)) * day)
    return {
      id,
      identifier,
      name,
      status: statusReferences.get(status) ?? null,
      types: [typeReferences[more.isVendorFlag === true ? 2 : id % 11 === 0 ? 3 : 0] ?? null],
      city: 'Springfield',
      phoneNumber: '555-0199',
      leadFlag: false,
      isVendorFlag: false,
      deletedFlag: false,
      ...more,
      _info: recordInfo(
        entered,
        'admin',
        isoSeconds(now - (1 + (id % 29)) * day - (id % 86_400) * 1_000),
        'admin',
      ),
    }
  }
  const rows = fixed.map(({ id, identifier, name, status, more }) =>
    company(id, identifier, name, status, more),
  )
  // Every thirtieth company was deleted: those come on top of the number asked for.
  for (let index = 0, alive = rows.length - 1; alive < size.companies; index++) {
    const { name, identifier } = companyName(index)
    const deletedFlag = index % 30 === 29
    rows.push(
      company(300 + index, identifier, name, random.chance(0.04) ? 2 : 1, deletedFlag ? { deletedFlag } : {}),
    )
    if (!deletedFlag) alive++
  }
  // A row as sparse as some sites answer.
  rows.push({ id: 300 + rows.length, identifier: 'SparseRow', name: 'Sparse Row' })
  return {
    companies: createCollection(companyModel, rows),
    companyStatuses,
    companyTypes,
    contacts: createCollection(contactModel, createContacts(rows, random, now)),
  }
}

const createContacts = (companies: StoredRow[], random: Random, now: number): StoredRow[] => {
  const contacts: StoredRow[] = []
  for (const company of companies.slice(0, companiesWithContacts)) {
    const reference = referTo('company', company)
    for (let count = random.int(1, 3); count > 0; count--) {
      const firstName = random.pick(firstNames)
      const lastName = random.pick(lastNames)
      const id = 500 + contacts.length
      contacts.push({
        id,
        firstName,
        lastName,
        company: reference,
        title: '',
        inactiveFlag: id % 19 === 0,
        defaultFlag: count === 1,
        communicationItems: [
          {
            id,
            type: { id: 1, name: 'Email' },
            value: `contact${id}@${textOf(company.identifier).toLowerCase()}.example.test`,
            communicationType: 'Email',
            defaultFlag: true,
          },
        ],
        _info: recordInfo(
          isoSeconds(now - 400 * day),
          'admin',
          isoSeconds(now - (id % 200) * day - day),
          'admin',
        ),
      })
    }
  }
  return contacts
}
