// `handover`: the handover sheet of relationships, as Markdown or as a page to print.
import { extname } from 'node:path'
import { Command } from 'commander'
import { userName } from '../../disk/userName.ts'
import type { Handover } from '../../../shared/files/handover/sheet.ts'
import { sameOrganisation } from '../../../shared/findings/connectionRules.ts'
import { isReady } from '../../../shared/findings/findingsOf.ts'
import type { Snapshot } from '../../../shared/reference/collections.ts'
import { indexReference, type Reference } from '../../../shared/reference/lookup.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import {
  flowsOf,
  handoverOf,
  handoverText,
  libraryForSheet,
  type NamedSample,
} from '../../files/handoverSheet.ts'
import type { BundledSample } from '../../files/packBundle.ts'
import { publishedFinding } from './checkCommand.ts'
import { fileName, readExportOrBundle, readReference, relationshipsNamed } from '../input/inputs.ts'
import { type CommandInput, type CommandOutcome, unusableInput } from '../terminal/outcome.ts'
import type { Io } from '../terminal/io.ts'
import { checkOut, writeOut } from '../terminal/output.ts'
import { readSample } from '../input/sampleInput.ts'
import { countOf } from '../../../shared/text/counts.ts'

type Options = {
  reference?: string
  tickets?: string
  columns?: string
  relationship?: string
  preparedBy?: string
  html?: boolean
  out?: string
  json?: boolean
}

async function run(io: Io, path: string, options: Options): Promise<CommandOutcome> {
  const format = await formatFor(path, options)
  if (!format.ok) return format.outcome
  const file = await readExportOrBundle(io, path)
  if (!file.ok) return file.outcome
  const { snapshots, samples } = file.value
  const chosen = relationshipsNamed(file.value.relationships, options.relationship, path)
  if (!chosen.ok) return chosen.outcome
  const reference = await readReference(io, options.reference)
  if (!reference.ok) return reference.outcome
  const { tickets: samplePath, columns } = options
  const tickets = samplePath === undefined ? null : await readSample(io, samplePath, { flow: null, columns })
  if (tickets && !tickets.ok) return tickets.outcome
  const now = io.now()
  const handovers = chosen.value.map((relationship) => {
    const lists = reference.value ?? carriedFor(relationship, snapshots)
    return handoverOf({
      relationship,
      reference: lists,
      samples: tickets
        ? [
            {
              name: fileName(samplePath ?? ''),
              tickets: tickets.value,
              notRead: tickets.value.notRead.length,
            },
          ]
        : samplesFor(relationship, lists, samples),
      known: { preparedBy: options.preparedBy ?? userName(), exportedAt: file.value.exportedAt },
      now,
    })
  })
  const exitCode = handovers.every((handover) => isFine(handover, reference.value)) ? 0 : 1
  const text = handoverText(format.value, handovers)
  const json = { relationships: handovers.map(published) }
  if (options.out === undefined) return { exitCode, json, text: text.trimEnd() }
  const written = await writeOut(options.out, text, inputsOf(path, options))
  return written.ok
    ? { exitCode, json, text: `${countOf(handovers.length, 'sheet')} written to ${options.out}.` }
    : written.outcome
}

type Format = 'markdown' | 'html'
const endings: Readonly<Record<string, Format>> = { '.html': 'html', '.htm': 'html', '.md': 'markdown' }

const inputsOf = (path: string, { reference, tickets }: Options): string[] =>
  [path, reference, tickets].filter((each) => each !== undefined)

/** What the sheet is written as: what its file's ending says, else what was asked for. */
async function formatFor(path: string, options: Options): Promise<CommandInput<Format>> {
  const asked = options.html ? 'html' : 'markdown'
  if (options.out === undefined) return { ok: true, value: asked }
  const format = endings[extname(options.out).toLowerCase()]
  if (!format) return unusableInput('--out takes a file that ends in .html, .htm or .md.')
  if (options.html && format !== 'html')
    return unusableInput('--html and the ending of --out ask for two kinds of file.')
  const place = await checkOut(options.out, inputsOf(path, options))
  return place.ok ? { ok: true, value: format } : place
}

type Organised = { connection: { site: string; companyId: string } | null }

/** What a bundle carries of the organisation a relationship is about. */
const ofOrganisation =
  ({ apiOverride, connection }: Relationship) =>
  (each: Organised): boolean =>
    each.connection === null || sameOrganisation(each.connection, apiOverride ?? connection)

function carriedFor(relationship: Relationship, snapshots: readonly Snapshot[]): Reference | null {
  const snapshot = snapshots.find(ofOrganisation(relationship))
  return snapshot ? indexReference(snapshot) : null
}

/** What the bundle carries; the sample library for a flow it carries nothing of. */
function samplesFor(
  relationship: Relationship,
  reference: Reference | null,
  samples: readonly BundledSample[],
): NamedSample[] {
  const carried = samples
    .filter(ofOrganisation(relationship))
    .map(({ name, tickets }) => ({ name: `“${name}”`, tickets }))
  const open = flowsOf(relationship).filter((flow) => !carried.some(({ tickets }) => tickets.flow === flow))
  return [...carried, ...open.map((flow) => libraryForSheet(flow, relationship, reference))]
}

/**
 * No error and no failing ticket. A file alone brings no lists: that they are missing is said, but a code that is always 1
 * would say nothing. Tickets of the sample library are there to fail.
 */
const isFine = ({ findings, previews }: Handover, given: Reference | null): boolean =>
  isReady(findings.filter(({ code }) => given !== null || code !== 'snapshot-missing')) &&
  previews.every(
    ({ isLibrary, rows }) => isLibrary === true || rows.every(({ verdict }) => verdict !== 'fail'),
  )

const published = ({ relationship, findings, permissions, previews, listsAsOf }: Handover) => ({
  id: relationship.id,
  ready: isReady(findings),
  findings: findings.map(publishedFinding),
  permissions: permissions.map(({ right, state, neededFor }) => ({ right, state, neededFor })),
  previews: previews.map(({ sample, flow, summary }) => ({ sample, flow, summary })),
  referenceAsOf: listsAsOf,
})

export const handoverCommand = (io: Io): Command =>
  new Command('handover')
    .description('Write the handover sheet: settings, rights, findings and preview, for people')
    .argument('<file>', 'field bundle or relationships export, - for standard input')
    .option('--reference <file>', 'reference snapshot; a bundle brings its own')
    .option('--tickets <file>', 'sample to preview; a bundle brings its own')
    .option('--columns <columns>', 'which column of the sample gives a field, as preview takes it')
    .option('--relationship <id>', 'only this one')
    .option('--prepared-by <name>', 'who hands it over; the user of the system unless given')
    .option('--html', 'a page to print instead of Markdown')
    .option('--out <file>', 'write the sheet there instead of to standard output')
    .option('--json', 'write what the sheet says as JSON')
    .addHelpText(
      'after',
      `
The passphrase of a locked bundle is read from SYNCWRIGHT_PASSPHRASE.

Examples:
  syncwright handover office.syncwright-bundle --out office.html
  syncwright handover contoso.syncwright.json --reference acme.reference.json --tickets sample.json > contoso.md

Without tickets the preview runs on the sample library.

Exit code: 0 written, 1 written and there is a finding of severity error (other than that no lists were given) or a ticket
that fails, 2 unusable arguments or files.`,
    )
    .action(async (path: string, options: Options) => io.finish(await run(io, path, options), options))
