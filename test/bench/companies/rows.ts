// The companies of the huge demo organisation, as a snapshot file holds them.
import type { Row } from '../../../main/demo/rows.ts'
import { createWorld } from '../../../main/demo/world/world.ts'
import { rowSchemas } from '../../../shared/reference/collections.ts'
import type { z } from '../../../shared/zod.ts'

/** What reading the file would give: the strings of a parser are laid out otherwise in memory than composed ones. */
const asStored = <T>(schema: z.ZodType<T>, rows: readonly Row[]): T[] =>
  schema.array().parse(JSON.parse(JSON.stringify(rows)))

/** A little above 100,000 companies, with the statuses that make some of them inactive. */
export function hugeCompanies() {
  const world = createWorld('huge', 1, new Date('2026-11-23T10:00:00Z'))
  return {
    companies: asStored(rowSchemas.companies, world.companies.rows),
    statuses: asStored(rowSchemas.companyStatuses, world.companyStatuses.rows),
  }
}
