// Small lists are searched as companies are: by name, identifier and id, however they are typed, the best match first.
import { expect, test } from 'vitest'
import { rankByText } from '../../../../shared/reference/rank.ts'

const lists = [
  ['Help Desk', '4'],
  ['Help-Desk Nights', '5'],
  ['Łukasz Wójcik', 'lwojcik · 61'],
  ['Dana Reyes', 'dreyes · 42'],
  ['Straße', '7'],
  ['Priority 3 - Medium', '6'],
  ['At the customer’s', '8'],
  ['東京サポート', '9'],
  ['Zero\u200Bwidth', '10'],
] as const
const found = (text: string) => rankByText(lists, text, (texts) => texts).map(({ item: [name] }) => name)

test.each([
  ['without accents', 'lukasz wojcik', 'Łukasz Wójcik'],
  ['with a letter written as two', 'STRASSE', 'Straße'],
  ['by identifier', 'dreyes', 'Dana Reyes'],
  ['by id', '42', 'Dana Reyes'],
  ['by id as people write it', '#42', 'Dana Reyes'],
  ['by id after a word', 'id 42', 'Dana Reyes'],
  ['without its signs', 'priority 3 medium', 'Priority 3 - Medium'],
  ['with words in any order', 'reyes dana', 'Dana Reyes'],
  ['with a mistake in one of two words', 'dana reyse', 'Dana Reyes'],
  ['with a mistake in each of two words', 'priorty medum', 'Priority 3 - Medium'],
  ['without its apostrophe', 'customers', 'At the customer’s'],
  ['inside a script without blanks', 'サポ', '東京サポート'],
  ['without its invisible marks', 'zerowidth', 'Zero\u200Bwidth'],
])('an entry is found %s', (_case, text, name) => {
  expect(found(text)[0]).toBe(name)
})

test('an equal name comes first, then one that starts so, then one that contains it', () => {
  expect(found('help desk')).toEqual(['Help Desk', 'Help-Desk Nights'])
  expect(found('helpdesk')[0]).toBe('Help-Desk Nights')
})

test.each([
  ['dana reyes', false],
  ['reyes dana', false],
  ['dana reyse', true],
])('what is found by %s is a guess: %s', (text, isGuess) => {
  expect(rankByText(lists, text, (texts) => texts).map((each) => each.isGuess)).toEqual([isGuess])
})

test.each(['', ' \t'])('all are found in their own order where nothing is wanted: “%s”', (text) => {
  const items = ['Zürich', '', 'Adatum'].map((name) => [name])
  expect(rankByText(items, text, (texts) => texts)).toEqual(items.map((item) => ({ item, isGuess: false })))
})

test.each(['zzzz', 'dana zzzz', 'xyz'])('%s is not found', (text) => {
  expect(found(text)).toEqual([])
})

test('a long paste is looked at once', () => {
  expect(found(`${' '.repeat(1_000_000)}zzzz`)).toEqual([])
})
