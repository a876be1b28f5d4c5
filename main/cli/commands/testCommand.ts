// `test`: which stage of reaching ConnectWise fails, and which rights the role and settings need.
import { Command, Option } from 'commander'
import { type Stage, stageNames, type TestResult } from '../../../shared/connection/connection.ts'
import { parseSite } from '../../../shared/connection/siteAddress.ts'
import { type Role, roles } from '../../../shared/relationship/roles.ts'
import { inspectTls } from '../../connectwise/connectionTest/inspectTls.ts'
import { reachHost } from '../../connectwise/connectionTest/reach.ts'
import { testConnection } from '../../connectwise/connectionTest/testConnection.ts'
import { type CredentialOptions, readKeys, withCredentials } from '../input/credentials.ts'
import type { Io } from '../terminal/io.ts'
import type { CommandOutcome } from '../terminal/outcome.ts'
import { openNetwork } from '../terminal/cliNetwork.ts'
import { tableText } from '../terminal/table.ts'
import { sayWhileWaiting } from '../terminal/waiting.ts'

type Options = CredentialOptions & {
  role: Role
  timeEntries?: boolean
  reverseSync?: boolean
  json?: boolean
}

async function run(io: Io, options: Options): Promise<CommandOutcome> {
  const keys = await readKeys(io, options, { blank: true })
  if (!keys.ok) return keys.outcome
  const fetch = await openNetwork(io)
  const host = parseSite(keys.value.site)?.host ?? 'the site'
  let done = 0
  const awaited = () => `${host}, stage ${stageNames[done] ?? 'access'}`
  const result = await sayWhileWaiting(io, awaited, () =>
    testConnection({
      fetch,
      keys: keys.value,
      needs: {
        role: options.role,
        timeEntries: options.timeEntries ?? false,
        attachments: true,
        reverseSync: options.role === 'target' && (options.reverseSync ?? false),
      },
      allowLoopbackHttp: true,
      inspectTls,
      reach: reachHost,
      signal: io.interruptible(),
      onStage: ({ stage, code }) => {
        done += 1
        if (io.isWatched) io.say(`${stage}: ${code}`)
      },
    }),
  )
  return { exitCode: result.ok ? 0 : 1, json: published(result), text: described(result) }
}

const published = ({ ok, baseUrl, stages, permissions }: TestResult) => ({
  ok,
  baseUrl,
  stages: stages.map(({ stage, ok, ms, code, message, next }) => ({ stage, ok, ms, code, message, next })),
  permissions: permissions.map(({ right, state, neededFor }) => ({ right, state, neededFor })),
})

/** One that was not run took no time and has nothing to say. */
const stageLine = ({ stage, ok, ms, message }: Stage): string[] =>
  ok === null ? [stage, 'not run', '', ''] : [stage, ok ? 'ok' : 'failed', `${ms} ms`, message]

function described({ baseUrl, stages, permissions }: TestResult): string {
  return [
    `Base URL: ${baseUrl || 'not found'}`,
    tableText(stages.map(stageLine)),
    ...stages.flatMap(advice),
    ...(permissions.length > 0
      ? [tableText(permissions.map(({ right, state, neededFor }) => [right, state, neededFor]))]
      : []),
  ].join('\n\n')
}

/** What to do, and the raw answer where there is one; a passed stage may have advice as well. */
const advice = ({ next, detail }: Stage): string[] => [next, detail ?? ''].filter((text) => text !== '')

export const testCommand = (io: Io): Command =>
  withCredentials(new Command('test'))
    .description('Test a connection to ConnectWise stage by stage; it only reads')
    .addOption(new Option('--role <role>', 'what this ConnectWise is').choices(roles).default('target'))
    .option('--time-entries', 'also test what syncing time entries needs')
    .option('--reverse-sync', 'also test what reverse sync needs (role target)')
    .option('--json', 'write the result as JSON')
    .addHelpText(
      'after',
      `
The private key is read from SYNCWRIGHT_PRIVATE_KEY, else from standard input.

Examples:
  syncwright test --site na.myconnectwise.net --company-id acme --public-key … --client-id … < key.txt
  syncwright test --site psa.example.test --company-id acme --public-key … --client-id … --time-entries --json

Exit code: 0 all stages passed, 1 one failed, 2 unusable arguments.`,
    )
    .action(async (options: Options) => io.finish(await run(io, options), options))
