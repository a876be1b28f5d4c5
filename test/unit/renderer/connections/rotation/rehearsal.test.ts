// The pure part of the rehearsal: which new keys may be swapped in, and what is said before.
import { describe, expect, it } from 'vitest'
import {
  areAccepted,
  comparisonOf,
  isRehearsed,
  isRunning,
  newKeysSchema,
  type Rehearsal,
  verdictOf,
} from '../../../../../renderer/connections/rotation/rehearsal.ts'
import type { TestRun } from '../../../../../renderer/connections/connectionTest/testRun.ts'
import { begunCall } from '../../../../../renderer/state/longCall.ts'
import { type Permission, type Stage, stageNames } from '../../../../../shared/connection/connection.ts'

const begun: TestRun = begunCall(
  {
    credentials: { site: 'na.myconnectwise.net', companyId: 'acme', publicKey: 'p', clientId: 'c' },
    needs: { role: 'target', timeEntries: true, attachments: true, reverseSync: true },
    key: 'key one',
  },
  '2026-11-23T09:21:00.000Z',
)
const right = 'System > Member Maintenance > Inquire All'

/** A finished test that failed at one stage, or at none. */
function finished(failing: Stage['stage'] | null, state: Permission['state'] | null): TestRun {
  const at = failing === null ? stageNames.length : stageNames.indexOf(failing)
  const stages = stageNames.map((stage, index) => ({
    stage,
    ok: index < at ? true : index === at ? false : null,
    ms: 1,
    code: '',
    message: '',
    next: '',
  }))
  const permissions = state === null ? [] : [{ right, state, neededFor: 'Owner' }]
  return { ...begun, running: false, result: { ok: failing === null, baseUrl: '', stages, permissions } }
}
const cancelled: TestRun = {
  ...begun,
  running: false,
  result: {
    ok: false,
    baseUrl: '',
    permissions: [],
    stages: [{ stage: 'address', ok: null, ms: 3, code: 'cancelled', message: 'Cancelled.', next: '' }],
  },
}
const verdict = (rehearsal: Rehearsal) => verdictOf(rehearsal, comparisonOf(rehearsal)).kind

describe('a rehearsal', () => {
  const granted = finished(null, 'granted')

  it.each<[string, Rehearsal, boolean, boolean]>([
    ['has not begun', { saved: null, fresh: null }, false, false],
    ['tests the saved keys', { saved: begun, fresh: null }, true, false],
    ['tests the new keys', { saved: granted, fresh: begun }, true, false],
    ['was stopped in the first test', { saved: cancelled, fresh: null }, false, false],
    ['was stopped in the second test', { saved: granted, fresh: cancelled }, false, false],
    ['has ended', { saved: granted, fresh: granted }, false, true],
    ['has ended with a failure', { saved: finished('keys', null), fresh: granted }, false, true],
  ])('that %s knows it', (_case, rehearsal, running, complete) => {
    expect([isRunning(rehearsal), isRehearsed(rehearsal)]).toEqual([running, complete])
  })

  it.each<[string, TestRun, boolean]>([
    ['every stage passes', granted, true],
    ['only rights are missing', finished('access', 'missing'), true],
    ['the keys are refused', finished('keys', null), false],
    ['the client ID is refused', finished('clientId', null), false],
    ['the site is not reached', finished('address', null), false],
  ])('offers the new keys only where ConnectWise takes them: %s', (_case, fresh, accepted) => {
    expect(areAccepted({ saved: granted, fresh })).toBe(accepted)
  })

  it.each<[string, TestRun, TestRun, string]>([
    ['a loss', granted, finished('access', 'missing'), 'warning'],
    ['no loss', finished('access', 'missing'), granted, 'ok'],
    ['new keys that do not work', granted, finished('keys', null), 'error'],
    ['saved keys that no longer work', finished('keys', null), granted, 'info'],
  ])('judges %s', (_case, saved, fresh, kind) => {
    expect(verdict({ saved, fresh })).toBe(kind)
  })
})

it.each([
  ['blanks only', { publicKey: ' ' }, ['publicKey']],
  ['no private key', { privateKey: '' }, ['privateKey']],
  ['a private key as long as a file', { privateKey: 'x'.repeat(501) }, ['privateKey']],
  ['pasted blanks', { privateKey: ' key\n' }, []],
])('new keys with %s are judged', (_case, change, fields) => {
  const keys = { publicKey: 'p', privateKey: 'k', clientId: 'c', ...change }
  expect(newKeysSchema.safeParse(keys).error?.issues.map(({ path }) => path.join('.')) ?? []).toEqual(fields)
})
