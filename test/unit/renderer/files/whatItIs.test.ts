// A file that is no configuration is named as what it is, with the place where it belongs.
import { describe, expect, test } from 'vitest'
import { whatItIs } from '../../../../renderer/files/whatItIs.ts'

const messageOf = (text: string): string | undefined => {
  const result = whatItIs('file', text)
  return result && !result.ok ? result.error.message : undefined
}

describe('a list of tickets', () => {
  test.each([
    ['a table with commas', 'Key,Summary\nINC1,Printer\n'],
    ['a table with semicolons and an empty first line', '\n"Ticket #";"Title"\r\n"1";"Printer"'],
  ])('as %s is one', (_what, text) => {
    expect(messageOf(text)).toBe('file is a list of tickets, not a configuration.')
  })
})

test.each([
  ['tickets of the partner', '[{"key":"INC1","summary":"Printer"}]'],
  ['entries with the members number', '{"result":[{"number":"INC1"}],"count":1}'],
  ['ConnectWise boards', '[{"id":4,"name":"Help Desk","projectFlag":false}]'],
  ['relationships that were checked', '{"relationships":[{"id":"a","ready":true,"findings":[]}]}'],
])('a list of %s is called that', (words, text) => {
  expect(messageOf(text)).toBe(`file is a list of ${words}, not a configuration.`)
})

test.each([
  ['a configuration', '{"kind":"syncwright.relationships","version":1,"relationships":[{}]}'],
  ['reference data', '{"kind":"syncwright.reference","version":1}'],
  ['one that is cut off', '{"kind":"syncwright.relationships","relationships":['],
  ['plain text', 'Dear all,'],
  ['nothing', ''],
  ['an object with two lists', '{"a":[{"x":1}],"b":[{"x":1}]}'],
])('%s keeps the reason it was refused for', (_what, text) => {
  expect(messageOf(text)).toBeUndefined()
})
