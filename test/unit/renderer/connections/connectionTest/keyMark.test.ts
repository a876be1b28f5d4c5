// The mark of a private key tells keys apart and shows none.
import { expect, it } from 'vitest'
import { keyMark } from '../../../../../renderer/connections/connectionTest/keyMark.ts'

it('tells one typed key from another, and a typed one from a saved one', () => {
  expect(keyMark('PlantedKeyOne', null)).toBe(keyMark('PlantedKeyOne', 'id'))
  expect(keyMark('PlantedKeyOne', null)).not.toBe(keyMark('PlantedKeyTwo', null))
  expect(keyMark('', 'id')).toBe(keyMark(null, 'id'))
  expect(keyMark(null, 'id')).not.toBe(keyMark(null, 'other'))
  expect(keyMark('PlantedKeyOne', null)).not.toContain('Planted')
})
