// Finds out what a key pair may do: one small read per picker and right, and ConnectWise's own table of rights where it can be read.
import type { Needs, Permission } from '../../../shared/connection/connection.ts'
import type { AppError, ErrorCode, Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import type { Client, Page, Query } from '../transport/client.ts'
import { judgeRight, neededRights, permissionTable, type Probed, readLevels } from './permissions.ts'
import { memberOf } from './visibleCounts.ts'

export type Access = {
  permissions: Permission[]
  /** The member the keys belong to, null where ConnectWise does not tell. */
  member: string | null
  /** What may not be read, in words: "members". */
  refused: string[]
  /** Lists that answered without a refusal and without rows: "boards". */
  empty: string[]
  /** The first failure that was not about rights. */
  error: AppError | null
}

const idSchema = z.object({ id: z.int() })
const firstId = (answer: Result<Page>): number | undefined =>
  answer.ok ? idSchema.safeParse(answer.value.rows[0]).data?.id : undefined

/** Probes everything the chosen role and settings need. Reads only, a row or less each. */
export async function probeAccess(client: Client, needs: Needs, signal: AbortSignal): Promise<Access> {
  const ask = (path: string, query: Query, what: string) =>
    client.list(path, { ...query, pageSize: 1 }, { signal, what })
  // Statuses belong to a board and attachments to a ticket, so one of each is looked up first.
  const [security, lightBoards, tickets] = await Promise.all([
    client.list('/system/mySecurity', { pageSize: 1000 }, { signal, what: 'rights' }),
    ask('/service/info/boards', { fields: 'id' }, 'boards'),
    ask('/service/tickets', { fields: 'id' }, 'tickets'),
  ])
  // Older releases have only the full list.
  const boards = lightBoards.ok ? lightBoards : await ask('/service/boards', { fields: 'id' }, 'boards')
  const ids = { board: firstId(boards), ticket: firstId(tickets) }
  const levels = security.ok ? readLevels(security.value.rows) : null

  const needed = neededRights.filter(({ when }) => when(needs))
  const answers = await Promise.all(
    needed.map(async ({ probe }) => {
      const path = probe?.path(ids)
      if (!probe || path === undefined) return undefined
      if (path === '/service/tickets') return tickets
      return ask(path, { fields: 'id', ...probe.query?.(ids) }, probe.what)
    }),
  )
  const shown = needed.map(({ probe }, index) => probed(answers[index], probe?.oftenEmpty))
  const whatOf = (wanted: Probed) =>
    needed.flatMap(({ probe }, index) => (probe && shown[index] === wanted ? [probe.what] : []))
  const judged = needed.map(
    ({ right, neededFor }, index): Permission => ({
      right,
      neededFor,
      state: judgeRight(right, shown[index], levels),
    }),
  )
  return {
    permissions: permissionTable(judged),
    member: security.ok ? memberOf(security.value.rows) : null,
    refused: whatOf('refused'),
    empty: whatOf('empty').filter((what) => neverEmpty.includes(what)),
    error: answers.flatMap((answer) => troubleOf(answer) ?? [])[0] ?? null,
  }
}

/** Lists that no working company has empty. */
const neverEmpty = ['companies', 'boards', 'statuses', 'priorities', 'members']

function probed(answer: Result<Page> | undefined, oftenEmpty = false): Probed | undefined {
  if (!answer) return undefined
  if (answer.ok) return oftenEmpty || answer.value.rows.length > 0 ? 'rows' : 'empty'
  return answer.error.code === 'permission-missing' ? 'refused' : 'unknown'
}

/** Answers that speak about the role or the release; anything else is trouble with the way or the server. */
const aboutTheRole: readonly ErrorCode[] = [
  'permission-missing',
  'not-found',
  'request-refused',
  'condition-refused',
]

const troubleOf = (answer: Result<Page> | undefined): AppError | null =>
  answer && !answer.ok && !aboutTheRole.includes(answer.error.code) ? answer.error : null
