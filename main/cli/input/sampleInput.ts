// Reads a sample file for a command: any system's, with the columns that were named, and says what was taken for what.
import { setFlagsFromString } from 'node:v8'
import {
  assignColumns,
  type GivenColumns,
  readColumnsOption,
} from '../../../shared/files/sample/columnsOption.ts'
import { assignByName } from '../../../shared/files/sample/sampleFields.ts'
import { flowOf, largestSample, openSample } from '../../../shared/files/sample/openSample.ts'
import {
  type FlowSample,
  missingFields,
  readFlow,
  type SampleUse,
} from '../../../shared/files/sample/readSample.ts'
import type { Parsed } from '../../../shared/files/reading/parsed.ts'
import { sampleRemarks } from '../../../shared/files/sample/sampleRemarks.ts'
import type { SampleSource } from '../../../shared/files/sample/source.ts'
import { fileName, unusableFile } from './inputs.ts'
import { type CommandInput, unusableInput } from '../terminal/outcome.ts'
import type { Io } from '../terminal/io.ts'

type Wanted = {
  /** Without one the rows themselves decide. */
  flow: SampleUse | null
  /** The text of `--columns`. */
  columns?: string | undefined
}

const mostRows = 100
const largeSample = 16_000_000

/** The columns of the option. Exit 2 for what it is not. */
function givenColumns(option: string | undefined): CommandInput<GivenColumns | null> {
  if (option === undefined) return { ok: true, value: null }
  const given = readColumnsOption(option)
  return given.ok ? given : unusableInput(given.message)
}

/** A function of its own, so that the bytes are gone before the tickets are made. */
async function openFile(io: Io, path: string): Promise<Parsed<SampleSource>> {
  const bytes = await io.readBytes(path, largestSample)
  // Half a million tickets are worth a slower run that keeps its memory small.
  if (bytes.ok && bytes.value.length > largeSample) setFlagsFromString('--optimize-for-size')
  return bytes.ok ? openSample(bytes.value) : bytes
}

/** The tickets that can be read; rows that cannot are named on standard error. */
export async function readSample(io: Io, path: string, wanted: Wanted): Promise<CommandInput<FlowSample>> {
  const name = fileName(path)
  const given = givenColumns(wanted.columns)
  if (!given.ok) return given
  const source = await openFile(io, path)
  if (!source.ok) return unusableFile(path, source)
  const { columns } = source.value
  const flow = wanted.flow ?? flowOf(source.value)
  if (given.value && flow === 'outbound')
    io.say(
      `${name}: --columns is for partner tickets. These are read as ConnectWise tickets, so it is not used.`,
    )
  const assigned = given.value && flow === 'inbound' ? assignColumns(columns, given.value) : null
  if (assigned && !assigned.ok)
    return unusableInput(
      `${name}: ${assigned.message} The columns found are ${columns.join(', ') || 'none'}.`,
    )
  const sample = readFlow(source.value, flow, assigned?.value)
  if (!sample.ok) {
    const assignment = assigned?.value ?? assignByName(columns)
    const missing = flow === 'inbound' ? missingFields(source.value, assignment) : []
    const option =
      missing.length > 0 && source.value.headerBelow === undefined
        ? ` Name it with --columns ${missing.map((field) => `${field}=…`).join(',')}.`
        : ''
    return unusableInput(`${name}: ${sample.error.message}${option}`)
  }
  if (flow === 'inbound' && flowOf(source.value) === 'inbound')
    for (const said of sampleRemarks(source.value, assigned?.value ?? assignByName(columns)))
      io.say(`${name}: ${said}`)
  else for (const said of source.value.guesses) io.say(`${name}: ${said}`)
  const { notRead } = sample.value
  for (const { row, reason } of notRead.slice(0, mostRows)) io.say(`${name}, row ${row}: ${reason}`)
  if (notRead.length > mostRows) io.say(`${name}: ${notRead.length - mostRows} more rows were not read.`)
  return sample
}
