// Conditions are built so that no value can break out of them.
import { describe, expect, it } from 'vitest'
import {
  whereAfter,
  allOf,
  anyOf,
  whereEquals,
  whereOneOf,
  quotedText,
} from '../../../../../main/connectwise/transport/conditions.ts'

describe('conditions', () => {
  it.each([
    ['plain', '"plain"'],
    ["it's", '"it\'s"'],
    ['19" rack', "'19\" rack'"],
    ['19" o\'clock', '"19 o\'clock"'],
  ])('quote %s as %s', (value, literal) => {
    expect(quotedText(value)).toBe(literal)
  })

  it('write dates in UTC without fractions', () => {
    expect(whereAfter('lastUpdated', new Date('2026-03-02T10:00:00.123+01:00'))).toBe(
      'lastUpdated>[2026-03-02T09:00:00Z]',
    )
  })

  it('list whole numbers only', () => {
    expect(whereOneOf('board/id', [1, 4, Number.NaN, 1.5])).toBe('board/id in (1,4)')
  })

  it('join what is given', () => {
    const either = anyOf(
      whereEquals('chargeToType', 'ServiceTicket'),
      whereEquals('chargeToType', 'ProjectTicket'),
    )
    expect(allOf(either, undefined, whereEquals('closedFlag', false))).toBe(
      '(chargeToType="ServiceTicket" or chargeToType="ProjectTicket") and closedFlag=false',
    )
    expect(allOf(undefined, '')).toBeUndefined()
  })
})
