// What only the app knows of an override, for the findings about its keys.
import { expect, it } from 'vitest'
import { overrideFacts } from '../../../../shared/findings/appFacts.ts'

const connection = { site: 'na.myconnectwise.net', companyId: 'acme', publicKey: 'p1', clientId: 'c1' }
const override = { ...connection, enabled: true, site: 'https://api-na.myconnectwise.net/' }

it.each([
  ['an override that is off is nothing to judge', { ...override, enabled: false }, 'needed', {}],
  ['a complete override has its keys', override, 'saved', { overrideKey: 'saved', sameKeys: true }],
  [
    'a missing client ID counts as keys needed',
    { ...override, clientId: ' ' },
    'saved',
    { overrideKey: 'needed', sameKeys: true },
  ],
  [
    'another key pair is not the same',
    { ...override, publicKey: 'p2' },
    'saved',
    { overrideKey: 'saved', sameKeys: false },
  ],
  [
    'another company is not the same',
    { ...override, companyId: 'other' },
    'saved',
    { overrideKey: 'saved', sameKeys: false },
  ],
] as const)('%s', (_title, given, keyState, facts) => {
  expect(overrideFacts(given, connection, keyState)).toEqual(facts)
})
