// Finds out what a key pair may do: one small read per picker and right, and ConnectWise's own table of rights where it can be read.
import type { Permission } from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import { z } from '../../../shared/zod.ts'
import type { Failure, FailureCode, Reply } from '../failure/failure.ts'
import type { Client, Page, Query } from '../transport/client.ts'
import type { ReadOptions } from '../transport/reading.ts'
import {
  judgeRight,
  neededRights,
  permissionTable,
  type Probe,
  type Probed,
  readLevels,
} from './permissions.ts'
import { readRightsTable } from './rightsTable.ts'
import type { StageRun } from './stage.ts'
import { type ProbedAccess, accessVerdict, isUnlicensed } from './verdicts.ts'
import { countSeen, memberOf } from './visibleCounts.ts'

const idSchema = z.object({ id: z.int() })
const idsOf = (answer: Reply<Page>): number[] =>
  answer.ok ? answer.value.rows.flatMap((row) => idSchema.safeParse(row).data?.id ?? []) : []

/** A role may be refused one board and given the others, so a right is missing only where none of some can be read. */
const boardsTried = 10

export const accessStage: StageRun = async ({ client, needs, look, mask, read }, { info }, signal) => {
  const [access, counts] = await Promise.all([
    probeAccess(client, needs, (what) => read(signal, what)),
    look ? countSeen(client, needs, (what) => read(signal, what)) : undefined,
  ])
  const { permissions, member } = access
  const unlicensed = isUnlicensed(info)
  return {
    verdict: accessVerdict(access, unlicensed),
    found: {
      permissions,
      sight: { member: member && mask(member), counts: counts ?? [], ...(unlicensed && { unlicensed }) },
    },
  }
}

/** Probes everything the chosen role and settings need. Reads only, a row or less each. */
export async function probeAccess(
  client: Client,
  needs: Needs,
  read: (what: string) => ReadOptions,
): Promise<ProbedAccess> {
  const ask = (path: string, query: Query, what: string) =>
    client.list(path, { pageSize: 1, ...query }, read(what))
  const someBoards = { fields: 'id', pageSize: boardsTried }
  // Statuses belong to a board and attachments to a ticket, so one of each is looked up first.
  const table = readRightsTable(client, read('rights'))
  const [lightBoards, tickets] = await Promise.all([
    ask('/service/info/boards', someBoards, 'boards'),
    ask('/service/tickets', { fields: 'id' }, 'tickets'),
  ])
  // Older releases have only the full list.
  const boards = lightBoards.ok ? lightBoards : await ask('/service/boards', someBoards, 'boards')
  const [ticket] = idsOf(tickets)
  const boardIds = idsOf(boards)

  /** What a board refuses another one may answer, so that boards are asked until one does. */
  async function askProbe({ path, query, what }: Probe): Promise<Reply<Page> | undefined> {
    const paths = new Set([...boardIds, undefined].flatMap((board) => path({ board, ticket }) ?? []))
    let answer: Reply<Page> | undefined
    for (const each of paths) {
      answer = await ask(each, { fields: 'id', ...query?.({ ticket }) }, what)
      if (answer.ok || answer.error.code !== 'permission-missing') break
    }
    return answer
  }
  const needed = neededRights.filter(({ when }) => when(needs))
  const answers = await Promise.all(
    needed.map(async ({ probe }) => (probe?.what === 'tickets' ? tickets : probe && askProbe(probe))),
  )
  const security = await table
  const levels = security && readLevels(security)
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
    member: security && memberOf(security),
    refused: whatOf('refused'),
    empty: whatOf('empty').filter((what) => neverEmpty.includes(what)),
    error: answers.flatMap((answer) => troubleOf(answer) ?? [])[0] ?? null,
  }
}

/** Lists that no working company has empty. */
const neverEmpty = ['companies', 'boards', 'statuses', 'priorities', 'members']

function probed(answer: Reply<Page> | undefined, oftenEmpty = false): Probed | undefined {
  if (!answer) return undefined
  if (answer.ok) return oftenEmpty || answer.value.rows.length > 0 ? 'rows' : 'empty'
  return answer.error.code === 'permission-missing' ? 'refused' : 'unknown'
}

/** Answers that speak about the role or the release; anything else is trouble with the way or the server. */
const aboutTheRole: readonly FailureCode[] = ['permission-missing', 'not-found', 'condition-refused']

const troubleOf = (answer: Reply<Page> | undefined): Failure | null =>
  answer && !answer.ok && !aboutTheRole.includes(answer.error.code) ? answer.error : null
