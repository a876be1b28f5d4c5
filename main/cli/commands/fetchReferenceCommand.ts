// `fetch-reference`: reads the reference data of a connection into a snapshot file.
import { Command, Option } from 'commander'
import { withoutLogin } from '../../../shared/connection/siteAddress.ts'
import { exportSnapshot } from '../../../shared/files/snapshotFile.ts'
import type { ProgressReport } from '../../../shared/ipc/progress.ts'
import { collectionLabels, collectionNames } from '../../../shared/reference/collectionNames.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import { type Environment, environments } from '../../../shared/relationship/relationship.ts'
import { createClient } from '../../connectwise/transport/client.ts'
import { type Refreshed, refreshReference } from '../../connectwise/reference/refresh.ts'
import { type CredentialOptions, readKeys, withCredentials } from '../credentials.ts'
import type { Io, Outcome } from '../io.ts'
import { openNetwork } from '../cliNetwork.ts'
import { checkOut, writeOut } from '../output.ts'
import { table } from '../table.ts'

type Options = CredentialOptions & { out?: string; name?: string; environment: Environment; json?: boolean }

async function run(io: Io, options: Options): Promise<Outcome> {
  const keys = await readKeys(io, options)
  if (!keys.ok) return keys.outcome
  const place = options.out === undefined ? null : await checkOut(options.out, [])
  if (place && !place.ok) return place.outcome
  const [site, companyId] = [withoutLogin(keys.value.site), keys.value.companyId.trim()]
  io.show(`Asking ${site} …`)
  const read = await refreshReference({
    client: createClient({ fetch: await openNetwork(io), keys: keys.value, allowLoopbackHttp: true }),
    connection: { name: options.name ?? companyId, environment: options.environment, site, companyId },
    previous: null,
    signal: io.interruptible(),
    onProgress: progress(io),
  })
  if (!read.ok) return { exitCode: 1, error: `${read.error.message} ${read.error.next ?? ''}`.trim() }
  for (const { message, next } of read.value.problems) io.say(`${message} ${next}`)
  return written(options.out, read.value)
}

/** The snapshot on standard output, or in a file and a summary in its place. */
async function written(out: string | undefined, { snapshot, problems }: Refreshed): Promise<Outcome> {
  const exitCode = snapshot.partial ? 1 : 0
  const file = exportSnapshot(snapshot)
  if (out === undefined) return { exitCode, json: JSON.parse(file) }
  const done = await writeOut(out, file, [])
  if (!done.ok) return done.outcome
  const counts = countsOf(snapshot)
  return {
    exitCode,
    json: { file: out, fetchedAt: snapshot.fetchedAt, counts, partial: snapshot.partial ?? [], problems },
    text: table([
      ...collectionNames.flatMap((name) =>
        name in counts ? [[collectionLabels[name], String(counts[name])]] : [],
      ),
      ['Written to', out],
    ]),
  }
}

const countsOf = ({ collections }: Snapshot) =>
  Object.fromEntries(
    Object.entries(collections).flatMap(([name, rows]) => (rows ? [[name, rows.length]] : [])),
  )

/** A line per finished collection and per wait; between them passing ones, the seconds of a wait counted down. */
function progress(io: Io): (report: ProgressReport) => void {
  let waiting = false
  return (report) => {
    if (report.kind === 'collection') {
      const { collection, done, total, finished } = report
      const label = collectionLabels[collection]
      // What is empty because it could not be read is told with its reason.
      if (finished && done > 0) io.say(`${label}: ${done}`)
      else if (!waiting) io.show(total === null ? `${label}: ${done} …` : `${label}: ${done} of ${total} …`)
    }
    if (report.kind !== 'wait') return
    const begins = !waiting
    waiting = report.seconds > 0
    const tell = begins && !io.isWatched ? io.say : io.show
    if (waiting) tell(`ConnectWise asked us to wait ${report.seconds} s.`)
  }
}

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
    .option('--json', 'with --out: write the summary as JSON')
    .addHelpText(
      'after',
      `
The private key is read from SYNCWRIGHT_PRIVATE_KEY, else from standard input.

Examples:
  syncwright fetch-reference --site na.myconnectwise.net --company-id acme --public-key … --client-id … --out acme.reference.json

Exit code: 0 everything read, 1 some lists could not be read (named in "partial") or none, 2 unusable arguments or files.`,
    )
    // Without a file the result is the snapshot itself, which has one form only.
    .action(async (options: Options) =>
      io.finish(await run(io, options), { json: options.json === true || options.out === undefined }),
    )
