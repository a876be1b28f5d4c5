// Cases of the rules about the company, the owner, the default member and the default work role.
import type { Collections, Company, Member } from '../../../../shared/reference/collections.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../support/relationships.ts'
import { type Case, row } from './cases.ts'

const company = (flags: Partial<Company>, more: Partial<Collections> = {}) =>
  reference({ companies: [{ id: 250, name: 'Contoso Ltd', ...flags }], ...more })
const member = (flags: Partial<Member>) =>
  reference({ members: [{ id: 42, identifier: 'dreyes', firstName: 'Dana', lastName: 'Reyes', ...flags }] })
const withStatus = (flags: { inactiveFlag?: boolean; disallowSavingFlag?: boolean }) =>
  company({ status: { id: 2 } }, { companyStatuses: [{ id: 2, name: 'Former', ...flags }] })

const noOwner = targetRelationship({ owner: null })
const noTime = targetRelationship({ timeEntries: { sync: false } })

export const peopleCases: Case[] = [
  row('company-deleted', 'it is', targetRelationship(), ['company'], {
    reference: company({ deletedFlag: true }),
  }),
  row('company-deleted', 'the flag is missing', targetRelationship(), [], { reference: company({}) }),
  row('company-inactive', 'its status is inactive', targetRelationship(), ['company'], {
    reference: withStatus({ inactiveFlag: true }),
  }),
  row('company-inactive', 'its status does not allow saving', sourceRelationship(), ['company'], {
    reference: withStatus({ disallowSavingFlag: true }),
  }),
  row('company-inactive', 'the status has no flags', targetRelationship(), [], { reference: withStatus({}) }),
  row('company-inactive', 'company statuses were not read', targetRelationship(), [], {
    reference: company({ status: { id: 2, name: 'Inactive' } }, { companyStatuses: undefined }),
  }),
  row('owner-inactive', 'the member is', targetRelationship(), ['owner'], {
    reference: member({ inactiveFlag: true }),
  }),
  row('owner-inactive', 'the flag is missing', targetRelationship(), [], { reference: member({}) }),
  row('owner-inactive', 'there is no owner', noOwner, [], { reference: member({ inactiveFlag: true }) }),
  row('owner-is-api-member', 'the license class is A', targetRelationship(), ['owner'], {
    reference: member({ licenseClass: 'A' }),
  }),
  row('owner-is-api-member', 'the license class is F', targetRelationship(), [], {
    reference: member({ licenseClass: 'F' }),
  }),
  row('owner-excluded-from-board', 'the landing board is excluded', sourceRelationship(), ['owner'], {
    reference: member({ excludedServiceBoardIds: [9, 4] }),
  }),
  row('owner-excluded-from-board', 'only another board is', sourceRelationship(), [], {
    reference: member({ excludedServiceBoardIds: [5] }),
  }),
  row('owner-excluded-from-board', 'the list is missing', targetRelationship(), [], {
    reference: member({}),
  }),
  row('work-role-inactive', 'it is', targetRelationship(), ['timeEntries.defaultWorkRole'], {
    reference: reference({ workRoles: [{ id: 11, name: 'Engineer', inactiveFlag: true }] }),
  }),
  row('work-role-inactive', 'time entries are off', noTime, [], {
    reference: reference({ workRoles: [{ id: 11, name: 'Engineer', inactiveFlag: true }] }),
  }),
  row('member-inactive', 'the default member is', targetRelationship(), ['timeEntries.defaultMember'], {
    reference: member({ inactiveFlag: true }),
  }),
  row('member-inactive', 'time entries are off', noTime, [], { reference: member({ inactiveFlag: true }) }),
  row('member-is-api-member', 'the license class is A', noOwner, ['timeEntries.defaultMember'], {
    reference: member({ licenseClass: 'A' }),
  }),
  row('member-is-api-member', 'the license class is missing', noOwner, [], { reference: member({}) }),
]
