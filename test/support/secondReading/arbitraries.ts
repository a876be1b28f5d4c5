// The small pools that configurations, snapshots and tickets of the second reading are drawn from.
import * as fc from 'fast-check'

export const pick = fc.constantFrom

export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 5 })

export const flag = pick(true, false, false, null, undefined)

export const list = <T>(item: fc.Arbitrary<T>, maxLength = 4) => fc.array(item, { maxLength })

export const sparse = <T>(list: fc.Arbitrary<T>) => fc.option(list, { nil: undefined, freq: 7 })

export const people = pick(
  'Dana Reyes',
  'Élodie Brandt',
  'elodie brandt',
  'dreyes',
  'zadmin',
  'ZAdmin',
  'Nobody',
  '',
  null,
  undefined,
)

export const mail = pick('d@example.test', 'D@Example.test', 'e@example.test', 'Office', '', null, undefined)

export const names = pick('New', 'NÉW', 'new ', 'Closed', 'Open', '', null, undefined)

export const called = pick('New', 'Closed', 'Help Desk', 'Dana Reyes', 'zadmin', 'ZADMIN', '')

export const board = pick(4, 5, 6, 900)

export const row = <T>(values: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) => fc.record(values)
