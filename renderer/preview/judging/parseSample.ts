// A sample file for a flow, in two steps: opened, and read once it is known what its columns mean. The same in page and worker.
import type { Assignment } from '../../../shared/files/sample/sampleFields.ts'
import { flowOf, openSample } from '../../../shared/files/sample/openSample.ts'
import { overviewOf, type SampleOverview, speaksForItself } from '../../../shared/files/sample/overview.ts'
import { type FlowSample, readFlow } from '../../../shared/files/sample/readSample.ts'
import { saidOf } from '../../../shared/files/sample/said.ts'
import { assignByName } from '../../../shared/files/sample/sampleFields.ts'
import type { Parsed } from '../../../shared/files/reading/parsed.ts'
import type { Flow } from '../../../shared/preview/result/previewResult.ts'
import type { SampleTickets } from '../../../shared/preview/sample/tickets.ts'

export type ParsedSample = { data: SampleTickets; problems: readonly string[]; notRead: number }

export type OpenedSample = {
  /** What to ask about; null for a file that says everything itself. */
  overview: SampleOverview | null
  read: (assignment?: Assignment) => Parsed<ParsedSample>
}

const dataOf = (sample: FlowSample): SampleTickets =>
  sample.flow === 'inbound'
    ? { flow: 'inbound', tickets: sample.tickets }
    : { flow: 'outbound', tickets: sample.tickets }

/** Opens the bytes of a sample file. ConnectWise tickets serve the inbound flow as if the partner had sent them. */
export function parseSample(flow: Flow, bytes: Uint8Array): Parsed<OpenedSample> {
  const source = openSample(bytes)
  if (!source.ok) return source
  // Of one column nobody can say which is the key and which the summary.
  const isForeign =
    flow === 'inbound' &&
    flowOf(source.value) === 'inbound' &&
    source.value.columns.length > 1 &&
    !speaksForItself(source.value)
  return {
    ok: true,
    value: {
      overview: isForeign ? overviewOf(source.value) : null,
      read(assignment) {
        const sample = readFlow(source.value, flow, assignment)
        if (!sample.ok) return sample
        const { notRead } = sample.value
        // Whoever was asked about the columns has seen how the file is read.
        const said =
          assignment || flow === 'outbound' ? [] : saidOf(source.value, assignByName(source.value.columns))
        const problems = [...said, ...notRead.map(({ row, reason }) => `Row ${row}: ${reason}`)]
        return { ok: true, value: { data: dataOf(sample.value), problems, notRead: notRead.length } }
      },
    },
  }
}
