// Gathers what a handover sheet says of a relationship and writes it as Markdown or HTML; the app and the command line alike.
import type { Credentials, Permission } from '../../shared/connection/connection.ts'
import { htmlOf } from '../../shared/files/handover/html.ts'
import { markdownOf } from '../../shared/files/handover/markdown.ts'
import type { Previewed } from '../../shared/files/handover/previewBlocks.ts'
import { type Handover, sheetOf } from '../../shared/files/handover/sheet.ts'
import { longTime, ownZone, zonedTime, zoneName } from '../../shared/files/handover/zonedTime.ts'
import { sendsTickets } from '../../shared/relationship/chosenRecords.ts'
import { fittingReference } from '../../shared/findings/connectionRules.ts'
import { findingsOf } from '../../shared/findings/findingsOf.ts'
import type { AppFacts } from '../../shared/findings/rule.ts'
import { unjudgedCollections } from '../../shared/findings/unjudged.ts'
import type { GoLive, Tick } from '../../shared/golive/goLive.ts'
import { publishedForm } from '../../shared/golive/publishedForm.ts'
import { comparedFor, createdFrom, type Created, goLiveSteps, testedFor } from '../../shared/golive/steps.ts'
import { sampleLibrary } from '../../shared/preview/library/library.ts'
import { defaultFlow, previewSample } from '../../shared/preview/preview.ts'
import type { Flow } from '../../shared/preview/result/previewResult.ts'
import type { Tickets } from '../../shared/preview/sample/tickets.ts'
import type { Reference } from '../../shared/reference/lookup.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import { needsOf } from '../../shared/rights/needs.ts'
import { untestedRights } from '../connectwise/connectionTest/permissions.ts'

/** Tickets to preview, and what people call them. */
export type NamedSample = { name: string; tickets: Tickets; notRead?: number; isLibrary?: boolean }

/** The flow the role is about first, and the other one where it runs as well. */
export const flowsOf = (relationship: Relationship): Flow[] => {
  const first = defaultFlow(relationship.role)
  return relationship.role === 'target' && !sendsTickets(relationship)
    ? [first]
    : [first, first === 'inbound' ? 'outbound' : 'inbound']
}

/** The sample library as a sample of one flow. */
export function libraryForSheet(
  flow: Flow,
  relationship: Relationship,
  reference: Reference | null,
): NamedSample {
  const library = sampleLibrary(relationship, fittingReference(relationship, reference))
  return {
    name: 'the sample library',
    isLibrary: true,
    tickets:
      flow === 'inbound'
        ? { flow, tickets: library.inbound.map(({ ticket }) => ticket) }
        : { flow, tickets: library.outbound.map(({ ticket }) => ticket) },
  }
}

type Facts = {
  relationship: Relationship
  reference: Reference | null
  samples: readonly NamedSample[]
  /** Of the last test; without one the rights that are needed stand there untested. */
  permissions?: readonly Permission[]
  app?: AppFacts
  /** What the app knows beside the settings. */
  known?: Pick<Handover, 'preparedBy' | 'revision' | 'exportedAt'>
  /** What was ticked, and for which draft and keys; files hold none of it. */
  goLive?: {
    state: GoLive
    tested: Tick | null
    draft: RelationshipDraft
    credentials: Credentials | undefined
    keyId?: string | undefined
  }
  now: Date
  /** That of this computer unless given. */
  zone?: string
}

function previewed(
  relationship: Relationship,
  reference: Reference | null,
  { name, tickets, notRead = 0, isLibrary = false }: NamedSample,
): Previewed {
  const { flow, summary, rows } =
    tickets.flow === 'inbound'
      ? previewSample({ relationship, reference, flow: 'inbound', tickets: tickets.tickets })
      : previewSample({ relationship, reference, flow: 'outbound', tickets: tickets.tickets, since: null })
  return { sample: name, flow, summary, rows, notRead, isLibrary }
}

/** How the partner's tickets come out; null without a preview of them. */
function createdOf(previews: readonly Previewed[]): Created | null {
  const previewed = previews.find(({ flow }) => flow === 'inbound')
  return previewed ? createdFrom(previewed.rows, previewed.isLibrary === true) : null
}

/** What the sheet of a relationship says. */
export function handoverOf({
  relationship,
  reference,
  samples,
  permissions = [],
  app,
  known = {},
  goLive,
  now,
  zone = ownZone(),
}: Facts): Handover {
  const fitting = fittingReference(relationship, reference)
  const { role } = relationship
  const findings = findingsOf({ relationship, reference, now, app })
  const previews = samples.map((sample) => previewed(relationship, fitting, sample))
  return {
    relationship,
    findings,
    unjudged: unjudgedCollections(fitting),
    permissions: permissions.length > 0 ? permissions : untestedRights(needsOf(relationship)),
    previews,
    listsAsOf: fitting?.fetchedAt ?? null,
    writtenAt: now,
    zone,
    ...known,
    goLive: goLive && {
      verified: goLive.state.verified,
      steps: goLiveSteps({
        goLive: goLive.state,
        tested: goLive.tested,
        findings,
        form: publishedForm(role, goLive.draft),
        credentials: goLive.credentials ? testedFor(goLive.credentials, goLive.keyId) : '',
        settings: comparedFor(relationship),
        preview: createdOf(previews),
        listsAsOf: fitting?.fetchedAt ?? null,
        offline: false,
        showTime: (iso) => zonedTime(new Date(iso), zone),
      }),
    },
  }
}

/** One text with the sheets of these relationships, one after the other. */
export function handoverText(format: 'markdown' | 'html', handovers: readonly Handover[]): string {
  const sheets = handovers.map(sheetOf)
  const [first] = handovers
  if (format === 'markdown' || !first) return markdownOf(sheets.flat())
  const { contractName, id } = first.relationship
  const title = handovers.length === 1 ? contractName || id : `${handovers.length} relationships`
  const { writtenAt, zone, revision } = first
  const head = {
    title,
    writtenAt: `${longTime(writtenAt, zone)} (${zoneName(writtenAt, zone)})`,
    revision: revision && handovers.length === 1 ? `Revision ${revision.number}.` : '',
  }
  return htmlOf(head, sheets)
}
