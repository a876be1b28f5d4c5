// What really happened: the tickets of the first sync beside what the preview of the same sample said.
import { chosenRecords, landingBoard } from '../../relationship/chosenRecords.ts'
import { memberName } from '../../reference/collections.ts'
import type { Reference } from '../../reference/lookup.ts'
import type { Relationship } from '../../relationship/relationship.ts'
import { prepareInbound } from '../rules/inbound.ts'
import { matchingIn } from '../rules/matching.ts'
import { prepareOutbound } from '../rules/outbound.ts'
import { isBlank } from '../../text/cleanText.ts'
import { parseTime } from '../rules/parseTime.ts'
import { referenceMembers } from '../rules/referenceMembers.ts'
import type { ServiceTicket } from '../sample/sample.ts'
import type { Tickets } from '../sample/tickets.ts'
import type { NameOf } from './compareTicket.ts'
import { distinctTickets } from './distinctRows.ts'
import { verifyInbound } from './verifyInbound.ts'
import { verifyOutbound } from './verifyOutbound.ts'
import type { VerifyResult, VerifyRow } from './verifyResult.ts'

export type Verification = {
  relationship: Relationship
  reference: Reference | null
  sample: Tickets
  /** The tickets that are there now. */
  actual: readonly ServiceTicket[]
  /** The start of the first sync (ISO 8601): what was entered before is none of it. */
  since: string | null
  /** The tickets are those of a whole board, so what the sync did not make is told by who entered it. */
  wholeBoard?: boolean
}

/** The names the reference data knows, else the settings. */
export function namesOf(relationship: Relationship, reference: Reference | null): NameOf {
  const chosen = chosenRecords(relationship)
  return (value, id) => {
    const collection = referenceMembers[value]
    const member = collection === 'members' ? reference?.members?.get(id) : undefined
    if (member) return memberName(member)
    const row = reference?.[collection]?.get(id)
    const name = row && 'name' in row ? row.name : null
    return name || (chosen.find((one) => one.collection === collection && one.id === id)?.name ?? null)
  }
}

/** Tickets entered before the start are none of this sync; one that does not say when counts. */
export function enteredSince(
  tickets: readonly ServiceTicket[],
  since: string | null,
): readonly ServiceTicket[] {
  const noted = parseTime(since)
  if (noted === null) return tickets
  // ConnectWise keeps whole seconds: what is entered in the second of the start is entered since.
  const start = Math.floor(noted / 1000) * 1000
  return tickets.filter(({ _info }) => (parseTime(_info?.dateEntered) ?? start) >= start)
}

/** Tickets on the landing board that no row may be; of a whole board those with a partner's key or by the sync's member. */
function extraOf(
  others: readonly ServiceTicket[],
  rows: readonly VerifyRow[],
  given: Verification,
): number[] {
  const landing = landingBoard(given.relationship)?.id
  const matched = new Set(rows.map(({ ticket }) => ticket))
  const syncMembers = new Set(
    given.actual.flatMap(({ id, _info }) => (matched.has(id) && _info?.enteredBy ? [_info.enteredBy] : [])),
  )
  return others
    .filter(({ board }) => landing !== undefined && board?.id === landing)
    .filter(
      ({ externalXRef, _info }) =>
        !given.wholeBoard || !isBlank(externalXRef) || syncMembers.has(_info?.enteredBy ?? ''),
    )
    .map(({ id }) => id)
}

/** Compares without any network: the expected side is the preview of the same sample. */
export function verifySample(given: Verification): VerifyResult {
  const { relationship, reference, sample } = given
  const nameOf = namesOf(relationship, reference)
  const actual = distinctTickets(given.actual)
  const compared =
    sample.flow === 'inbound'
      ? verifyInbound(
          sample.tickets,
          prepareInbound({ relationship, reference }).row,
          enteredSince(actual, given.since),
          { nameOf, matching: matchingIn(reference) },
        )
      : verifyOutbound(
          sample.tickets,
          prepareOutbound({ relationship, reference, since: null }).row,
          actual,
          nameOf,
        )
  const { rows } = compared
  const extra = extraOf(compared.others, rows, given)
  const count = (wanted: VerifyRow['state']) => rows.filter(({ state }) => state === wanted).length
  return {
    summary: {
      'as-expected': count('as-expected'),
      differs: count('differs'),
      missing: count('missing'),
      ambiguous: count('ambiguous'),
      extra: extra.length,
    },
    rows,
    extra,
  }
}
