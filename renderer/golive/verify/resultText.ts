// The outcome of a comparison as text for a mail: what reached somebody it should not first, each ticket with its address.
import { ticketLink } from '../../../shared/connection/ticketLink.ts'
import { effectiveOrganisation } from '../../../shared/findings/connectionRules.ts'
import type { Verification } from '../../../shared/preview/verify/verify.ts'
import {
  isLeak,
  type Difference,
  type VerifyResult,
  type VerifyRow,
} from '../../../shared/preview/verify/verifyResult.ts'
import {
  differenceWords,
  sidesInWords,
  verifyStateWords,
} from '../../../shared/preview/verify/verifyWords.ts'

type Row = Pick<VerifyRow, 'key' | 'ticket'>

/** Where somebody who may can open the ticket that arrived; null where none did. */
export const arrivedTicketLink = ({ relationship }: Verification, ticket: number | null): string | null =>
  ticket === null ? null : ticketLink(effectiveOrganisation(relationship), ticket)

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' · ')

/** Each text that reached somebody it should not, with the address where it can be taken back. */
export const leaksText = (verification: Verification, rows: readonly VerifyRow[]): string =>
  rows
    .flatMap(({ key, ticket, differences }) =>
      differences
        .filter(isLeak)
        .map(({ code, item }) =>
          joined([key, differenceWords[code], item, arrivedTicketLink(verification, ticket)]),
        ),
    )
    .join('\n')

function differenceLine(difference: Difference): string {
  const { expected, actual } = sidesInWords(difference)
  return `  ${joined([differenceWords[difference.code], difference.item])}: ${expected} -> ${actual}`
}

/** What is to be looked at, a line each; tickets that are as expected are counted alone. */
export function resultText(
  verification: Verification,
  { rows, summary, extra }: VerifyResult,
  titles: ReadonlyMap<string, string>,
): string {
  const head = ({ key, ticket }: Row, matter: string | null) =>
    joined([key, titles.get(key) ?? null, matter, arrivedTicketLink(verification, ticket)])
  const looked = rows
    .filter(({ state }) => state !== 'as-expected')
    .toSorted((one, two) => Number(two.differences.some(isLeak)) - Number(one.differences.some(isLeak)))
  return [
    `As expected ${summary['as-expected']}, differs ${summary.differs}, missing ${summary.missing}, ambiguous ${summary.ambiguous}, extra ${summary.extra}`,
    ...looked.flatMap((row) => [
      head(row, row.differences.length === 0 ? verifyStateWords[row.state] : null),
      ...row.differences.map(differenceLine),
    ]),
    ...extra.map((ticket) => joined([`Extra: ${ticket}`, arrivedTicketLink(verification, ticket)])),
  ].join('\n')
}
