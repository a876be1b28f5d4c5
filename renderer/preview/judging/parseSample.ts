// A sample file for a flow, in two steps: opened, and read once it is known what its columns mean. The same in page and worker.
import { type Assignment, assignByName } from '../../../shared/files/sample/sampleFields.ts'
import { flowOf, openSample } from '../../../shared/files/sample/openSample.ts'
import {
  overviewOf,
  type SampleOverview,
  speaksForItself,
} from '../../../shared/files/sample/columnsOverview.ts'
import { type FlowSample, readFlow, type SampleUse } from '../../../shared/files/sample/readSample.ts'
import { sampleRemarks } from '../../../shared/files/sample/sampleRemarks.ts'
import type { SampleReading, SampleSource } from '../../../shared/files/sample/source.ts'
import { separatorNames } from '../../../shared/files/sample/tableSource.ts'
import type { Parsed } from '../../../shared/files/reading/parsed.ts'
import type { SampleTickets } from '../../../shared/preview/sample/tickets.ts'

export type ParsedSample = {
  data: SampleTickets
  /** Why single rows are no part of it. */
  problems: readonly string[]
  /** How the file was read: what was guessed, and which columns give what. */
  remarks: readonly string[]
}

export type OpenedSample = {
  /** What to ask about; null for a file that says everything itself. */
  overview: SampleOverview | null
  read: (assignment?: Assignment) => Parsed<ParsedSample>
}

const dataOf = (sample: FlowSample): SampleTickets =>
  sample.flow === 'inbound'
    ? { flow: 'inbound', tickets: sample.tickets }
    : { flow: 'outbound', tickets: sample.tickets }

/** Of one column nobody can say which is the key and which the summary, unless another separator makes several of it. */
const canBeAsked = ({ form, columns: [first = '', ...others] }: SampleSource): boolean =>
  others.length > 0 || (form === 'table' && Object.keys(separatorNames).some((sign) => first.includes(sign)))

/**
 * Opens the bytes of a sample file. ConnectWise tickets serve the inbound flow as if the partner had sent them. Whoever
 * chose how it is read is asked about the columns in any case.
 */
export function parseSample(
  use: SampleUse,
  bytes: Uint8Array,
  reading: SampleReading = {},
): Parsed<OpenedSample> {
  const source = openSample(bytes, reading)
  if (!source.ok) return source
  const isForeign =
    Object.keys(reading).length > 0 ||
    (use === 'inbound' &&
      flowOf(source.value) === 'inbound' &&
      canBeAsked(source.value) &&
      !speaksForItself(source.value))
  return {
    ok: true,
    value: {
      overview: isForeign ? overviewOf(source.value) : null,
      read(assignment) {
        const sample = readFlow(source.value, use, assignment)
        if (!sample.ok) return sample
        const { notRead } = sample.value
        // Whoever was asked about the columns has seen how the file is read.
        const remarks =
          assignment || use !== 'inbound'
            ? []
            : sampleRemarks(source.value, assignByName(source.value.columns))
        const problems = notRead.map(({ row, reason }) => `Row ${row}: ${reason}`)
        return { ok: true, value: { data: dataOf(sample.value), problems, remarks } }
      },
    },
  }
}
