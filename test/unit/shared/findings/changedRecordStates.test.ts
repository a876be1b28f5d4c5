// Which saved values a refresh found changed.
import { expect, it } from 'vitest'
import type { Finding, FindingCode } from '../../../../shared/findings/findingSeverities.ts'
import { changedRecordFields } from '../../../../shared/findings/changedRecordStates.ts'

const finding = (code: FindingCode, field: string): Finding => ({
  code,
  field,
  severity: 'error',
  message: '',
  next: '',
})

it('counts a setting once, whatever happened to its value', () => {
  const findings = [
    finding('status-inactive', 'status'),
    finding('reference-renamed', 'status'),
    finding('owner-unknown', 'owner'),
  ]
  expect(changedRecordFields(findings)).toEqual(['status', 'owner'])
})

it('does not count what was never chosen or is only a surprise', () => {
  expect(
    changedRecordFields([finding('priority-required', 'priority'), finding('status-closed', 'status')]),
  ).toEqual([])
})
