// Rules that hold for every chosen record alike: it is not in the snapshot, or it is there under another name.
import { type CollectionName, collectionWords } from '../reference/collectionNames.ts'
import { type Reference, areStatusesRead, isReadWhole, isStatusJudged } from '../reference/lookup.ts'
import { fold } from '../text/fold.ts'
import type { ChosenRecord } from '../relationship/chosenRecords.ts'
import type { FindingCode } from './findingSeverities.ts'
import { type JudgedFacts, type Rule, quoteName } from './rule.ts'

/** What a sentence that begins with it calls a record. */
const nounOf = (collection: CollectionName): string => {
  const { record } = collectionWords[collection]
  return `${record.charAt(0).toUpperCase()}${record.slice(1)}`
}

/** The records that may be judged: not of absent collections, and of the statuses only those whose board is known. */
const judgeable = ({ chosen, landing, reference }: JudgedFacts): ChosenRecord[] =>
  chosen.filter((record) => {
    if (reference?.[record.collection] === undefined) return false
    if (record.collection !== 'statuses') return true
    return isStatusJudged(reference, record, record.field === 'status' ? landing?.id : undefined)
  })

/** The chosen records that do not exist: their list was read to the end, and they are not in it. */
const unlisted = (facts: JudgedFacts): ChosenRecord[] =>
  judgeable(facts).filter((record) => {
    const { landing, reference } = facts
    if (reference?.[record.collection]?.has(record.id)) return false
    const boardId = record.boardId ?? (record.field === 'status' ? landing?.id : undefined)
    return record.collection === 'statuses'
      ? areStatusesRead(reference, boardId)
      : isReadWhole(reference, record.collection)
  })

/** ConnectWise's built-in administrator works like a member and is in no list. */
const isBuiltIn = ({ collection, name, identifier }: ChosenRecord): boolean =>
  collection === 'members' && [name, identifier].some((text) => fold(text ?? '') === 'zadmin')

const unknown = (code: FindingCode, collection: CollectionName, field?: string): Rule => ({
  code,
  check: (facts) =>
    unlisted(facts)
      .filter((record) => record.collection === collection && (field === undefined || record.field === field))
      .filter((record) => !isBuiltIn(record))
      .map((record) => ({
        field: record.field,
        message: `${nounOf(collection)} ${quoteName(record.name, record.id)} is not in the reference data (id ${record.id}).`,
      })),
  next: 'Refresh the reference data, or choose another one.',
})

/** Every name a record goes by now; empty where it is gone or its row is too sparse to tell. */
function namesNow({ collection, id }: ChosenRecord, reference: Reference): string[] {
  if (collection === 'customFields') return present([reference.customFields?.get(id)?.caption])
  if (collection !== 'members') return present([reference[collection]?.get(id)?.name])
  const { firstName, lastName, identifier } = reference.members?.get(id) ?? {}
  // Without both parts the full name is not known, and an identifier alone must not look like a rename.
  if (typeof firstName !== 'string' || typeof lastName !== 'string') return []
  const fullName = present([firstName, lastName]).join(' ')
  return fullName === '' ? [] : present([fullName, identifier])
}

const present = (names: readonly (string | null | undefined)[]): string[] =>
  names.map((name) => name?.trim() ?? '').filter((name) => name !== '')

/** The name a record has now, where it differs from the one that was chosen. */
function newName(record: ChosenRecord, { reference }: JudgedFacts): string | null {
  const [now, ...others] = reference ? namesNow(record, reference) : []
  const then = record.name.trim()
  return now === undefined || then === '' || then === now || others.includes(then) ? null : now
}

const renamed = (code: FindingCode, applies: (record: ChosenRecord) => boolean, next: string): Rule => ({
  code,
  check: (facts) =>
    judgeable(facts)
      .filter(applies)
      .flatMap((record) => {
        const now = newName(record, facts)
        return now === null
          ? []
          : [
              {
                field: record.field,
                message: `${nounOf(record.collection)} ${quoteName(record.name, record.id)} is now called ${quoteName(now, record.id)}.`,
              },
            ]
      }),
  next,
})

export const recordRules: readonly Rule[] = [
  unknown('company-unknown', 'companies'),
  unknown('board-unknown', 'boards'),
  unknown('status-unknown', 'statuses'),
  unknown('priority-unknown', 'priorities'),
  unknown('source-unknown', 'sources'),
  unknown('owner-unknown', 'members', 'owner'),
  unknown('work-role-unknown', 'workRoles'),
  unknown('member-unknown', 'members', 'timeEntries.defaultMember'),
  unknown('field-filter-unknown', 'customFields'),
  {
    code: 'member-not-listed',
    check: (facts) =>
      unlisted(facts)
        .filter(isBuiltIn)
        .map(({ field, name, id }) => ({
          field,
          message: `Member ${quoteName(name, id)} is the account built into ConnectWise; no list holds it, so it cannot be judged.`,
        })),
    next: 'Choose a person, unless the built-in account is meant.',
  },
  renamed(
    'reference-renamed',
    ({ collection }) => collection !== 'customFields',
    'Nothing has to be done: the id decides. Choose it again to show the new name.',
  ),
  renamed(
    'field-filter-renamed',
    ({ collection }) => collection === 'customFields',
    'Make sure that the field still means the same, then choose it again.',
  ),
]
