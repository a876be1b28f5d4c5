// `check`: every finding of every relationship in the files, against a snapshot; for people and for pipelines.
import { Command } from 'commander'
import { asLine } from '../../../shared/text/line.ts'
import type { Finding } from '../../../shared/findings/findingSeverities.ts'
import { fittingReference } from '../../../shared/findings/connectionRules.ts'
import { findingsOf, isReady } from '../../../shared/findings/findingsOf.ts'
import { unjudgedCollections } from '../../../shared/findings/unjudged.ts'
import type { Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Annotation, AnnotationLevel, TestCase } from '../formats/annotation.ts'
import { type FormatOptions, formatOf, withFormats } from '../formats/format.ts'
import { githubAnnotations } from '../formats/github.ts'
import { jsonText } from '../terminal/jsonText.ts'
import { junitReport } from '../formats/junit.ts'
import { sarifLog } from '../formats/sarif.ts'
import { fileLabel, readReference, readRelationshipLines, type RelationshipLines } from '../input/inputs.ts'
import type { Io } from '../terminal/io.ts'
import type { CommandOutcome } from '../terminal/outcome.ts'
import { filesBehind } from '../input/severalFiles.ts'
import { tableText } from '../terminal/table.ts'

const formats = ['text', 'json', 'sarif', 'junit', 'github'] as const
type Format = (typeof formats)[number]
type Options = FormatOptions<Format> & { reference?: string }

/** A relationship with what was found, and where it stands. */
type Checked = {
  file: string
  relationship: Relationship
  ready: boolean
  findings: Finding[]
  /** The line of a finding's field. */
  lineOf: (field: string) => number
}

async function run(io: Io, paths: readonly string[], options: Options): Promise<CommandOutcome> {
  const format = formatOf(options)
  if (!format.ok) return format.outcome
  const files = await filesBehind(paths)
  if (!files.ok) return files.outcome
  const reference = await readReference(io, options.reference)
  if (!reference.ok) return reference.outcome
  const checked: Checked[] = []
  for (const path of files.value.paths) {
    const file = await readRelationshipLines(io, path)
    if (!file.ok) return file.outcome
    checked.push(...check(path, file.value, reference.value, io.now()))
  }
  const used = checked.some(({ relationship }) => fittingReference(relationship, reference.value) !== null)
  const exitCode = checked.every(({ ready }) => ready) ? 0 : 1
  const notJudged = unjudgedCollections(used ? reference.value : null)
  return { exitCode, ...written(format.value, checked, files.value.named, notJudged) }
}

const check = (
  file: string,
  { relationships, lineOf }: RelationshipLines,
  reference: Reference | null,
  now: Date,
): Checked[] =>
  relationships.map((relationship, index) => {
    const findings = findingsOf({ relationship, reference, now })
    return {
      file,
      relationship,
      ready: isReady(findings),
      findings,
      lineOf: (field) => lineOf(placeOf(index, field)),
    }
  })

/** Where a finding's field stands in the file; a snapshot is no part of it. */
const placeOf = (index: number, field: string): string => {
  const place = `relationships[${index}]`
  if (field === 'snapshot') return place
  return /^(?:connection|apiOverride)\b/.test(field) ? `${place}.${field}` : `${place}.settings.${field}`
}

function written(
  format: Format,
  checked: readonly Checked[],
  named: boolean,
  notJudged: readonly string[],
): Omit<CommandOutcome, 'exitCode'> {
  switch (format) {
    case 'text': {
      const blocks = [...checked.map((each) => described(each, named)), ...notJudged]
      return { text: blocks.join('\n\n') || 'No relationships.' }
    }
    case 'json':
      return { pieces: [jsonText({ relationships: checked.map((each) => published(each, named)) })] }
    case 'sarif':
      return { pieces: [jsonText(sarifLog(checked.flatMap(annotations)))] }
    case 'github':
      return { pieces: githubAnnotations(checked.flatMap(annotations)) }
    case 'junit': {
      const failures = checked.filter(({ ready }) => !ready).length
      const totals = { name: 'syncwright check', tests: checked.length, failures }
      return { pieces: junitReport(totals, checked.map(testCase)) }
    }
    default:
      return assertNever(format)
  }
}

const levels: Record<Finding['severity'], AnnotationLevel> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

const annotations = ({ file, relationship, findings, lineOf }: Checked): Annotation[] =>
  findings.map(({ severity, code, field, message, next }) => ({
    level: levels[severity],
    code,
    message: `${asLine(relationship.contractName)}: ${message} ${next}`,
    file: fileLabel(file),
    line: lineOf(field),
  }))

const sentences = (findings: readonly Finding[]): string =>
  findings.map(({ severity, code, message, next }) => `${severity} ${code}: ${message} ${next}`).join('\n')

function testCase({ file, relationship, ready, findings }: Checked): TestCase {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const [first] = errors
  return {
    name: `${asLine(relationship.contractName)} (${relationship.id})`,
    group: fileLabel(file),
    failure: ready || !first ? null : { message: first.message, text: sentences(errors) },
    output: sentences(findings.filter(({ severity }) => severity !== 'error')),
  }
}

const published = ({ file, relationship, ready, findings }: Checked, named: boolean) => ({
  ...(named ? { file } : {}),
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

const described = (
  { file, relationship: { id, contractName }, ready, findings }: Checked,
  named: boolean,
): string =>
  [
    `${named ? `${asLine(file)}: ` : ''}${asLine(contractName)} (${id}): ${ready ? 'Ready' : 'Not ready'}`,
    ...(findings.length === 0 ? [] : [tableText(findings.map(asRow))]),
  ].join('\n')

const asRow = ({ severity, code, field, message, next }: Finding): string[] => [
  `  ${severity}`,
  code,
  field,
  `${message} ${next}`,
]

export const checkCommand = (io: Io): Command =>
  withFormats(new Command('check'), formats)
    .description('Find what would fail or surprise in relationships exports')
    .argument(
      '<file...>',
      'relationships exports (*.syncwright.json), or folders that hold some, - for standard input',
    )
    .option('--reference <file>', 'reference snapshot (*.reference.json) of the same ConnectWise')
    .addHelpText(
      'after',
      `
Examples:
  syncwright check contoso.syncwright.json --reference acme.reference.json
  syncwright check customers --reference acme.reference.json --format sarif > findings.sarif
  syncwright check contoso.syncwright.json --reference acme.reference.json --json | jq '.relationships[].ready'

Exit code: 0 no finding of severity error, 1 at least one, 2 unusable arguments or files.`,
    )
    .action(async (files: string[], options: Options) => io.finish(await run(io, files, options), {}))
