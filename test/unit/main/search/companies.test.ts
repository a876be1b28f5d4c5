// Companies are found by name, identifier and id, however they are typed, the best match first.
import { describe, expect, test } from 'vitest'
import { buildCompanyIndex } from '../../../../main/search/companySearch.ts'
import type { Company } from '../../../../shared/reference/collections.ts'

const statuses = [
  { id: 1, name: 'Active' },
  { id: 2, name: 'Inactive', inactiveFlag: true },
  { id: 3, name: 'Credit hold', disallowSavingFlag: true },
]
const company = (
  id: number,
  name: string,
  identifier = `id${id}x`,
  more: Partial<Company> = {},
): Company => ({
  id,
  name,
  identifier,
  status: { id: 1, name: 'Active' },
  ...more,
})
const companies = [
  company(250, 'Contoso Ltd', 'Contoso'),
  company(251, 'Contoso Retail Ltd', 'ContosoRetail'),
  company(2500, 'Old Contoso', 'OldCo'),
  company(30, 'Société Générale Élan', 'SocGen'),
  company(31, 'Müller & Söhne GmbH', 'Mueller'),
  company(32, 'Weiß Straßenbau', 'weiss'),
  company(33, "O'Brien Partners", 'OBP'),
  company(34, 'Coca-Cola Bottling', 'COKE'),
  company(35, 'A.C.M.E. Tools', 'ACME-01'),
  company(36, 'Northwind Traders', 'NWT'),
  company(37, '東京 Systems', 'TYO'),
  company(38, 'Gone Contoso', 'GoneCo', { deletedFlag: true }),
  company(39, 'Sleeping Contoso', 'SleepCo', { status: { id: 2, name: 'Inactive' } }),
  company(50, '株式会社大阪', 'OSK'),
  company(51, 'Fab\u200Brikam', 'Fab'),
  company(52, 'Tailspin‑West', 'TW'),
  company(53, 'Wingtip & Daughters', 'WD'),
  company(54, 'ΟΔΟΣΤΡΩΤΗΡΕΣ', 'ODO'),
  company(55, 'Łódź Ｗｅｒｋｅ', 'LW'),
  { id: 40 },
]
const index = buildCompanyIndex(companies, statuses)
const ids = (text: string, showHidden = false): number[] =>
  index.search(text, 50, showHidden).rows.map(({ id }) => id)

describe('is found', () => {
  test.each([
    ['by the start of its name', 'north', 36],
    ['by a word inside its name', 'traders', 36],
    ['by part of a word', 'orthwi', 36],
    ['by its identifier', 'nwt', 36],
    ['by an identifier with a sign', 'acme-01', 35],
    ['by its id', '36', 36],
    ['by its id as people write it', '#36', 36],
    ['by its id after a word', 'ID: 36', 36],
    ['by its id with a sign between its thousands', '2,500', 2500],
    ['by its id with a blank between its thousands', 'id 2\u202f500', 2500],
    ['without accents', 'societe generale elan', 30],
    ['in capitals', 'SOCIÉTÉ', 30],
    ['without umlauts', 'muller sohne', 31],
    ['with a letter written as two', 'weiss strassenbau', 32],
    ['without its apostrophe', 'obrien', 33],
    ['with its apostrophe', 'o’brien', 33],
    ['without its hyphen', 'cocacola', 34],
    ['with its hyphen', 'coca-cola', 34],
    ['without its full stops', 'acme', 35],
    ['with words in any order', 'traders north', 36],
    ['between blanks', '  northwind   traders ', 36],
    ['in another script', '東京', 37],
    ['inside a script without blanks', '大阪', 50],
    ['without its invisible marks', 'fabrikam', 51],
    ['with a blank for its hyphen', 'tailspin west', 52],
    ['with another hyphen', 'tailspin-west', 52],
    ['with a hyphen for its blank', 'northwind-traders', 36],
    ['with “and” for its sign', 'wingtip and daughters', 53],
    ['while its capitals are typed', 'ΟΔΟΣ', 54],
    ['without a stroke, and in half width', 'lodz werke', 55],
    ['with a letter missing', 'nortwind', 36],
    ['with a letter too many', 'norrthwind', 36],
    ['with a wrong letter', 'norfhwind', 36],
    ['with two letters swapped', 'nrothwind', 36],
    ['with the first letter missing', 'orthwind', 36],
    ['with the first letter wrong', 'morthwind', 36],
    ['with a mistake in one of two words', 'northwind tradrs', 36],
    ['with a mistake in an unfinished word', 'notrhw', 36],
    ['with a mistake in a short word beside another', 'contoso ldt', 250],
    ['without its blanks', 'northwindtraders', 36],
    ['without its blanks, unfinished', 'northwindtra', 36],
    ['without its blank and its sign', 'wingtipdaughters', 53],
    ['without its blanks but with its sign', 'wingtip&daughters', 53],
    ['with one of its blanks', 'société généraleélan', 30],
  ])('%s', (_case, text, id) => {
    expect(ids(text)[0]).toBe(id)
  })
})

describe('is not found', () => {
  test.each(['zzzz', 'northwind zzzz', 'nxxxhwind', '999999', '&'])('%s', (text) => {
    expect(ids(text)).toEqual([])
  })
})

describe('the best match comes first', () => {
  test('equal, then starting with, then containing; each in the order of the alphabet', () => {
    expect(ids('contoso')).toEqual([250, 251, 2500])
    expect(ids('contoso ltd')).toEqual([250, 251])
  })
  test('the id itself before ids that start with it', () => {
    expect(ids('250')).toEqual([250, 2500])
  })
  test('a right spelling before a mistaken one', () => {
    const rows = [company(1, 'Conntoso'), company(2, 'Contoso')]
    expect(
      buildCompanyIndex(rows, [])
        .search('contoso', 10, false)
        .rows.map(({ id }) => id),
    ).toEqual([2, 1])
  })
})

describe('of names that match several words alike, the nearest comes first', () => {
  const names = [
    'Copper Dental Associates Coast',
    'Copper Dental Co',
    'Copper Dental Co Coast',
    'Amber Works Marine',
    'Marine Amber Works',
    'Northgate Construction Central',
    'Northgate Construction Coast',
  ]
  const near = buildCompanyIndex(
    names.map((name, place) => company(place + 1, name)),
    [],
  )
  test.each([
    ['the one without other words', 'dent cop co', 'Copper Dental Co'],
    ['the one with the words in the order typed', 'mar amb wor', 'Marine Amber Works'],
    ['the one with a word typed right', 'norhtgate construction coast', 'Northgate Construction Coast'],
    ['the one whose short word is typed whole', 'copper dnetal co', 'Copper Dental Co'],
  ])('%s', (_case, text, name) => {
    expect(near.search(text, 5, false).rows[0]?.name).toBe(name)
  })
})

test.each([
  ['no name is a guess where one holds what was typed', 'northwind', 1, 0],
  ['a name with a slip is one', 'nortwind', 1, 1],
  ['a name typed without its blanks is none', 'northwindtraders', 1, 0],
  ['what holds it comes before what resembles it', 'conto', 3, 0],
])('%s', (_case, text, rows, guesses) => {
  const found = index.search(text, 50, false)
  expect({ rows: found.rows.length, guesses: found.guesses }).toEqual({ rows, guesses })
})

test('a short word alone is not taken for a slip of another', () => {
  expect(ids('ldt')).toEqual([])
})

describe('deleted and inactive companies', () => {
  test('are counted but not offered', () => {
    const { rows, total, hidden } = index.search('contoso', 50, false)
    expect(rows).toHaveLength(3)
    expect({ total, hidden }).toEqual({ total: 3, hidden: 2 })
  })
  test('are offered when asked for, and the inactive say so', () => {
    const { rows, total, hidden } = index.search('contoso', 50, true)
    expect({ total, hidden }).toEqual({ total: 5, hidden: 2 })
    expect(rows.find(({ id }) => id === 39)).toMatchObject({ inactive: true })
    expect(rows.find(({ id }) => id === 38)).toMatchObject({ inactive: false, deletedFlag: true })
  })
  test('of a status that allows no saving count as inactive', () => {
    const held = [company(1, 'Held', 'H', { status: { id: 3, name: 'Credit hold' } })]
    const { search } = buildCompanyIndex(held, statuses)
    expect(search('held', 5, false)).toEqual({ rows: [], guesses: 0, total: 0, hidden: 1 })
    expect(search('held', 5, true).rows).toMatchObject([{ id: 1, inactive: true }])
  })
  test('without a list of statuses nobody is inactive', () => {
    expect(buildCompanyIndex(companies, undefined).search('sleeping', 5, false).rows).toHaveLength(1)
  })
})

test('no text offers all in the order of the alphabet, up to the limit', () => {
  const { rows, total, hidden } = index.search('', 3, false)
  expect(rows.map(({ id }) => id)).toEqual([40, 35, 34])
  expect({ total, hidden }).toEqual({ total: 18, hidden: 2 })
})

test('the total counts beyond the limit', () => {
  expect(index.search('contoso', 1, false)).toMatchObject({ rows: [{ id: 250 }], total: 3, hidden: 2 })
})

test('what was typed before does not change what is found', () => {
  const fresh = buildCompanyIndex(companies, statuses)
  for (const text of ['c', 'co', 'con', 'con l', 'cont lt', 'contoso ltd', 'nrot', 'north', '']) {
    expect(index.search(text, 50, false)).toEqual(fresh.search(text, 50, false))
  }
  expect(index.search('contoso', 50, false)).toEqual(
    buildCompanyIndex(companies, statuses).search('contoso', 50, false),
  )
})

test('an organisation without companies offers none', () => {
  expect(buildCompanyIndex([], []).search('a', 5, true)).toEqual({
    rows: [],
    guesses: 0,
    total: 0,
    hidden: 0,
  })
})
