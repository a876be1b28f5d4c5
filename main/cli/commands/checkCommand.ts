// `check`: every finding of every relationship in a file, against a snapshot.
import { Command } from 'commander'
import { asLine } from '../../../shared/files/line.ts'
import type { Finding } from '../../../shared/findings/codes.ts'
import { fittingReference } from '../../../shared/findings/connectionRules.ts'
import { find, isReady } from '../../../shared/findings/find.ts'
import { unjudged } from '../../../shared/findings/unjudged.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { readReference, readRelationships } from '../inputs.ts'
import type { Io, Outcome } from '../io.ts'
import { table } from '../table.ts'

type Options = { reference?: string; json?: boolean }
type Checked = { relationship: Relationship; ready: boolean; findings: Finding[] }

async function run(io: Io, file: string, options: Options): Promise<Outcome> {
  const relationships = await readRelationships(io, file)
  if (!relationships.ok) return relationships.outcome
  const reference = await readReference(io, options.reference)
  if (!reference.ok) return reference.outcome
  const now = io.now()
  const checked = relationships.value.map((relationship) => {
    const findings = find({ relationship, reference: reference.value, now })
    return { relationship, ready: isReady(findings), findings }
  })
  const used = relationships.value.some((one) => fittingReference(one, reference.value) !== null)
  return {
    exitCode: checked.every(({ ready }) => ready) ? 0 : 1,
    json: { relationships: checked.map(published) },
    text:
      [...checked.map(described), ...unjudged(used ? reference.value : null)].join('\n\n') ||
      'No relationships.',
  }
}

const published = ({ relationship, ready, findings }: Checked) => ({
  id: relationship.id,
  ready,
  findings: findings.map(publishedFinding),
})

/** Exactly the published members, in their order. */
export const publishedFinding = ({ code, severity, field, message, next }: Finding) => ({
  code,
  severity,
  field,
  message,
  next,
})

const described = ({ relationship: { id, contractName }, ready, findings }: Checked): string =>
  [
    `${asLine(contractName)} (${id}): ${ready ? 'Ready' : 'Not ready'}`,
    ...(findings.length === 0 ? [] : [table(findings.map(asRow))]),
  ].join('\n')

const asRow = ({ severity, code, field, message, next }: Finding): string[] => [
  `  ${severity}`,
  code,
  field,
  `${message} ${next}`,
]

export const checkCommand = (io: Io): Command =>
  new Command('check')
    .description('Find what would fail or surprise in a relationships export')
    .argument('<file>', 'relationships export (*.syncwright.json), - for standard input')
    .option('--reference <file>', 'reference snapshot (*.reference.json) of the same ConnectWise')
    .option('--json', 'write the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  syncwright check contoso.syncwright.json --reference acme.reference.json
  syncwright check contoso.syncwright.json --reference acme.reference.json --json | jq '.relationships[].ready'

Exit code: 0 no finding of severity error, 1 at least one, 2 unusable arguments or files.`,
    )
    .action(async (file: string, options: Options) => io.finish(await run(io, file, options), options))
