// The handover sheet of one relationship: settings in the order of the published form, rights, findings, preview summary.
import type { Permission } from '../../connection/connection.ts'
import type { Finding } from '../../findings/codes.ts'
import { isReady } from '../../findings/find.ts'
import type { Flow, PreviewSummary, Judgement } from '../../preview/previewResult.ts'
import {
  assumptions,
  reasonWords,
  verdictWords,
  warningWords,
  type Words,
} from '../../preview/words/previewWords.ts'
import { access, valueAt } from '../../relationship/fieldAccess.ts'
import { draftOf } from '../../relationship/effective.ts'
import { type Section, sectionTitles } from '../../relationship/fieldRules.ts'
import { commentTypeOptions, type Field, fieldPathOf, fields, fieldsOf } from '../../relationship/fields.ts'
import { commentTypeSchema, type Relationship } from '../../relationship/relationship.ts'
import { utcSeconds } from '../exportRelationships.ts'
import { type Block, heading, paragraph, table } from './blocks.ts'
import { goLiveBlocks, type GoneLive } from './goLiveBlocks.ts'

/** The sample a preview ran on, by its name, and what came out. */
export type Previewed = { sample: string; flow: Flow; summary: PreviewSummary; rows: readonly Judgement[] }

export type Handover = {
  relationship: Relationship
  findings: readonly Finding[]
  /** What could not be judged, in sentences. */
  unjudged: readonly string[]
  /** The rights the role and settings need. */
  permissions: readonly Permission[]
  previews: readonly Previewed[]
  /** When the reference data was read, null without any. */
  listsAsOf: string | null
  writtenAt: Date
  /** How far it is on its way to the live service; only the app knows. */
  goLive?: GoneLive | undefined
}

const environments = { production: 'Production', sandbox: 'Sandbox', staging: 'Staging' } as const
const states = { granted: 'Granted', missing: 'Missing', untested: 'Not tested' } as const
const flows = {
  inbound: 'From the partner to ConnectWise',
  outbound: 'From ConnectWise to the partner',
} as const
const severities = { error: 'Error', warning: 'Warning', info: 'Info' } as const

const hasText = (value: object, key: string): string | null => {
  const text: unknown = Reflect.get(value, key)
  return typeof text === 'string' ? text : null
}

/** What a setting holds, in words: names with their ids, because ids decide. */
function words(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  if (Array.isArray(value)) return value.map(words).join('; ')
  if (typeof value === 'object') {
    const name = hasText(value, 'name') ?? hasText(value, 'caption') ?? ''
    return 'id' in value ? `${name} (${String(value.id)})` : name
  }
  const type = commentTypeSchema.safeParse(value)
  if (type.success) return commentTypeOptions[type.data].label
  return typeof value === 'string' ? value : ''
}

const sections = Object.keys(sectionTitles) as Section[]

/** Keys are in no file. */
const notHere: Readonly<Record<string, true>> = {
  'apiOverride.publicKey': true,
  'apiOverride.privateKey': true,
  'apiOverride.clientId': true,
}

function settingRows(section: Section, relationship: Relationship): string[][] {
  const draft = draftOf(relationship, '')
  const { role, connection } = relationship
  const inherited: Readonly<Record<string, string>> = {
    'apiOverride.site': connection.site,
    'apiOverride.companyId': connection.companyId,
  }
  const asRow = ({ path, label, required }: Field): string[] => {
    const { mode } = access(role, path, draft)
    const own = words(valueAt(draft, path))
    const shown = mode === 'read' ? `${inherited[path] ?? ''} (from the connection)` : own
    return [label, shown || (required.includes(role) ? 'Not chosen yet' : 'Not chosen')]
  }
  return fieldsOf(section)
    .filter(({ path }) => access(role, path, draft).mode !== 'hidden' && !notHere[path])
    .map(asRow)
}

const labelOf = (field: string): string => {
  const path = fieldPathOf(field)
  return path ? fields[path].label : field.charAt(0).toUpperCase() + field.slice(1)
}

function findingBlocks({ findings, unjudged }: Handover): Block[] {
  const rows = findings.map(({ severity, code, field, message, next }) => [
    severities[severity],
    code,
    labelOf(field),
    message,
    next,
  ])
  return [
    heading(2, 'Open findings'),
    rows.length > 0
      ? table(['Severity', 'Code', 'Setting', 'Finding', 'What to do'], rows)
      : paragraph('Nothing was found.'),
    ...unjudged.map(paragraph),
  ]
}

function permissionBlocks({ permissions }: Handover): Block[] {
  const tested = permissions.some(({ state }) => state !== 'untested')
  return [
    heading(2, 'Permissions'),
    paragraph(
      tested
        ? 'What the API member of the connection may do, as last tested. Rights to write cannot be proven without writing, and Syncwright never writes.'
        : 'What the API member of the connection needs for this role and these settings. Nothing was tested for this sheet.',
    ),
    table(
      ['Right', 'State', 'Needed for'],
      permissions.map(({ right, state, neededFor }) => [right, states[state], neededFor]),
    ),
  ]
}

type Verdict = Judgement['verdict']
const verdictsOf = (summary: PreviewSummary): [Verdict, number][] =>
  'create' in summary
    ? [
        ['create', summary.create],
        ['fail', summary.fail],
      ]
    : [
        ['send', summary.send],
        ['skip', summary.skip],
      ]

const outcomeRow = ({ short, sentence }: Words, count: number): string[] => [short, sentence, String(count)]

/** How often each word occurs, most often first. */
function counted<Code extends string>(
  codes: readonly Code[],
  wordsOf: Readonly<Record<Code, Words>>,
): string[][] {
  const counts = new Map<Code, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([code, count]) => outcomeRow(wordsOf[code], count))
}

function previewBlocks({ previews }: Handover): Block[] {
  if (previews.length === 0)
    return [
      heading(2, 'Preview summary'),
      paragraph('No sample was at hand, so nothing was previewed for this sheet.'),
    ]
  return [
    heading(2, 'Preview summary'),
    ...previews.flatMap(({ sample, flow, summary, rows }) => [
      heading(3, flows[flow]),
      paragraph(`Sample: ${sample}, ${rows.length} ${rows.length === 1 ? 'ticket' : 'tickets'}.`),
      table(
        ['Outcome', 'What it means', 'Tickets'],
        [
          ...verdictsOf(summary).map(([verdict, count]) => outcomeRow(verdictWords[verdict], count)),
          ...counted(
            rows.flatMap(({ reasons }) => reasons),
            reasonWords,
          ),
          ...counted(
            rows.flatMap(({ warnings }) => warnings),
            warningWords,
          ),
        ],
      ),
    ]),
    ...assumptions.slice(0, 1).map(paragraph),
  ]
}

/** The blocks of one relationship's sheet. */
export function sheetOf(handover: Handover): Block[] {
  const { relationship, findings, listsAsOf, writtenAt } = handover
  const { contractName, partner, role, connection, id } = relationship
  return [
    heading(1, contractName || id),
    paragraph(`Handover sheet, written ${utcSeconds(writtenAt)}. No key is part of it.`),
    table(
      ['Relationship', 'Value'],
      [
        ['Contract name', contractName],
        ['Partner', partner],
        ['My role', role === 'target' ? 'Target' : 'Source'],
        ['Connection', `${connection.name} (${environments[connection.environment]})`],
        ['State', isReady(findings) ? 'Ready' : 'Not ready'],
        ['Reference data', listsAsOf ? `as of ${listsAsOf}` : 'none at hand'],
        ['Id', id],
      ],
    ),
    heading(2, 'Settings'),
    ...sections.flatMap((section) => {
      const rows = settingRows(section, relationship)
      return rows.length === 0 ? [] : [heading(3, sectionTitles[section]), table(['Setting', 'Value'], rows)]
    }),
    ...permissionBlocks(handover),
    ...findingBlocks(handover),
    ...previewBlocks(handover),
    ...(handover.goLive ? goLiveBlocks(handover.goLive) : []),
  ]
}
