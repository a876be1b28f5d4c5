// `validate`: whether files of any of our kinds can be read, and every place that is wrong in them.
import { Command } from 'commander'
import { bounds } from '../../../shared/files/bounds.ts'
import { parseJson } from '../../../shared/files/json/parseJson.ts'
import { decodeText } from '../../../shared/files/text/decodeText.ts'
import { fileKinds, kindOf, largestFile } from '../../../shared/files/fileKind.ts'
import type { FileProblem, Parsed } from '../../../shared/files/parsed.ts'
import { invalid, refused, withNotices } from '../../../shared/files/parsed.ts'
import { mostProblems, problemsOf } from '../../../shared/files/problems.ts'
import { parseRelationshipsFile } from '../../../shared/files/relationshipsFile.ts'
import {
  areTooMany,
  largestSample,
  parseInboundSample,
  sampleTooLarge,
  tooManyTickets,
} from '../../../shared/files/sample/readSample.ts'
import { readSnapshotFile } from '../../../shared/files/snapshotFile.ts'
import { publishedPartnerTicketSchema, serviceTicketSchema } from '../../../shared/preview/sample/sample.ts'
import type { z } from '../../../shared/zod.ts'
import { isBundle } from '../../files/openBundle.ts'
import { fileName, parseBundle } from '../inputs.ts'
import type { Io, Outcome } from '../io.ts'
import { filesOf } from '../severalFiles.ts'
import { count, table } from '../table.ts'

async function run(io: Io, paths: readonly string[]): Promise<Outcome> {
  const files = await filesOf(paths)
  if (!files.ok) return files.outcome
  const { named } = files.value
  const errors: object[] = []
  const lines: string[] = []
  const sentences: string[] = []
  for (const path of files.value.paths) {
    const contents = await readAny(io, path)
    if (contents.ok) {
      for (const notice of contents.notices ?? []) io.say(`${fileName(path)}: ${notice}`)
      lines.push(`${fileName(path)}: valid ${contents.value}.`)
      continue
    }
    const { problems, error } = contents
    errors.push(...problems.map((problem) => ({ ...(named ? { file: path } : {}), ...problem })))
    sentences.push(`${fileName(path)}: ${error.message}`)
    if (error.code === 'file-invalid')
      lines.push(table(problems.map((problem) => [...(named ? [path] : []), problem.path, problem.message])))
  }
  // Each sentence stands alone; the last one is what the command ends with.
  for (const sentence of sentences.slice(0, -1)) io.say(sentence)
  const error = sentences.at(-1)
  return {
    exitCode: error === undefined ? 0 : 2,
    json: { ok: error === undefined, errors },
    ...(lines.length > 0 ? { text: lines.join('\n') } : {}),
    ...(error === undefined ? {} : { error }),
  }
}

async function readAny(io: Io, path: string): Promise<Parsed<string>> {
  const bytes = await io.readBytes(path, largestFile)
  if (!bytes.ok) return bytes
  if (isBundle(bytes.value))
    return described(await parseBundle(io, bytes.value), ({ relationships }) => [
      fileKinds['syncwright.bundle'].title,
      relationships,
      'relationship',
    ])
  const text = decodeText(bytes.value)
  return text.ok ? read(text.value) : text
}

/** What a valid file is and holds, in words. */
function read(text: string): Parsed<string> {
  if (isCsv(text)) return readCsvSample(text)
  const json = parseJson(text, bounds.reference)
  if (!json.ok) return json
  if (Array.isArray(json.value)) return text.length > largestSample ? sampleTooLarge : readSample(json.value)
  const kind = kindOf(json.value)
  // The manifest of a bundle is no file of its own.
  if (kind === null || kind === 'syncwright.bundle')
    return refused(
      'file-foreign',
      'The file is none of the kinds that Syncwright knows.',
      'Choose another file.',
    )
  // A small file is parsed twice, so that its own size limit holds; a large snapshot is not.
  return kind === 'syncwright.relationships'
    ? described(parseRelationshipsFile(text), ({ relationships }) => [
        fileKinds[kind].title,
        relationships,
        'relationship',
      ])
    : described(readSnapshotFile(json.value), ({ collections }) => [
        fileKinds[kind].title,
        Object.values(collections).flatMap((rows) => rows ?? []),
        'row',
      ])
}

function described<T>(
  parsed: Parsed<T>,
  contents: (value: T) => [title: string, entries: readonly unknown[], noun: string],
): Parsed<string> {
  if (!parsed.ok) return parsed
  const [title, entries, noun] = contents(parsed.value)
  return withNotices({ ok: true, value: `${title} with ${count(entries.length, noun)}` }, parsed.notices)
}

/** A first line with both required columns; JSON begins otherwise. */
const isCsv = (text: string): boolean => /^\uFEFF?(?![[{\s])(?=.*\bkey\b).*\bsummary\b/i.test(text)

/** A file with bad rows can be previewed, because they are skipped; valid it is not. */
function readCsvSample(text: string): Parsed<string> {
  const sample = parseInboundSample(text)
  if (!sample.ok || sample.value.problems.length === 0)
    return described(sample, ({ tickets }) => ['inbound sample', tickets, 'ticket'])
  return invalid(
    'inbound sample',
    sample.value.problems.map(({ row, message }) => ({ path: `row ${row}`, message })),
  )
}

/** Tickets of the partner have a key, tickets of ConnectWise an id. */
function readSample(rows: readonly unknown[]): Parsed<string> {
  if (areTooMany(rows)) return tooManyTickets
  const isInbound = rows.some((row) => typeof row === 'object' && row !== null && 'key' in row)
  const title = isInbound ? 'inbound sample' : 'outbound sample'
  const schema: z.ZodType = isInbound ? publishedPartnerTicketSchema : serviceTicketSchema
  const problems: FileProblem[] = []
  for (const [index, row] of rows.entries()) {
    const ticket = schema.safeParse(row)
    if (!ticket.success) problems.push(...problemsOf(ticket.error, row, [index]))
    if (problems.length >= mostProblems) break
  }
  return problems.length > 0
    ? invalid(title, problems.slice(0, mostProblems))
    : { ok: true, value: `${title} with ${count(rows.length, 'ticket')}` }
}

export const validateCommand = (io: Io): Command =>
  new Command('validate')
    .description('Check that files can be read, and name every place that is wrong')
    .argument(
      '<file...>',
      'relationships exports, reference snapshots, samples, field bundles, or folders of exports, - for standard input',
    )
    .option('--json', 'write the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  syncwright validate contoso.syncwright.json fabrikam.syncwright.json
  syncwright validate customers
  syncwright validate acme.reference.json --json | jq '.errors[].path'
  syncwright validate office.syncwright-bundle

The passphrase of a locked bundle is read from SYNCWRIGHT_PASSPHRASE.

Exit code: 0 valid, 2 not.`,
    )
    .action(async (files: string[], options: { json?: boolean }) => io.finish(await run(io, files), options))
