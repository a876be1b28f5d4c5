// Whether a file is a valid sample: every row one that can be previewed, and in our own form as it is published.
import { flowOf, openSample } from '../../../shared/files/sample/openSample.ts'
import { assignByName } from '../../../shared/files/sample/sampleFields.ts'
import { partnerRow } from '../../../shared/files/sample/partnerRow.ts'
import { isOwnList, readFlow } from '../../../shared/files/sample/readSample.ts'
import { sampleRemarks } from '../../../shared/files/sample/sampleRemarks.ts'
import type { SampleSource } from '../../../shared/files/sample/source.ts'
import {
  type FileProblem,
  invalidFile,
  type Parsed,
  withNotices,
} from '../../../shared/files/reading/parsed.ts'
import { mostProblems, problemsOf } from '../../../shared/files/reading/problems.ts'
import { publishedPartnerTicketSchema } from '../../../shared/preview/sample/sample.ts'
import { countOf } from '../../../shared/text/counts.ts'

/** Places in a list of our own that the published form does not have. */
function ownProblems(source: SampleSource): FileProblem[] {
  const assignment = assignByName(source.columns)
  const problems: FileProblem[] = []
  for (const row of source.rows()) {
    const { value, problem } = partnerRow(row, assignment, true)
    const ticket = problem === null ? publishedPartnerTicketSchema.safeParse(value) : null
    if (ticket && !ticket.success) problems.push(...problemsOf(ticket.error, value, [row.row - 1]))
    if (problem !== null) problems.push({ path: `[${row.row - 1}]`, message: problem })
    if (problems.length >= mostProblems) break
  }
  return problems.slice(0, mostProblems)
}

/** What a valid sample is and holds, in words. */
export function validateSample(bytes: Uint8Array): Parsed<string> {
  const source = openSample(bytes)
  if (!source.ok) return source
  const flow = flowOf(source.value)
  const title = `${flow} sample`
  const sample = readFlow(source.value, flow)
  if (!sample.ok) return sample
  const { tickets, notRead } = sample.value
  const isOwn = flow === 'inbound' && isOwnList(source.value)
  const place = (row: number): string => (source.value.form === 'list' ? `[${row - 1}]` : `row ${row}`)
  const problems = isOwn
    ? ownProblems(source.value)
    : notRead.slice(0, mostProblems).map(({ row, reason }) => ({ path: place(row), message: reason }))
  if (problems.length > 0) return invalidFile(title, problems)
  const said = flow === 'inbound' ? sampleRemarks(source.value, assignByName(source.value.columns)) : []
  return withNotices({ ok: true, value: `${title} with ${countOf(tickets.length, 'ticket')}` }, said)
}
