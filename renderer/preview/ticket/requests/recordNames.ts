// The name behind each id of a request: from the reference data, else from the settings that chose the id.
import { memberName } from '../../../../shared/reference/collections.ts'
import type { Reference } from '../../../../shared/reference/lookup.ts'
import type { Ref, Relationship } from '../../../../shared/relationship/relationship.ts'

export type Named = 'companies' | 'boards' | 'statuses' | 'priorities' | 'sources' | 'members' | 'workRoles'

export type NameBehind = {
  name: string
  /** The record is inactive or deleted, so ConnectWise may not take it. */
  inactive: boolean
}

export type Names = (kind: Named, id: number) => NameBehind | null

/** What the settings of a relationship themselves call the records they point at. */
function chosenNames({ settings }: Relationship): Map<string, string> {
  const time = settings.timeEntries.sync ? settings.timeEntries : null
  const reverse = 'reverseSync' in settings && settings.reverseSync.enabled ? settings.reverseSync : null
  const boards =
    'boards' in settings
      ? [...settings.boards, settings.defaultBoard]
      : [settings.serviceBoard, ...(reverse?.filter.boards ?? [])]
  const chosen: Record<Named, readonly (Ref | null | undefined)[]> = {
    companies: [settings.company, ...(reverse?.filter.companies ?? [])],
    boards,
    statuses: [settings.status, ...(reverse?.filter.statuses ?? [])],
    priorities: [settings.priority, ...(reverse?.filter.priorities ?? [])],
    sources: [settings.source],
    members: [settings.owner, time?.defaultMember],
    workRoles: [time?.defaultWorkRole],
  }
  return new Map(
    Object.entries(chosen).flatMap(([kind, refs]) =>
      refs.flatMap((ref) => (ref ? [[`${kind} ${ref.id}`, ref.name] as const] : [])),
    ),
  )
}

function nameIn(reference: Reference | null, kind: Named, id: number): NameBehind | null {
  if (kind === 'members') {
    const member = reference?.members?.get(id)
    return member ? { name: memberName(member), inactive: member.inactiveFlag === true } : null
  }
  const row = reference?.[kind]?.get(id)
  if (!row?.name) return null
  const inactive =
    ('inactiveFlag' in row && row.inactiveFlag === true) ||
    ('inactive' in row && row.inactive === true) ||
    ('deletedFlag' in row && row.deletedFlag === true)
  return { name: row.name, inactive }
}

/** Looks up names for one relationship and its reference data. */
export function createNames(relationship: Relationship, reference: Reference | null): Names {
  const chosen = chosenNames(relationship)
  return (kind, id) => {
    const found = nameIn(reference, kind, id)
    const name = chosen.get(`${kind} ${id}`)
    return found ?? (name === undefined ? null : { name, inactive: false })
  }
}
