// The handover sheet: settings in the order of the published form, rights, findings, previews; hostile names stay text.
import { describe, expect, test } from 'vitest'
import {
  handoverOf,
  handoverText,
  libraryForSheet,
  type NamedSample,
} from '../../../../main/files/handoverSheet.ts'
import { notBegun } from '../../../../shared/golive/goLive.ts'
import { comparedFor } from '../../../../shared/golive/steps.ts'
import { draftOf } from '../../../../shared/relationship/effective.ts'
import { type FormSection, sectionTitles } from '../../../../shared/relationship/fieldRow.ts'
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
  handoverText(format, [
    handoverOf({ relationship, reference: reference(), samples, now, zone: 'Europe/Lisbon' }),
  ])

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
    const labels = (Object.keys(sectionTitles) as FormSection[])
      .flatMap(fieldsOf)
      .filter((field) => field.roles.includes(role) && !/Key$|clientId/.test(field.path))
      .map(({ label }) => `\n| ${label} |`)
    const found = places(text, labels)
    expect(found).toEqual(found.toSorted((one, other) => one - other))
  })

  test('goes on with permissions, findings and the preview', () => {
    const found = places(text, ['## Settings', '## Permissions', '## Open findings', '## Preview summary'])
    expect(found).toEqual(found.toSorted((one, other) => one - other))
    expect(text).toContain('| Service Desk > Service Tickets > Inquire All, Add All, Edit All | Not tested |')
    expect(text).toContain('| Time & Expense > Time Entry > Inquire All, Add All | Not tested |')
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
  expect(text).toContain('| Company | Not chosen yet |  |')
  expect(text).toContain('| Owner | Not chosen |  |')
  expect(text).not.toContain('Default work role |')
  expect(text).toMatch(/\| Error \| Company \| No company is chosen\. – .* \|/)
  expect(text).toContain('☐ **Not ready**')
})

test('names its time zone once and shows every time in it', () => {
  const text = sheet(targetRelationship())
  expect(text).toContain('written 23 November 2026, 10:00 (Europe/Lisbon, UTC+0)')
  expect(text).toContain('| Lists as of | 23 Nov 2026, 09:14 |')
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}T/)
  const summer = handoverOf({
    relationship: targetRelationship(),
    reference: reference(),
    samples,
    now: new Date('2026-07-01T22:30:00Z'),
    zone: 'Europe/Berlin',
  })
  expect(handoverText('markdown', [summer])).toContain('2 July 2026, 00:30 (Europe/Berlin, UTC+2)')
})

test('keeps ids in a column of their own and identifiers quiet', () => {
  expect(sheet(targetRelationship())).toContain('| Owner | Dana Reyes – dreyes | 42 |')
  expect(sheet(sourceRelationship())).toContain('| Boards | Help Desk; Field Work | 4, 5 |')
  const page = sheet(targetRelationship(), 'html')
  expect(page).toContain('<td class="id"><bdi>42</bdi></td>')
  expect(page).toContain('<bdi>Dana Reyes</bdi> <small><bdi>dreyes</bdi></small>')
})

test('draws comment types as ticked or not', () => {
  expect(sheet(targetRelationship())).toContain(
    '| Comment types | ☐ Internal, ☑ Discussion, ☑ Resolution – Discussion: Read by the customer and staff.',
  )
  expect(sheet(targetRelationship())).toContain(
    'Resolution: Read by the customer and staff, and can appear on invoices.',
  )
  expect(sheet(targetRelationship(), 'html')).toMatch(
    /<span class="check"><i><\/i>Internal<u> not chosen<\/u><\/span> <span class="check on">/,
  )
})

test('puts what is missing first, with what to ask for', () => {
  const permissions = [
    { right: 'A > B > C', state: 'granted', neededFor: 'x' },
    { right: 'D > E > F', state: 'missing', neededFor: 'y' },
  ] as const
  const text = handoverText('markdown', [
    handoverOf({ relationship: targetRelationship(), reference: reference(), samples, permissions, now }),
  ])
  expect(text).toContain('Ask the ConnectWise administrator for: D > E > F.')
  expect(text.indexOf('| D > E > F |')).toBeLessThan(text.indexOf('| A > B > C |'))
})

test('numbers its printed pages, whatever the relationship is called', () => {
  const page = sheet(targetRelationship({}, { contractName: 'A"; } body { display: none } \\' }), 'html')
  expect(page).toContain('"Page " counter(page) " of " counter(pages)')
  expect(page.slice(page.indexOf('<style>'), page.indexOf('</style>'))).not.toContain('display: none }')
})

test('shows the site an override points at, or the one of the connection', () => {
  const override = { site: 'eu.myconnectwise.net', companyId: 'acme_eu' }
  expect(sheet(targetRelationship({}, { apiOverride: override }))).toContain(
    '| Site | eu.myconnectwise.net |  |',
  )
  expect(sheet(targetRelationship())).toContain('| Site | na.myconnectwise.net – from the connection |  |')
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
    expect(owner.slice('| Owner | '.length, -' | 1 |'.length)).not.toMatch(
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
    unread: 0,
    file: null,
    accepted: [],
  }
  const draft = draftOf(relationship, 'c')
  const state = { ...notBegun, firstSync: at, verified }
  const text = handoverText('markdown', [
    handoverOf({
      relationship,
      reference: reference(),
      samples,
      now,
      goLive: { state, tested: null, draft, credentials: undefined },
    }),
  ])
  expect(text).toContain('## Go live')
  expect(text).toMatch(/First sync +\| +done/)
  expect(text).toMatch(/Settings entered +\| +open/)
  expect(text).toMatch(/Lists fresh \| done \| as of 23 Nov 2026/)
  expect(text).toContain('| Preview without fail | open | 1 of 2 tickets fail |')
  const library = libraryForSheet('inbound', relationship, reference())
  const facts = {
    relationship,
    reference: reference(),
    now,
    goLive: { state, tested: null, draft, credentials: undefined },
  }
  expect(handoverText('markdown', [handoverOf({ ...facts, samples: [library] })])).toMatch(
    /Preview without fail \| done \| sample library, \d+ create, \d+ fail as meant/,
  )
  expect(text).toContain('3 as expected, 1 differs. 1 text reached somebody it should not.')
  expect(sheet(relationship)).not.toContain('Go live')
})
