// `validate`: whether files of any of our kinds can be read, and every place that is wrong in them.
import { Command } from 'commander'
import { bounds } from '../../../shared/bounds.ts'
import { firstSignOf } from '../../../shared/files/json/firstSign.ts'
import { parseJson } from '../../../shared/files/json/parseJson.ts'
import { decodeText } from '../../../shared/files/text/decodeText.ts'
import { guessText } from '../../../shared/files/text/guessText.ts'
import { fileKinds, kindOf, largestFile } from '../../../shared/files/fileKind.ts'
import { type Parsed, refusedFile, withNotices } from '../../../shared/files/reading/parsed.ts'
import { parseRelationshipsFile } from '../../../shared/files/relationshipsFile.ts'
import { readSnapshotFile } from '../../../shared/files/snapshotFile.ts'
import { isBundle } from '../../files/openBundle.ts'
import { fileName, parseBundle } from '../input/inputs.ts'
import type { Io } from '../terminal/io.ts'
import type { CommandOutcome } from '../terminal/outcome.ts'
import { filesBehind } from '../input/severalFiles.ts'
import { tableText } from '../terminal/table.ts'
import { isPolicy, validatePolicy } from '../input/validatePolicy.ts'
import { validateSample } from '../input/validateSample.ts'
import { countOf } from '../../../shared/text/counts.ts'

async function run(io: Io, paths: readonly string[]): Promise<CommandOutcome> {
  const files = await filesBehind(paths)
  if (!files.ok) {
    const { outcome, path: file } = files
    const problem = { path: '', message: outcome.error ?? '' }
    return { ...outcome, json: { ok: false, errors: [{ ...(paths.length > 1 && { file }), ...problem }] } }
  }
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
      lines.push(
        tableText(problems.map((problem) => [...(named ? [path] : []), problem.path, problem.message])),
      )
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

/** As far as a comment at the head of a file may go. */
const beginningLength = 10_000

async function readAny(io: Io, path: string): Promise<Parsed<string>> {
  const bytes = await io.readBytes(path, largestFile)
  if (!bytes.ok) return bytes
  if (isBundle(bytes.value))
    return described(await parseBundle(io, bytes.value), ({ relationships }) => [
      fileKinds['syncwright.bundle'].title,
      relationships,
      'relationship',
    ])
  const beginning = guessText(bytes.value.subarray(0, beginningLength)).text
  // Our own files are objects and never guessed; a sample may be in any encoding.
  if (firstSignOf(beginning) !== '{') return validateSample(bytes.value)
  const text = decodeText(bytes.value)
  return text.ok ? readText(bytes.value, text.value, path) : text
}

/** What a valid file is and holds, in words. */
function readText(bytes: Uint8Array, text: string, path: string): Parsed<string> {
  const json = parseJson(text, bounds.files.reference)
  if (!json.ok) return json
  const kind = kindOf(json.value)
  // A small file is parsed twice, so that its own size limit holds; a large snapshot is not.
  if (kind === 'syncwright.relationships')
    return described(parseRelationshipsFile(text), ({ relationships }) => [
      fileKinds[kind].title,
      relationships,
      'relationship',
    ])
  if (kind === 'syncwright.reference')
    return described(readSnapshotFile(json.value), ({ collections }) => [
      fileKinds[kind].title,
      Object.values(collections).flatMap((rows) => rows ?? []),
      'row',
    ])
  if (isPolicy(json.value, path)) return validatePolicy(json.value)
  const sample = validateSample(bytes)
  // The manifest of a bundle is no file of its own, and an object without a list is nothing of anybody's.
  return sample.ok || sample.error.code !== 'file-foreign' || Array.isArray(json.value) ? sample : unknownKind
}

const unknownKind = refusedFile(
  'file-foreign',
  'The file is none of the kinds that Syncwright knows.',
  'Choose another file.',
)

function described<T>(
  parsed: Parsed<T>,
  contents: (value: T) => [title: string, entries: readonly unknown[], noun: string],
): Parsed<string> {
  if (!parsed.ok) return parsed
  const [title, entries, noun] = contents(parsed.value)
  return withNotices({ ok: true, value: `${title} with ${countOf(entries.length, noun)}` }, parsed.notices)
}

export const validateCommand = (io: Io): Command =>
  new Command('validate')
    .description('Check that files can be read, and name every place that is wrong')
    .argument(
      '<file...>',
      'relationships exports, reference snapshots, samples, field bundles, policies, or folders of exports, - for standard input',
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
