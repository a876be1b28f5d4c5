// The handover sheet of one relationship: settings in the order of the published form, rights, findings, preview, going live.
import { environmentLabels } from '../../connection/environments.ts'
import type { Permission } from '../../connection/connection.ts'
import type { Finding } from '../../findings/findingSeverities.ts'
import { sendsTickets } from '../../relationship/chosenRecords.ts'
import { isReady } from '../../findings/findingsOf.ts'
import { fieldPathOf, fields } from '../../relationship/fields.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import { roleWords } from '../../relationship/roles.ts'
import {
  type Block,
  type Cell,
  sheetCell,
  sheetColumn,
  sheetHeading,
  sheetParagraph,
  sheetTable,
} from './blocks.ts'
import { permissionBlocks } from './permissionBlocks.ts'
import { previewBlocks, type Previewed } from './previewBlocks.ts'
import { settingBlocks } from './settingBlocks.ts'
import { longTime, zonedTime, zoneName } from './zonedTime.ts'
import { goLiveBlocks, type GoneLive } from './goLiveBlocks.ts'
import { countOf } from '../../text/counts.ts'

export type Handover = {
  relationship: Relationship
  findings: readonly Finding[]
  /** What could not be judged, in sentences. */
  unjudged: readonly string[]
  /** The rights the role and settings need. */
  permissions: readonly Permission[]
  previews: readonly Previewed[]
  /** Who wrote it, and from which revision of the app or which file; each where that is known. */
  preparedBy?: string | undefined
  revision?: { number: number; at: string } | undefined
  exportedAt?: string | undefined
  /** When the reference data was read, null without any. */
  listsAsOf: string | null
  writtenAt: Date
  /** The time zone all times stand in, such as `Europe/Lisbon`. */
  zone: string
  /** How far it is on its way to the live service; only the app knows. */
  goLive?: GoneLive | undefined
}

const severities = { error: 'Error', warning: 'Warning', info: 'Info' } as const

const labelOf = (field: string): string => {
  const path = fieldPathOf(field)
  return path ? fields[path].label : field.charAt(0).toUpperCase() + field.slice(1)
}

function findingBlocks({ findings, unjudged }: Handover): Block[] {
  const rows = findings.map(({ severity, field, message, next }) => [
    sheetCell(severities[severity]),
    sheetCell(labelOf(field)),
    sheetCell(message, next),
  ])
  const columns = [
    sheetColumn('Severity', 'word'),
    sheetColumn('Setting'),
    sheetColumn('Finding and what to do'),
  ]
  return [
    sheetHeading(2, 'Open findings'),
    rows.length > 0 ? sheetTable(columns, rows) : sheetParagraph('Nothing was found.'),
    ...unjudged.map(sheetParagraph),
  ]
}

/** `No errors, 2 warnings` */
function findingCount(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']) => findings.filter((each) => each.severity === severity).length
  const [errors, warnings] = [of('error'), of('warning')]
  const words = [
    errors === 0 ? 'no errors' : countOf(errors, 'error'),
    warnings === 0 ? 'no warnings' : countOf(warnings, 'warning'),
  ].join(', ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** What the relationship is for, for somebody who reads of it the first time. */
function leadOf(relationship: Relationship): string {
  const partner = relationship.partner || 'the partner'
  const { companyId } = relationship.apiOverride ?? relationship.connection
  const created = `Tickets of ${partner} are created in the ConnectWise company ${companyId || '(none)'}`
  return sendsTickets(relationship)
    ? `${created}; chosen tickets of that ConnectWise go to ${partner}.`
    : `${created}.`
}

/** The blocks of one relationship's sheet. */
export function sheetOf(handover: Handover): Block[] {
  const { relationship, findings, listsAsOf, writtenAt, zone, goLive, revision, exportedAt } = handover
  const { contractName, partner, role, connection, apiOverride, id } = relationship
  const ready = isReady(findings)
  const steps = goLive?.steps ?? []
  const done = steps.filter(({ state }) => state === 'done').length
  const fact = (label: string, text: string, quiet = ''): [string, Cell] => [label, sheetCell(text, quiet)]
  return [
    {
      kind: 'title',
      text: contractName || id,
      lead: leadOf(relationship),
      written: `Handover sheet, written ${longTime(writtenAt, zone)} (${zoneName(writtenAt, zone)}). No key is part of it.`,
      state: {
        ready,
        words: ready ? 'Ready' : 'Not ready',
        lines: [
          findingCount(findings),
          ...(steps.length > 0 ? [`Go live: ${done} of ${steps.length} done`] : []),
        ],
      },
    },
    {
      kind: 'facts',
      rows: [
        fact('Partner', partner),
        fact('My role', roleWords[role], role === 'target' ? 'receives tickets' : 'sends tickets'),
        fact('Connection', connection.name),
        fact('Environment', environmentLabels[connection.environment]),
        fact(
          'ConnectWise',
          (apiOverride ?? connection).site,
          `company ${(apiOverride ?? connection).companyId}`,
        ),
        fact('Lists as of', listsAsOf ? zonedTime(new Date(listsAsOf), zone) : 'none at hand'),
        ...(revision
          ? [fact('Revision', String(revision.number), `of ${zonedTime(new Date(revision.at), zone)}`)]
          : []),
        ...(exportedAt ? [fact('Exported', zonedTime(new Date(exportedAt), zone))] : []),
        ...(handover.preparedBy ? [fact('Prepared by', handover.preparedBy)] : []),
        fact('Id', '', id),
      ],
    },
    ...settingBlocks(relationship),
    ...permissionBlocks(handover.permissions),
    ...findingBlocks(handover),
    ...previewBlocks(handover.previews),
    ...(goLive ? goLiveBlocks(goLive, zone) : []),
  ]
}
