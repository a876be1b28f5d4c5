// Rules about the company and the people and roles that tickets and time entries are recorded under.
import { isApiMember, isInactiveStatus, type Member } from '../reference/collections.ts'
import { type JudgedFacts, type RuleHit, type Rule, quoteName } from './rule.ts'

const onCompany =
  (check: (facts: JudgedFacts, company: { id: number; name: string }) => string | null) =>
  (facts: JudgedFacts): RuleHit[] => {
    const { company } = facts.relationship.settings
    const message = company ? check(facts, company) : null
    return message === null ? [] : [{ field: 'company', message }]
  }

const onMember =
  (
    field: 'owner' | 'timeEntries.defaultMember',
    check: (row: Member, name: string, facts: JudgedFacts) => string | null,
  ) =>
  (facts: JudgedFacts): RuleHit[] => {
    const member = facts.chosen.find((record) => record.field === field)
    const row = member && facts.reference?.members?.get(member.id)
    const message = row ? check(row, quoteName(member.name, member.id), facts) : null
    return message === null ? [] : [{ field, message }]
  }

const inactive = (row: Member, name: string): string | null =>
  row.inactiveFlag === true ? `Member ${name} is inactive in ConnectWise.` : null

export const peopleRules: readonly Rule[] = [
  {
    code: 'company-deleted',
    check: onCompany(({ reference }, { id, name }) =>
      reference?.companies?.get(id)?.deletedFlag === true
        ? `Company ${quoteName(name, id)} is deleted in ConnectWise.`
        : null,
    ),
    next: 'Choose another company.',
  },
  {
    code: 'company-inactive',
    check: onCompany(({ reference }, { id, name }) => {
      const statusId = reference?.companies?.get(id)?.status?.id
      const status = statusId === undefined ? undefined : reference?.companyStatuses?.get(statusId)
      return status && isInactiveStatus(status)
        ? `Company ${quoteName(name, id)} has the status ${quoteName(status.name, status.id)}, which is inactive or does not allow saving.`
        : null
    }),
    next: 'Make sure that tickets are still wanted for this company, or change its status in ConnectWise.',
  },
  {
    code: 'owner-inactive',
    check: onMember('owner', inactive),
    next: 'Choose an active member, or clear Owner.',
  },
  {
    code: 'owner-is-api-member',
    check: onMember('owner', (row, name) =>
      isApiMember(row)
        ? `Owner ${name} is an API member: tickets would look as if the integration owned them.`
        : null,
    ),
    next: 'Choose a person, unless the integration is meant to own the tickets.',
  },
  {
    code: 'owner-excluded-from-board',
    check: onMember('owner', (row, name, { landing }) =>
      landing && row.excludedServiceBoardIds?.includes(landing.id)
        ? `Owner ${name} has no access to board ${quoteName(landing.name, landing.id)}.`
        : null,
    ),
    next: 'Choose another owner, or give the member access to the board in ConnectWise.',
  },
  {
    code: 'work-role-inactive',
    check: ({ chosen, reference }) =>
      chosen
        .filter(
          ({ id, collection }) =>
            collection === 'workRoles' && reference?.workRoles?.get(id)?.inactiveFlag === true,
        )
        .map(({ id, name, field }) => ({
          field,
          message: `Work role ${quoteName(name, id)} is inactive in ConnectWise.`,
        })),
    next: 'Choose an active work role.',
  },
  {
    code: 'member-inactive',
    check: onMember('timeEntries.defaultMember', inactive),
    next: 'Choose an active member.',
  },
  {
    code: 'member-is-api-member',
    check: onMember('timeEntries.defaultMember', (row, name) =>
      isApiMember(row)
        ? `Default member ${name} is an API member: time would be recorded under the integration.`
        : null,
    ),
    next: 'Choose a person who may enter time.',
  },
]
