// Puts what a match table decided into a relationship: every reference by its record there, open ones "not chosen yet".
import type {
  FieldRef,
  IdentifiedRef,
  Ref,
  Relationship,
  StatusRef,
} from '../../relationship/relationship.ts'
import type { CollectionName } from '../../reference/collectionNames.ts'
import type { FindRecords } from '../records.ts'

/** What becomes of the reference at a field: the record of that id there; null leaves it not chosen. */
export type Decision = {
  readonly field: string
  readonly collection: CollectionName
  readonly chosen: { readonly id: number } | null
}

/** A reference made anew: names, identifier and board of the record it points at. */
type Rebound = { id: number; name: string; identifier?: string; boardId?: number }

/** Answers what the reference at a field becomes: itself, another record, or null. */
type Rebind = {
  one: <T extends Ref>(field: string, ref: T | null) => T | Rebound | null
  many: <T extends Ref>(field: string, refs: readonly T[]) => (T | Rebound)[]
  field: (field: string, ref: FieldRef | null) => FieldRef | null
}

function rebinder(matches: readonly Decision[], records: FindRecords): Rebind {
  const byField = new Map(matches.map((match) => [match.field, match]))
  const one: Rebind['one'] = (field, ref) => {
    const match = byField.get(field)
    if (!ref || !match) return ref
    if (!match.chosen) return null
    const record = records(match.collection).byId.get(match.chosen.id)
    const boardId = record?.board?.id
    const staysPut = ref.id === match.chosen.id
    const sameBoard = ref['boardId'] === undefined || boardId === undefined || ref['boardId'] === boardId
    // What stays keeps everything the file says of it, so that its own file imports as it was.
    if (!record || (staysPut && sameBoard)) return ref
    const { id, name, identifier } = record
    return {
      id,
      name: name || `#${id}`,
      ...(identifier ? { identifier } : {}),
      ...(boardId === undefined ? {} : { boardId }),
    }
  }
  const many: Rebind['many'] = (field, refs) => {
    const rebound = refs.map((ref, index) => one(`${field}[${index}]`, ref))
    // Two names of the file may turn out to be one record; what nobody touched stays as it was.
    const moved = new Set(rebound.flatMap((ref, index) => (ref && ref !== refs[index] ? [ref.id] : [])))
    const seen = new Set<number>()
    return rebound.flatMap((ref) => {
      if (!ref || (moved.has(ref.id) && seen.has(ref.id))) return []
      seen.add(ref.id)
      return [ref]
    })
  }
  return {
    one,
    many,
    field: (field, ref) => {
      const rebound = one(field, ref && { ...ref, name: ref.caption })
      if (!ref || !rebound) return null
      return rebound.id === ref.id ? ref : { id: rebound.id, caption: rebound.name }
    },
  }
}

type Settings = Relationship['settings']

function timeEntriesOf({ timeEntries }: Settings, { one }: Rebind): Settings['timeEntries'] {
  if (!timeEntries.sync) return timeEntries
  const { defaultWorkRole, defaultMember } = timeEntries
  return {
    ...timeEntries,
    defaultWorkRole: one('timeEntries.defaultWorkRole', defaultWorkRole),
    defaultMember: one('timeEntries.defaultMember', defaultMember),
  }
}

/** What both roles share. */
const landingOf = (settings: Settings, rebind: Rebind) => ({
  company: rebind.one<IdentifiedRef>('company', settings.company),
  status: rebind.one<StatusRef>('status', settings.status),
  priority: rebind.one('priority', settings.priority),
  source: rebind.one('source', settings.source),
  owner: rebind.one<IdentifiedRef>('owner', settings.owner),
  timeEntries: timeEntriesOf(settings, rebind),
})

/** The relationship with every reference as the match table has it; nothing else changes. */
export function applyMatches(
  relationship: Relationship,
  matches: readonly Decision[],
  records: FindRecords,
): Relationship {
  const rebind = rebinder(matches, records)
  const { one, many, field } = rebind
  if (relationship.role === 'source') {
    const { settings } = relationship
    const boards = many('boards', settings.boards)
    const defaultBoard = one('defaultBoard', settings.defaultBoard)
    return {
      ...relationship,
      settings: { ...settings, ...landingOf(settings, rebind), boards, defaultBoard },
    }
  }
  const { settings } = relationship
  const { reverseSync } = settings
  const at = 'reverseSync.filter'
  return {
    ...relationship,
    settings: {
      ...settings,
      ...landingOf(settings, rebind),
      serviceBoard: one('serviceBoard', settings.serviceBoard),
      reverseSync: reverseSync.enabled
        ? {
            enabled: true,
            filter: {
              boards: many(`${at}.boards`, reverseSync.filter.boards),
              companies: many(`${at}.companies`, reverseSync.filter.companies),
              statuses: many(`${at}.statuses`, reverseSync.filter.statuses),
              priorities: many(`${at}.priorities`, reverseSync.filter.priorities),
            },
            fieldFilter: field('reverseSync.fieldFilter', reverseSync.fieldFilter),
          }
        : reverseSync,
    },
  }
}
