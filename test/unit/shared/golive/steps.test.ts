// The steps on the way to the live service: which find their own state, and which ticks go when something changes.
import { expect, test } from 'vitest'
import type { Finding } from '../../../../shared/findings/findingSeverities.ts'
import { type GoLive, notBegun, withTick } from '../../../../shared/golive/goLive.ts'
import { publishedForm } from '../../../../shared/golive/publishedForm.ts'
import {
  createdFrom,
  type StepFacts,
  type StepName,
  goLiveSteps,
  warningKey,
} from '../../../../shared/golive/steps.ts'
import { draftOf } from '../../../../shared/relationship/effective.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { sourceRelationship, targetRelationship } from '../../../support/relationships.ts'

const at = '2026-11-23T10:00:00Z'
const formOf = (relationship: Relationship) => publishedForm(relationship.role, draftOf(relationship, 'c'))
const form = formOf(targetRelationship())
const warning: Finding = {
  code: 'status-closed',
  severity: 'warning',
  field: 'status',
  message: 'Closed.',
  next: '',
}

const stateOf = (name: StepName, goLive: Partial<GoLive> = {}, facts: Partial<StepFacts> = {}) =>
  goLiveSteps({
    goLive: { ...notBegun, ...goLive },
    tested: null,
    findings: [],
    form,
    credentials: 'na acme',
    settings: 'S',
    preview: { fail: 0, meant: 0, total: 3 },
    listsAsOf: at,
    offline: false,
    showTime: (iso) => iso,
    ...facts,
  }).find((step) => step.name === name)?.state

const entered = form.map(({ path, identity }) => ({ of: path, for: identity, at }))
const read = [{ of: warningKey(warning), for: warning.message, at }]
const summary = { 'as-expected': 3, differs: 0, missing: 0, ambiguous: 0, extra: 1 }
const compared = { of: 'S', for: 'S', at, summary, leaks: 0, unread: 0, file: null, accepted: [] }
const tested = { of: 'keys', for: 'na acme', at }

test.each<[StepName, string, Partial<GoLive>, Partial<StepFacts>]>([
  ['Keys tested', 'open', {}, {}],
  ['Keys tested', 'not known offline', {}, { offline: true }],
  ['Keys tested', 'done', {}, { tested, offline: true }],
  ['Keys tested', 'changed since', {}, { tested: { ...tested, for: 'eu acme' } }],
  ['Lists fresh', 'done', {}, {}],
  ['Lists fresh', 'open', {}, { listsAsOf: null }],
  ['Lists fresh', 'open', {}, { findings: [{ ...warning, code: 'snapshot-stale' }] }],
  ['Findings read', 'done', {}, {}],
  ['Findings read', 'open', {}, { findings: [warning] }],
  ['Findings read', 'done', { read }, { findings: [warning] }],
  ['Findings read', 'changed since', { read }, { findings: [{ ...warning, message: 'Still closed.' }] }],
  ['Findings read', 'open', { read }, { findings: [warning, { ...warning, severity: 'error' }] }],
  ['Preview without fail', 'done', {}, {}],
  ['Preview without fail', 'open', {}, { preview: { fail: 1, meant: 5, total: 21 } }],
  ['Preview without fail', 'done', {}, { preview: { fail: 0, meant: 5, total: 21 } }],
  ['Preview without fail', 'open', {}, { preview: null }],
  ['Settings entered', 'open', {}, {}],
  ['Settings entered', 'done', { entered }, {}],
  ['Settings entered', 'open', { entered: entered.slice(1) }, {}],
  [
    'Settings entered',
    'changed since',
    { entered },
    { form: formOf(targetRelationship({ commentTypes: [] })) },
  ],
  ['First sync', 'open', {}, {}],
  ['First sync', 'done', { firstSync: at }, {}],
  ['Verified', 'open', {}, {}],
  ['Verified', 'done', { verified: compared, firstSync: at }, {}],
  ['Verified', 'changed since', { verified: { ...compared, for: 'other' }, firstSync: at }, {}],
  ['Verified', 'done', { verified: { ...compared, since: at }, firstSync: at }, {}],
  [
    'Verified',
    'changed since',
    { verified: { ...compared, since: '2026-11-22T10:00:00Z' }, firstSync: at },
    {},
  ],
  ['Verified', 'changed since', { verified: compared }, {}],
  ['Verified', 'open', { verified: { ...compared, summary: { ...summary, missing: 1 } }, firstSync: at }, {}],
  ['Automatic sync on', 'open', { verified: compared, firstSync: at }, {}],
  ['Automatic sync on', 'done', { automatic: true, verified: compared, firstSync: at }, {}],
  [
    'Automatic sync on',
    'changed since',
    { automatic: true, verified: { ...compared, summary: { ...summary, differs: 1 } }, firstSync: at },
    {},
  ],
  ['Automatic sync on', 'changed since', { automatic: true }, {}],
])('%s is %s', (name, state, goLive, facts) => {
  expect(stateOf(name, goLive, facts)).toBe(state)
})

test('a ticket of the library that fails by itself is meant to; one the settings make fail is not', () => {
  const rows = [
    { verdict: 'create' as const, reasons: [] },
    { verdict: 'fail' as const, reasons: ['summary-missing' as const], count: 2 },
    { verdict: 'fail' as const, reasons: ['summary-missing' as const, 'status-unknown' as const] },
  ]
  expect(createdFrom(rows, true)).toEqual({ fail: 1, meant: 2, total: 4 })
  expect(createdFrom(rows, false)).toEqual({ fail: 3, meant: 0, total: 4 })
})

test('the form is the published one, with values as it offers them', () => {
  expect(form.map(({ label, value }) => [label, value])).toEqual([
    ['Company', 'Contoso Ltd'],
    ['Service board', 'Help Desk'],
    ['Status', 'New'],
    ['Priority', 'Priority 3 - Medium'],
    ['Source', 'Email'],
    ['Owner', 'Dana Reyes'],
    ['Comment types', 'Discussion, Resolution'],
    ['Sync attachments', 'On'],
    ['Sync time entries', 'On'],
    ['Default work role', 'Engineer'],
    ['Default member', 'Dana Reyes'],
    ['Include time entry notes', 'Off'],
    ['Reverse sync', 'On'],
    ['Reverse sync filter', 'Help Desk'],
    ['Filter by company', ''],
    ['Filter by status', ''],
    ['Filter by priority', ''],
    ['Field based filter', ''],
    ['Override API settings for this relationship', 'Off'],
  ])
  expect(
    formOf(sourceRelationship({ timeEntries: { sync: false } })).map(({ label }) => label),
  ).not.toContain('Default member')
})

test('a private key is never shown', () => {
  const override = formOf(
    targetRelationship({}, { apiOverride: { site: 'x.example.test', companyId: 'acme' } }),
  )
  const key = override.find(({ path }) => path === 'apiOverride.privateKey')
  expect(key).toMatchObject({ label: 'Private key', value: '', copyable: false, isSecret: true })
})

test('another record of the same name takes the tick away', () => {
  const [status] = formOf(targetRelationship({ status: { id: 77, name: 'New' } })).filter(
    ({ path }) => path === 'status',
  )
  expect(status?.value).toBe('New')
  expect(entered.find(({ of }) => of === 'status')?.for).not.toBe(status?.identity)
})

test('there is one tick for each thing', () => {
  const [first] = entered
  if (!first) throw new Error('the form is empty')
  expect(withTick(entered, { ...first, for: 'new' }, true)).toHaveLength(entered.length)
  expect(withTick(entered, first, false)).toHaveLength(entered.length - 1)
})

test('what differs and is accepted is counted, and nothing is left to look at', () => {
  const verified = {
    of: 'verified',
    for: 'S',
    at,
    summary: { ...summary, differs: 2 },
    leaks: 0,
    unread: 0,
    file: null,
    accepted: [{ of: '0 INC7', for: 'x', at }],
  }
  expect(stateOf('Verified', { verified, firstSync: at })).toBe('open')
  const both = { ...verified, accepted: [...verified.accepted, { of: '0 INC8', for: 'y', at }] }
  expect(stateOf('Verified', { verified: both, firstSync: at })).toBe('done')
})
