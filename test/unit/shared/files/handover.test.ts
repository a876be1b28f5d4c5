// The handover sheet: settings in the order of the published form, rights, findings, previews; hostile names stay text.
import { describe, expect, test } from 'vitest'
import { handoverOf, handoverText, type NamedSample } from '../../../../main/files/handoverSheet.ts'
import { notBegun } from '../../../../shared/golive/goLive.ts'
import { comparedFor } from '../../../../shared/golive/steps.ts'
import { draftOf } from '../../../../shared/relationship/effective.ts'
import { type Section, sectionTitles } from '../../../../shared/relationship/fieldRules.ts'
import { fieldsOf } from '../../../../shared/relationship/fields.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { reference, sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const now = new Date('2026-11-23T10:00:00Z')
const samples: NamedSample[] = [
  {
    name: '“Monday”',
    tickets: {
      flow: 'inbound',
      tickets: [
        { key: 'A', summary: 'Printer' },
        { key: 'B', summary: '' },
      ],
    },
  },
]
const sheet = (relationship: Relationship, format: 'markdown' | 'html' = 'markdown') =>
  handoverText(format, [handoverOf({ relationship, reference: reference(), samples, now })])

/** Where each text first stands; all of them have to be there. */
const places = (text: string, parts: readonly string[]) =>
  parts.map((part) => {
    expect(text).toContain(part)
    return text.indexOf(part)
  })

describe.each([
  ['target', targetRelationship()],
  ['source', sourceRelationship()],
] as const)('the sheet of a %s', (role, relationship) => {
  const text = sheet(relationship)

  test('lists the settings in the order of the published form', () => {
    const labels = (Object.keys(sectionTitles) as Section[])
      .flatMap(fieldsOf)
      .filter((field) => field.roles.includes(role) && !/Key$|clientId/.test(field.path))
      .map(({ label }) => `\n| ${label} |`)
    const found = places(text, labels)
    expect(found).toEqual(found.toSorted((one, other) => one - other))
  })

  test('goes on with permissions, findings and the preview', () => {
    const found = places(text, ['## Settings', '## Permissions', '## Open findings', '## Preview summary'])
    expect(found).toEqual(found.toSorted((one, other) => one - other))
    expect(text).toContain('| Service Desk > Service Tickets > Inquire All | Not tested |')
    expect(text).toContain('| Time & Expense > Time Entry > Add All | Not tested |')
  })
})

test('says what was previewed and how it went', () => {
  const text = sheet(targetRelationship())
  expect(text).toContain('Sample: “Monday”, 2 tickets.')
  expect(text).toMatch(/\| Create \| This ticket would be created in ConnectWise\. \| 1 \|/)
  expect(text).toMatch(/\| The ticket has no title.* \| 1 \|/)
})

test('names what is not chosen yet, and leaves out what a gate switches off', () => {
  const text = sheet(
    targetRelationship({
      company: null,
      owner: null,
      timeEntries: { sync: false },
      reverseSync: { enabled: false },
    }),
  )
  expect(text).toContain('| Company | Not chosen yet |')
  expect(text).toContain('| Owner | Not chosen |')
  expect(text).not.toContain('Default work role |')
  expect(text).toMatch(/\| Error \| company-required \| Company \| No company is chosen\. \|/)
  expect(text).toContain('| State | Not ready |')
})

test('shows the site an override points at, or the one of the connection', () => {
  const override = { site: 'eu.myconnectwise.net', companyId: 'acme_eu' }
  expect(sheet(targetRelationship({}, { apiOverride: override }))).toContain(
    '| Site | eu.myconnectwise.net |',
  )
  expect(sheet(targetRelationship())).toContain('| Site | na.myconnectwise.net (from the connection) |')
})

describe('hostile names are text', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '[click](javascript:alert(1))',
    '![x](https://example.test/track.png)',
    'a | b | c',
    '**bold** _it_ `code` ~~gone~~',
    'https://example.test www.example.test a@example.test',
    '# heading\n\n<b>line</b>\r\n| x |',
    '\u202Eevil\u202C \u0000\u001b[2J',
    '&lt;b&gt; &#60;b&#x3e;',
    '> quoted',
  ]

  test.each(hostile)('%j in Markdown', (name) => {
    const text = sheet(targetRelationship({ owner: { id: 1, name } }, { contractName: name, partner: name }))
    const plain = sheet(
      targetRelationship({ owner: { id: 1, name: 'x' } }, { contractName: 'x', partner: 'x' }),
    )
    expect(text.split('\n')).toHaveLength(plain.split('\n').length)
    // Outside of an escape no sign is left that Markdown or HTML gives a meaning.
    const owner = text.split('\n').find((line) => line.startsWith('| Owner |')) ?? ''
    expect(owner.slice('| Owner | '.length, -' |'.length)).not.toMatch(
      /^>|(?<!\\)(?:[<|[\]*_`~#@]|&#?\w+;)|[a-z](?<!\\):\/\//,
    )
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u)
  })

  test.each(hostile)('%j in HTML', (name) => {
    const page = sheet(targetRelationship({ owner: { id: 1, name } }, { contractName: name }), 'html')
    const tags = page.match(/<[^>]*>/g) ?? []
    const plain = sheet(targetRelationship({ owner: { id: 1, name: 'x' } }, { contractName: 'x' }), 'html')
    expect(tags).toEqual(plain.match(/<[^>]*>/g))
    expect(page).not.toMatch(/<script|<img|(?!\n)\p{Cc}|\p{Bidi_Control}/u)
  })
})

test('the page loads and runs nothing', () => {
  const page = sheet(targetRelationship(), 'html')
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(page).not.toMatch(/\b(?:src|href|on\w+)=/)
})

test('says how far it is on its way to the live service, and what the first sync came to', () => {
  const relationship = targetRelationship()
  const at = '2026-11-23T09:00:00Z'
  const verified = {
    of: 'verified',
    for: comparedFor(relationship),
    at,
    summary: { 'as-expected': 3, differs: 1, missing: 0, ambiguous: 0, extra: 0 },
    leaks: 1,
  }
  const draft = draftOf(relationship, 'c')
  const state = { ...notBegun, firstSync: at, verified }
  const text = handoverText('markdown', [
    handoverOf({
      relationship,
      reference: reference(),
      samples,
      now,
      goLive: { state, draft, credentials: undefined },
    }),
  ])
  expect(text).toContain('## Go live')
  expect(text).toMatch(/First sync +\| +done/)
  expect(text).toMatch(/Settings entered +\| +open/)
  expect(text).toContain('3 as expected, 1 differs. 1 text reached somebody they should not.')
  expect(sheet(relationship)).not.toContain('Go live')
})
