// The same organisation in another ConnectWise: some records under other ids, one renamed, one missing, to practise an import on.
import type { World } from '../../main/demo/world/world.ts'
import { type Collection, nextId, type StoredRow } from '../../main/demo/model/storedRows.ts'

const underOtherId = (collection: Collection, row: StoredRow | undefined): void => {
  if (!row) return
  collection.remove(row.id)
  collection.add({ ...row, id: nextId(collection) })
}

const isOn =
  (flag: string) =>
  (row: StoredRow): boolean =>
    row[flag] === true

/** Changes what the demo organisation's own relationships choose; to be done before anything is asked. */
export function asOtherInstance({ sources, priorities, workRoles, members }: World): void {
  // Whoever made tickets and times keeps the id they were made with.
  underOtherId(sources, sources.rows.find(isOn('defaultFlag')) ?? sources.rows[0])
  underOtherId(members, members.find(42))
  const priority = priorities.rows.find(isOn('defaultFlag')) ?? priorities.rows[0]
  if (priority) Object.assign(priority, { name: `${String(priority.name)} (production)` })
  priorities.touch()
  const engineer = workRoles.rows.find((row) => row.inactiveFlag !== true)
  if (engineer) workRoles.remove(engineer.id)
}
