// Tells whose keys a pair is and how much it sees, so that two pairs can be compared: a narrower role gets fewer rows, not a refusal.
import type { VisibleCounts } from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import { z } from '../../../shared/zod.ts'
import type { Client } from '../transport/client.ts'
import type { ReadOptions } from '../transport/reading.ts'
import { listResources } from '../lists/resources.ts'

type Counted = { what: string; path: string; when: (needs: Needs) => boolean }

const always = () => true
const counted: readonly Counted[] = [
  ...[listResources.companies, listResources.boards, listResources.members].map(
    ({ what, source: { path } }) => ({
      what,
      path,
      when: always,
    }),
  ),
  { what: 'tickets', path: '/service/tickets', when: always },
  { what: 'time entries', path: '/time/entries', when: ({ timeEntries }) => timeEntries },
]

/** Counts what the keys see, one small read each; a list they may not read counts as null. */
export const countSeen = (
  client: Client,
  needs: Needs,
  read: (what: string) => ReadOptions,
): Promise<VisibleCounts['counts']> =>
  Promise.all(
    counted
      .filter(({ when }) => when(needs))
      .map(async ({ what, path }) => {
        const answer = await client.count(path, {}, read(what))
        return { what, count: answer.ok ? answer.value : null }
      }),
  )

const ownerSchema = z.object({
  member: z.object({ identifier: z.string().nullish(), name: z.string().nullish() }),
})

/** Whose rights `/system/mySecurity` lists (OpenAPI model 2022.1, MySecurity); null where no row says. */
export function memberOf(securityRows: readonly unknown[]): string | null {
  for (const row of securityRows) {
    const member = ownerSchema.safeParse(row).data?.member
    const name = member?.identifier || member?.name
    if (name) return name
  }
  return null
}
