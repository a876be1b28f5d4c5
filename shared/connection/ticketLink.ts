// The address a ticket opens under in ConnectWise itself, for whoever has to go there and take something back.
import { destinationOf } from './destination.ts'

/** As public clients of ConnectWise link to tickets, with the company for those who are not signed in yet; null where no host can be read. */
export function ticketLink(
  { site, companyId }: { readonly site: string; readonly companyId: string },
  ticket: number,
): string | null {
  const destination = destinationOf(site)
  const query = new URLSearchParams({ service_recid: String(ticket), companyName: companyId })
  return (
    destination &&
    `${destination}/v4_6_release/services/system_io/Service/fv_sr100_request.rails?${query.toString()}`
  )
}
