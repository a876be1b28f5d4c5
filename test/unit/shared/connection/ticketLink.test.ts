// Where a ticket opens in ConnectWise, whatever spelling of the site is kept.
import { expect, test } from 'vitest'
import { ticketLink } from '../../../../shared/connection/ticketLink.ts'

const path =
  '/v4_6_release/services/system_io/Service/fv_sr100_request.rails?service_recid=48213&companyName='

test.each([
  ['na.myconnectwise.net', 'acme', `https://na.myconnectwise.net${path}acme`],
  [
    'https://api-na.myconnectwise.net/v4_6_release/apis/3.0/',
    'acme',
    `https://na.myconnectwise.net${path}acme`,
  ],
  ['psa.example.test:8443', 'a&b c', `https://psa.example.test:8443${path}a%26b+c`],
  ['', 'acme', null],
])('%s', (site, companyId, expected) => {
  expect(ticketLink({ site, companyId }, 48213)).toBe(expected)
})
