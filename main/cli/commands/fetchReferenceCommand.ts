// `fetch-reference`: reads the reference data of a connection into a snapshot file.
import { stat } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { normalisedPlace } from '../../../shared/connection/destination.ts'
import { fileKinds } from '../../../shared/files/fileKind.ts'
import { exportSnapshot, parseSnapshotFile } from '../../../shared/files/snapshotFile.ts'
import type { ProgressReport } from '../../../shared/ipc/progress.ts'
import {
  type CollectionName,
  collectionWords,
  collectionNames,
} from '../../../shared/reference/collectionNames.ts'
import { type Snapshot, snapshotKind, rowCounts } from '../../../shared/reference/collections.ts'
import { type Environment, environments } from '../../../shared/connection/environments.ts'
import { createClient } from '../../connectwise/transport/client.ts'
import { type Refreshed, refreshReference } from '../../connectwise/reference/refresh.ts'
import { type CredentialOptions, readKeys, withCredentials } from '../input/credentials.ts'
import { unusableFile } from '../input/inputs.ts'
import type { CommandInput, CommandOutcome } from '../terminal/outcome.ts'
import type { Io } from '../terminal/io.ts'
import { openNetwork } from '../terminal/cliNetwork.ts'
import { checkOut, writeOut } from '../terminal/output.ts'
import { tableText } from '../terminal/table.ts'
import { sayWhileWaiting } from '../terminal/waiting.ts'

type Options = CredentialOptions & {
  out?: string
  name?: string
  environment: Environment
  anew?: boolean
  json?: boolean
}

async function run(io: Io, options: Options): Promise<CommandOutcome> {
  const keys = await readKeys(io, options)
  if (!keys.ok) return keys.outcome
  const place = options.out === undefined ? null : await checkOut(options.out, [])
  if (place && !place.ok) return place.outcome
  const earlier = await readEarlier(io, options)
  if (!earlier.ok) return earlier.outcome
  const { site, companyId } = normalisedPlace(keys.value)
  io.show(`Asking ${site} …`)
  const { report, awaited } = progress(io, site)
  const read = await sayWhileWaiting(io, awaited, async () =>
    refreshReference({
      client: createClient({ fetch: await openNetwork(io), keys: keys.value, allowLoopbackHttp: true }),
      connection: { name: options.name ?? companyId, environment: options.environment, site, companyId },
      previous: earlier.value,
      isFile: true,
      ...(options.anew && { take: 'all' }),
      signal: io.interruptible(),
      onProgress: report,
    }),
  )
  if (!read.ok) return { exitCode: 1, error: `${read.error.message} ${read.error.next ?? ''}`.trim() }
  for (const { message, next, shorter } of read.value.problems)
    io.say(
      `${message} ${shorter && earlier.value ? 'What comes so again on a later day is taken; --anew takes what ConnectWise says.' : next}`,
    )
  return written(options.out, read.value)
}

/** The snapshot `--out` would replace: its rows count as read before, where it is one of the same ConnectWise. */
async function readEarlier(io: Io, { out }: Options): Promise<CommandInput<Snapshot | null>> {
  const there = out === undefined ? null : await stat(out).catch(() => null)
  if (out === undefined || !there?.isFile()) return { ok: true, value: null }
  const text = await io.readText(out, fileKinds[snapshotKind].bounds.bytes)
  const file = text.ok ? parseSnapshotFile(text.value) : text
  if (!file.ok && file.error.code === 'file-too-new') return unusableFile(out, file)
  if (!file.ok) io.say(`${out}: ${file.error.message} So nothing in it counts as read before.`)
  return { ok: true, value: file.ok ? file.value : null }
}

/** The snapshot on standard output, or in a file and a summary in its place. */
async function written(out: string | undefined, { snapshot, problems }: Refreshed): Promise<CommandOutcome> {
  const exitCode = snapshot.partial ? 1 : 0
  const file = exportSnapshot(snapshot)
  if (out === undefined) return { exitCode, json: JSON.parse(file) }
  const done = await writeOut(out, file, [])
  if (!done.ok) return done.outcome
  const counts = rowCounts(snapshot)
  return {
    exitCode,
    json: { file: out, fetchedAt: snapshot.fetchedAt, counts, partial: snapshot.partial ?? [], problems },
    text: tableText([
      ...collectionNames.flatMap((name) =>
        name in counts ? [[collectionWords[name].label, String(counts[name])]] : [],
      ),
      ['Written to', out],
    ]),
  }
}

/** A line per finished collection and per wait; between them passing ones, and what is waited for every some seconds. */
function progress(io: Io, site: string): { report: (report: ProgressReport) => void; awaited: () => string } {
  let waited = 0
  /** What is not finished yet, and how far it is. */
  const open = new Map<CollectionName, string>()
  const awaited = () =>
    waited > 0
      ? `ConnectWise, which asked for ${waited} s more`
      : `${site}${open.size > 0 ? `, ${[...open.values()].join(', ')}` : ''}`
  const report = (told: ProgressReport) => {
    if (told.kind === 'collection') {
      const { collection, done, total, finished } = told
      const label = collectionWords[collection].label
      const reading = total === null ? `${label}: ${done}` : `${label}: ${done} of ${total}`
      if (finished) open.delete(collection)
      else open.set(collection, reading)
      // What is empty because it could not be read is told with its reason.
      if (finished && done > 0) io.say(`${label}: ${done}`)
      else if (waited === 0) io.show(`${reading} …`)
    }
    if (told.kind !== 'wait') return
    const begins = waited === 0 && told.seconds > 0
    waited = told.seconds
    if (begins) io.say(waitWords(waited))
    else if (waited > 0) io.show(waitWords(waited))
  }
  return { report, awaited }
}

const waitWords = (seconds: number): string => `ConnectWise asked us to wait ${seconds} s.`

export const fetchReferenceCommand = (io: Io): Command =>
  withCredentials(new Command('fetch-reference'))
    .description('Read companies, boards, statuses and the other lists into a snapshot; it only reads')
    .option('--out <file>', 'write the snapshot there instead of to standard output')
    .option('--name <name>', 'name of the connection in the snapshot; the company ID unless given')
    .addOption(
      new Option('--environment <environment>', 'kind of ConnectWise')
        .choices(environments)
        .default('production'),
    )
    .option('--anew', 'take what ConnectWise says, whatever the file in --out holds')
    .option('--json', 'with --out: write the summary as JSON')
    .addHelpText(
      'after',
      `
The private key is read from SYNCWRIGHT_PRIVATE_KEY, else from standard input.

Examples:
  syncwright fetch-reference --site na.myconnectwise.net --company-id acme --public-key … --client-id … --out acme.reference.json

The rows of the file that --out replaces count as read before, where it is of the same site and company: a list that
comes back empty or with less than half of them keeps those, and is named in "partial". What comes so again on a later
day is taken.

Exit code: 0 everything read, 1 some lists could not be read (named in "partial") or none, 2 unusable arguments or files.`,
    )
    // Without a file the result is the snapshot itself, which has one form only.
    .action(async (options: Options) =>
      io.finish(await run(io, options), { json: options.json === true || options.out === undefined }),
    )
