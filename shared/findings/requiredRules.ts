// Rules about what has to be chosen before anything can work. They look at the relationship alone.
import type { SourceSettings, TargetSettings } from '../relationship/relationship.ts'
import { type JudgedFacts, type RuleHit, type Rule, quoteName, firesWhen } from './rule.ts'

const sourceOnly =
  (check: (settings: SourceSettings) => RuleHit[]) =>
  ({ relationship }: JudgedFacts): RuleHit[] =>
    relationship.role === 'source' ? check(relationship.settings) : []

const targetOnly =
  (check: (settings: TargetSettings) => RuleHit[]) =>
  ({ relationship }: JudgedFacts): RuleHit[] =>
    relationship.role === 'target' ? check(relationship.settings) : []

export const requiredRules: readonly Rule[] = [
  {
    code: 'company-required',
    check: ({ relationship }) =>
      firesWhen(!relationship.settings.company, 'company', 'No company is chosen.'),
    next: "Choose the company the partner's tickets belong to.",
  },
  {
    code: 'boards-required',
    check: sourceOnly(({ boards }) => firesWhen(boards.length === 0, 'boards', 'No board is chosen.')),
    next: 'Choose at least one board whose tickets are sent.',
  },
  {
    code: 'default-board-required',
    check: sourceOnly(({ defaultBoard }) =>
      firesWhen(!defaultBoard, 'defaultBoard', 'No default board is chosen.'),
    ),
    next: 'Choose the board that tickets of the partner land on.',
  },
  {
    code: 'default-board-not-selected',
    check: sourceOnly(({ boards, defaultBoard }) =>
      firesWhen(
        defaultBoard !== null && !boards.some(({ id }) => id === defaultBoard.id),
        'defaultBoard',
        `The default board ${defaultBoard ? quoteName(defaultBoard.name, defaultBoard.id) : ''} is not one of the selected boards.`,
      ),
    ),
    next: 'Add it to Boards, or choose another default board.',
  },
  {
    code: 'service-board-required',
    check: targetOnly(({ serviceBoard }) =>
      firesWhen(!serviceBoard, 'serviceBoard', 'No service board is chosen.'),
    ),
    next: 'Choose the board that tickets of the partner land on.',
  },
  {
    code: 'status-required',
    check: ({ relationship }) => firesWhen(!relationship.settings.status, 'status', 'No status is chosen.'),
    next: 'Choose a status of the board that tickets land on.',
  },
  {
    code: 'priority-required',
    check: targetOnly(({ priority }) => firesWhen(!priority, 'priority', 'No priority is chosen.')),
    next: 'Choose the priority that created tickets get.',
  },
  {
    code: 'comment-types-required',
    check: ({ relationship }) =>
      firesWhen(
        relationship.settings.commentTypes.length === 0,
        'commentTypes',
        'No comment type is selected.',
      ),
    next: 'Select at least one of Internal, Discussion and Resolution.',
  },
  {
    code: 'work-role-required',
    check: ({ relationship: { settings } }) =>
      firesWhen(
        settings.timeEntries.sync && !settings.timeEntries.defaultWorkRole,
        'timeEntries.defaultWorkRole',
        'Time entries are synced, but no default work role is chosen.',
      ),
    next: 'Choose the work role for entries whose own is not found.',
  },
  {
    code: 'member-required',
    check: ({ relationship: { settings } }) =>
      firesWhen(
        settings.timeEntries.sync && !settings.timeEntries.defaultMember,
        'timeEntries.defaultMember',
        'Time entries are synced, but no default member is chosen.',
      ),
    next: 'Choose the member for entries whose own is not found.',
  },
  {
    code: 'reverse-filter-required',
    check: targetOnly(({ reverseSync }) =>
      firesWhen(
        reverseSync.enabled && reverseSync.filter.boards.length === 0,
        'reverseSync.filter.boards',
        'Reverse sync is on, but its filter names no board.',
      ),
    ),
    next: 'Choose at least one board in Reverse sync filter, or switch Reverse sync off.',
  },
]
