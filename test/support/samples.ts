// Sample files as text, read for one flow or the other.
import { openSampleText } from '../../shared/files/sample/openSample.ts'
import { readPartnerTickets, readServiceTickets } from '../../shared/files/sample/readSample.ts'

export const readInbound = (text: string) => {
  const source = openSampleText(text)
  return source.ok ? readPartnerTickets(source.value) : source
}

export const readOutbound = (text: string) => {
  const source = openSampleText(text)
  return source.ok ? readServiceTickets(source.value) : source
}
